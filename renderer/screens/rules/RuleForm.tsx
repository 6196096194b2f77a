import { type ReactNode, useRef, useState } from 'react';
import type { OwnRulesView, RuleTrial } from '../../../review/contract.ts';
import { CATEGORIES, CONTEXT_SCOPES, LEVELS, type RuleFault, WORK_NEEDS, WORK_SCOPES } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Check, Radios, Segments } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { isChanged, type RuleDraft, ruleOf, useWriting } from '../../state/ruleDraft.ts';
import { BasisPicker } from './BasisPicker.tsx';
import type { RuleChange } from './ChangeDialog.tsx';
import styles from './OwnRules.module.css';
import { EXAMPLE, FIELD_TEXTS, OWN_TEXTS, TRIAL_TEXTS } from './ownTexts.ts';

interface RuleFormProps {
  readonly own: OwnRulesView;
  readonly draft: RuleDraft;
  /** The newest answer to what stands in the form; undefined while there is none. */
  readonly trial: RuleTrial | undefined;
  readonly onClose: () => void;
  readonly onChange: (change: RuleChange) => void;
}

/** What is wrong, by field: what the form says about itself, and examples that do not come out as written. */
function faultsOf(trial: RuleTrial | undefined): ReadonlyMap<RuleFault['field'], string> {
  const examples = (trial?.examples ?? []).map(({ kind, index, message }) => ({
    field: kind,
    message: `${TRIAL_TEXTS.at(index)}：${message}`,
  }));
  const first = new Map<RuleFault['field'], string>();
  for (const { field, message } of [...(trial?.faults ?? []), ...examples]) if (!first.has(field)) first.set(field, message);
  return first;
}

/** One rule as a form; errors stand beside their field once somebody has been there, all of them once saving was tried. */
export function RuleForm({ own, draft, trial, onClose, onChange }: RuleFormProps) {
  const { change, opened } = useWriting();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set(draft.id === '' ? [] : Object.keys(draft)));
  const [all, setAll] = useState(false);
  const faults = faultsOf(trial);
  const unchanged = !isChanged({ draft, opened });
  const set = (part: Partial<RuleDraft>) => {
    change(part);
    setSeen(new Set([...seen, ...Object.keys(part)]));
  };
  const error = (field: RuleFault['field']) => (all || seen.has(field) ? faults.get(field) : undefined);
  const save = () => {
    if (faults.size > 0) setAll(true);
    else onChange({ save: ruleOf(draft) });
  };
  const parts: PartProps = { draft, set, error };
  return (
    <form
      className={styles.form}
      aria-label={OWN_TEXTS.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.formHead}>
        <h2>{draft.id === '' ? OWN_TEXTS.newTitle : `${draft.id} ${opened?.title ?? ''}`}</h2>
        <span className={styles.left} aria-live="polite">
          {trial && faults.size > 0 ? OWN_TEXTS.left(faults.size) : null}
        </span>
        {draft.id === '' ? null : (
          <Button kind="quiet" onPress={() => onChange({ remove: { id: draft.id, title: opened?.title ?? '' } })}>
            {OWN_TEXTS.remove}
          </Button>
        )}
        <Button onPress={onClose}>{OWN_TEXTS.cancel}</Button>
        <Button kind="primary" type="submit" why={unchanged ? OWN_TEXTS.unchanged : trial ? undefined : OWN_TEXTS.trying}>
          {OWN_TEXTS.save}
        </Button>
      </div>
      <div className={styles.fields}>
        {error('rule') ? <p className={styles.error}>{error('rule')}</p> : null}
        <Naming {...parts} />
        <Matching {...parts} />
        <Explaining {...parts} bases={own.bases} />
        <Examples {...parts} />
      </div>
    </form>
  );
}

interface PartProps {
  readonly draft: RuleDraft;
  readonly set: (part: Partial<RuleDraft>) => void;
  readonly error: (field: RuleFault['field']) => string | undefined;
}

function Naming({ draft, set, error }: PartProps) {
  return (
    <>
      <div className={styles.pair}>
        <Field
          label={FIELD_TEXTS.title}
          value={draft.title}
          onChange={(title) => set({ title })}
          error={error('title')}
          placeholder={EXAMPLE.title ?? ''}
          max={60}
          required
        />
        <SelectField
          label={FIELD_TEXTS.category}
          options={CATEGORIES}
          value={draft.category}
          onChange={(category) => set({ category })}
        />
      </div>
      <Radios legend={FIELD_TEXTS.level} options={LEVELS} value={draft.level} onChange={(level) => set({ level })} />
    </>
  );
}

function Matching({ draft, set, error }: PartProps) {
  return (
    <>
      <div className={styles.how}>
        <span className={styles.label}>{FIELD_TEXTS.how}</span>
        <Segments legend={FIELD_TEXTS.how} options={FIELD_TEXTS.ways} value={draft.how} onChange={(how) => set({ how })} />
      </div>
      <Ways draft={draft} set={set} error={error} />
      <Check
        label={FIELD_TEXTS.boundary}
        checked={draft.boundary === 'word'}
        onChange={(on) => set({ boundary: on ? 'word' : 'none' })}
      />
      <div className={styles.three}>
        <Lines field="needs" lines={2} max={12_000} draft={draft} set={set} error={error} />
        <Lines field="unless" lines={2} max={12_000} draft={draft} set={set} error={error} />
        <SelectField
          label={FIELD_TEXTS.scope}
          options={CONTEXT_SCOPES}
          value={draft.scope}
          onChange={(scope) => set({ scope })}
        />
      </div>
      <div className={styles.pair}>
        <SelectField label={FIELD_TEXTS.work} options={WORK_NEEDS} value={draft.work} onChange={(work) => set({ work })} />
        {draft.work === 'any' ? null : (
          <SelectField
            label={FIELD_TEXTS.workScope}
            options={WORK_SCOPES}
            value={draft.workScope}
            onChange={(workScope) => set({ workScope })}
          />
        )}
      </div>
      <Lines field="allow" lines={2} hint={FIELD_TEXTS.allowHint} max={12_000} draft={draft} set={set} error={error} />
    </>
  );
}

/** The fields of the way that is chosen. */
function Ways(parts: PartProps) {
  if (parts.draft.how === 'keywords')
    return <Lines field="keywords" lines={3} hint={FIELD_TEXTS.keywordsHint} max={100_000} {...parts} />;
  return parts.draft.how === 'pattern' ? (
    <div className={styles.pair}>
      <Expression field="pattern" hint={FIELD_TEXTS.patternHint} {...parts} />
      <Lines field="anchors" lines={3} hint={FIELD_TEXTS.anchorsHint} max={4000} {...parts} />
    </div>
  ) : (
    <div className={styles.pair}>
      <Expression field="cell" hint={FIELD_TEXTS.cellHint} {...parts} />
      <Lines field="header" lines={3} hint={FIELD_TEXTS.headerHint} max={4000} {...parts} />
    </div>
  );
}

interface ExpressionProps extends PartProps {
  readonly field: 'pattern' | 'cell';
  readonly hint: string;
}

function Expression({ field, hint, draft, set, error }: ExpressionProps) {
  return (
    <div className={styles.mono}>
      <Field
        label={FIELD_TEXTS[field]}
        value={draft[field]}
        onChange={(text) => set({ [field]: text })}
        hint={hint}
        error={error(field)}
        lines={3}
        max={2000}
      />
    </div>
  );
}

interface LinesProps extends PartProps {
  readonly field: 'keywords' | 'anchors' | 'header' | 'needs' | 'unless' | 'allow' | 'hit' | 'miss';
  readonly lines: number;
  readonly hint?: string;
  readonly max: number;
}

function Lines({ field, lines, hint, max, draft, set, error }: LinesProps) {
  return (
    <Field
      label={FIELD_TEXTS[field]}
      value={draft[field]}
      onChange={(text) => set({ [field]: text })}
      error={error(field)}
      hint={hint}
      placeholder={EXAMPLE[field] ?? ''}
      lines={lines}
      max={max}
    />
  );
}

function Explaining({ draft, set, error, bases }: PartProps & { readonly bases: OwnRulesView['bases'] }) {
  return (
    <>
      <Field
        label={FIELD_TEXTS.reason}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        error={error('reason')}
        hint={FIELD_TEXTS.reasonHint}
        placeholder={EXAMPLE.reason ?? ''}
        max={300}
      />
      <div className={styles.pair}>
        <Field
          label={FIELD_TEXTS.advice}
          value={draft.advice}
          onChange={(advice) => set({ advice })}
          error={error('advice')}
          placeholder={EXAMPLE.advice ?? ''}
          max={300}
        />
        <Field
          label={FIELD_TEXTS.suggestion}
          value={draft.suggestion}
          onChange={(suggestion) => set({ suggestion })}
          placeholder={EXAMPLE.suggestion ?? ''}
          max={100}
        />
      </div>
      <BasisPicker bases={bases} value={draft.basis} onChange={(basis) => set({ basis })} error={error('basis')} />
    </>
  );
}

const OPEN = '⟦';
const CLOSE = '⟧';

/** Examples of both kinds; the marks are nobody's keys, so a button sets them round what is selected. */
function Examples(parts: PartProps) {
  const { draft, set, error } = parts;
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const mark = () => {
    const { selectionStart: start, selectionEnd: end } = field.current ?? {};
    const { hit } = draft;
    if (start == null || end == null || start === end || hit.slice(start, end).includes('\n')) return;
    set({ hit: `${hit.slice(0, start)}${OPEN}${hit.slice(start, end)}${CLOSE}${hit.slice(end)}` });
    field.current?.focus();
  };
  const withButton = (children: ReactNode) => (
    <div className={styles.marking}>
      {children}
      <Button kind="quiet" onPress={mark}>
        {FIELD_TEXTS.mark}
      </Button>
    </div>
  );
  return (
    <>
      {withButton(
        <Field
          label={FIELD_TEXTS.hit}
          value={draft.hit}
          onChange={(hit) => set({ hit })}
          error={error('hit')}
          hint={draft.how === 'column' ? FIELD_TEXTS.tableHint : undefined}
          placeholder={EXAMPLE.hit ?? ''}
          lines={5}
          max={25_000}
          inputRef={field}
        />,
      )}
      <Lines field="miss" lines={5} max={25_000} {...parts} />
    </>
  );
}
