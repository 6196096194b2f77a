import { useState } from 'react';
import type { FindingView } from '../../../review/contract.ts';
import { NEEDS_REASON } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Check, Radios } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { DialogForm, ModalDialog } from '../../components/ModalDialog.tsx';
import { BULK_DECISIONS, type BulkKind, BULK_TEXTS as TEXTS } from './bulkTexts.ts';
import styles from './Mark.module.css';
import { openLike } from './order.ts';
import type { Choice } from './useDecisions.ts';

interface BulkDialogProps {
  /** The open finding whose rule and category are meant. */
  readonly from: FindingView;
  readonly findings: readonly FindingView[];
  readonly onChoice: (choice: Choice) => void;
  readonly onClose: () => void;
}
type Scope = 'rule' | 'category';

/** Asks which, how and why; letting text stand needs a reason, and every decision a look at all places. */
export function BulkDialog({ from, findings, onChoice, onClose }: BulkDialogProps) {
  const [scope, setScope] = useState<Scope>('rule');
  const [kind, setKind] = useState<BulkKind>('mask');
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState(false);
  const places = openLike(from, findings, scope);
  const asksReason = NEEDS_REASON.includes(kind);
  const why = asksReason && reason.trim() === '' ? TEXTS.missingReason : seen ? undefined : TEXTS.missingSeen;
  const scopes = {
    rule: TEXTS.rule(from.title, openLike(from, findings, 'rule').length),
    category: TEXTS.category(from.categoryName, openLike(from, findings, 'category').length),
  };
  const chooseScope = (next: Scope) => {
    setScope(next);
    setSeen(false);
  };
  return (
    <ModalDialog title={TEXTS.title} onClose={onClose} wide>
      <DialogForm
        onSubmit={() => {
          if (!why) onChoice({ findings: places.map(({ id }) => id), kind, reason: asksReason ? reason.trim() : '' });
        }}
        actions={
          <>
            <Button onPress={onClose}>{TEXTS.cancel}</Button>
            <Button kind="primary" type="submit" why={why}>
              {TEXTS.confirm(places.length)}
            </Button>
          </>
        }
      >
        <Radios legend={TEXTS.scope} options={scopes} value={scope} onChange={chooseScope} />
        <Radios legend={TEXTS.decision} options={BULK_DECISIONS} value={kind} onChange={setKind} />
        <Places places={places} stands={kind === 'keep' || kind === 'false-alarm'} />
        {asksReason ? (
          <Field label={TEXTS.reason} hint={TEXTS.reasonHint} value={reason} onChange={setReason} max={500} required />
        ) : null}
        <Check label={TEXTS.seen(places.length)} checked={seen} onChange={setSeen} />
      </DialogForm>
    </ModalDialog>
  );
}

/** Equal texts once, with how often: what is confirmed is what can be read here. */
function Places({ places, stands }: { readonly places: readonly FindingView[]; readonly stands: boolean }) {
  const grave = places.filter(({ level }) => level === 'block').length;
  const counts = new Map<string, number>();
  for (const { text } of places) counts.set(text, (counts.get(text) ?? 0) + 1);
  return (
    <>
      {stands && grave > 0 ? <p className={styles.grave}>{TEXTS.grave(grave)}</p> : null}
      <section className={styles.quote} aria-label={TEXTS.places(places.length)} {...{ tabIndex: 0 }}>
        <ul>
          {[...counts].map(([text, count]) => (
            <li key={text}>
              {text}
              {count > 1 ? ` ×${count}` : null}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
