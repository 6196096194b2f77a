import { useState } from 'react';
import type { OwnRulesView } from '../../../review/contract.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { useOwnRules } from '../../state/queries.ts';
import { draftOf, EMPTY_DRAFT, isChanged, type RuleDraft, ruleOf, useWriting } from '../../state/ruleDraft.ts';
import { ChangeDialog, type RuleChange } from './ChangeDialog.tsx';
import { OwnRuleList } from './OwnRuleList.tsx';
import styles from './OwnRules.module.css';
import { OWN_TEXTS } from './ownTexts.ts';
import { RuleForm } from './RuleForm.tsx';
import { TrialPane } from './TrialPane.tsx';
import { useTrial } from './useTrial.ts';

/** 规则编辑: the office's own rules on the left, the form in the middle, what it does to a sample on the right. */
export function OwnRules() {
  const own = useOwnRules();
  if (!own.data) return <EmptyState sentence={own.error?.message ?? OWN_TEXTS.loading} />;
  return <Workshop own={own.data} />;
}

function Workshop({ own }: { readonly own: OwnRulesView }) {
  const { draft, opened, sample, open } = useWriting();
  const [alone, setAlone] = useState(true);
  const [next, setNext] = useState<{ readonly draft: RuleDraft | undefined }>();
  const [change, setChange] = useState<RuleChange>();
  const rule = draft && ruleOf(draft);
  const trial = useTrial(alone && own.mayEdit ? rule : undefined, sample, own.version);
  /** Nobody loses what they wrote by a click beside it. */
  const go = (to: RuleDraft | undefined) => {
    if (isChanged({ draft, opened })) setNext({ draft: to });
    else open(to);
  };
  return (
    <div className={styles.workshop}>
      <OwnRuleList
        own={own}
        chosen={draft?.id}
        onChoose={({ form }) => (form ? go(draftOf(form)) : undefined)}
        onNew={() => go(EMPTY_DRAFT)}
        onChange={setChange}
      />
      {draft && rule ? (
        <RuleForm
          key={opened?.id ?? ''}
          own={own}
          draft={draft}
          trial={alone ? trial.data : undefined}
          onClose={() => go(undefined)}
          onChange={setChange}
        />
      ) : (
        <Beginning mayEdit={own.mayEdit} onNew={() => go(EMPTY_DRAFT)} />
      )}
      <TrialPane rule={own.mayEdit ? rule : undefined} alone={alone && own.mayEdit} onAlone={setAlone} trial={trial} />
      {next ? (
        <ModalDialog title={OWN_TEXTS.unsaved} onClose={() => setNext(undefined)}>
          <div className={styles.choices}>
            <Button onPress={() => setNext(undefined)}>{OWN_TEXTS.keep}</Button>
            <Button
              kind="danger"
              onPress={() => {
                open(next.draft);
                setNext(undefined);
              }}
            >
              {OWN_TEXTS.discard}
            </Button>
          </div>
        </ModalDialog>
      ) : null}
      {change ? (
        <ChangeDialog
          change={change}
          own={own}
          onClose={() => setChange(undefined)}
          onDone={(view) => {
            if ('save' in change) {
              const saved = view.rules.find(
                ({ id, title }) => id === change.save.id || (change.save.id === '' && title === change.save.title),
              );
              open(saved?.form && draftOf(saved.form));
            } else if ('remove' in change && draft?.id === change.remove.id) open(undefined);
          }}
        />
      ) : null}
    </div>
  );
}

function Beginning({ mayEdit, onNew }: { readonly mayEdit: boolean; readonly onNew: () => void }) {
  if (!mayEdit) return <EmptyState sentence={OWN_TEXTS.mayNot} />;
  return (
    <EmptyState sentence={OWN_TEXTS.choose} example={OWN_TEXTS.chooseExample}>
      <Button kind="primary" onPress={onNew}>
        {OWN_TEXTS.new}
      </Button>
    </EmptyState>
  );
}
