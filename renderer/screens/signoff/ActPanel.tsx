import type { Ref } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { STEPS } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { DraftNote } from '../../components/DraftNote.tsx';
import { Field } from '../../components/Field.tsx';
import { keyOf } from '../../keys/commands.ts';
import { useCommand } from '../../keys/useCommand.ts';
import type { FormDraft } from '../../state/formDraft.ts';
import { newJob } from '../../state/jobs.ts';
import { reportDone } from '../../state/messages.ts';
import { useCaseCall } from '../../state/queries.ts';
import { whyGrey } from '../desk/CaseBar.tsx';
import { ACTS, type Act, type ActName, MORE_ACTS } from './acts.ts';
import { Exports } from './Exports.tsx';
import styles from './SignOff.module.css';
import { TEXTS } from './texts.ts';

interface ActPanelProps {
  readonly view: CaseView;
  /** Things still to be looked at before 同意. */
  readonly left: number;
  /** The text is still being compared with the version judged before. */
  readonly comparing: boolean;
  /** The person signed this step before, over something else than what is there now. */
  readonly again: boolean;
  readonly opinion: string;
  readonly onOpinion: (opinion: string) => void;
  /** Keeps the opinion until it is signed. */
  readonly draft: FormDraft;
  readonly opinionRef: Ref<HTMLInputElement & HTMLTextAreaElement>;
  readonly onAct: (act: ActName) => void;
}

/** What this person can do now; what cannot be done says why, in words beside the button. */
export function ActPanel({ view, left, comparing, again, opinion, onOpinion, draft, opinionRef, onAct }: ActPanelProps) {
  const whyOf = (act: ActName): string | undefined => {
    const grey = whyGrey(view.actions[act]);
    if (grey !== undefined || (act !== 'sign' && act !== 'partly')) return grey;
    if (comparing) return TEXTS.comparing;
    return left > 0 ? TEXTS.toSeeLeft(left) : undefined;
  };
  return (
    <aside className={styles.side} aria-label={TEXTS.act}>
      <h2>{view.myStep ? TEXTS.myStep(STEPS[view.myStep], view.actingFor) : TEXTS.act}</h2>
      {view.myStep && view.myStep !== 'draft' ? (
        <Field
          label={`${TEXTS.opinion}（${keyOf('paper.opinion')}）`}
          lines={2}
          value={opinion}
          onChange={onOpinion}
          max={500}
          inputRef={opinionRef}
        />
      ) : null}
      {draft.restored ? <DraftNote draft={draft} /> : null}
      {ACTS.every((act) => !view.actions[act.action].enabled) ? <p className={styles.note}>{TEXTS.notMine}</p> : null}
      <div className={styles.acts}>
        {ACTS.map((act) => (
          <ActLine
            key={act.action}
            act={act}
            name={act.action === 'sign' ? signName(view, again) : act.name}
            why={whyOf(act.action)}
            onPress={() => onAct(act.action)}
          />
        ))}
        <RescanLine view={view} />
      </div>
      <MoreActs whyOf={whyOf} onAct={onAct} />
      <h3>{TEXTS.export}</h3>
      <Exports view={view} />
    </aside>
  );
}

function signName(view: CaseView, again: boolean): string {
  if (again) return TEXTS.signAgain;
  return view.myStep === 'draft' ? TEXTS.submit : ACTS[0].name;
}

/** The rarer acts: those that can be done now, and the others folded away with their reasons. */
function MoreActs(props: { readonly whyOf: (act: ActName) => string | undefined; readonly onAct: (act: ActName) => void }) {
  const now = MORE_ACTS.filter(({ action }) => props.whyOf(action) === undefined);
  const not = MORE_ACTS.filter(({ action }) => props.whyOf(action) !== undefined);
  const line = (act: (typeof MORE_ACTS)[number]) => (
    <ActLine key={act.action} act={act} name={act.name} why={props.whyOf(act.action)} onPress={() => props.onAct(act.action)} />
  );
  return (
    <>
      <h3>{TEXTS.moreActs}</h3>
      <div className={styles.acts}>
        {now.map(line)}
        {not.length > 0 ? (
          <details className={styles.more}>
            <summary>{TEXTS.notNow(not.length)}</summary>
            <div className={styles.acts}>{not.map(line)}</div>
          </details>
        ) : null}
      </div>
    </>
  );
}

interface ActLineProps {
  readonly act: Act;
  readonly name: string;
  readonly why: string | undefined;
  readonly onPress: () => void;
}

function ActLine({ act, name, why, onPress }: ActLineProps) {
  useCommand(act.command ?? 'paper.agree', onPress, act.command !== undefined && why === undefined);
  return (
    <div className={styles.act}>
      <Button kind={act.kind} command={act.command} onPress={onPress} why={why}>
        {name}
      </Button>
      <span className={styles.why}>{why}</span>
    </div>
  );
}

/** New rules make old checks stale; only those who decide on findings check again. */
function RescanLine({ view }: { readonly view: CaseView }) {
  const rescan = useCaseCall('case.rescan');
  const why = rescan.isPending ? TEXTS.rescanning : whyGrey(view.actions.decide);
  const run = () => rescan.mutate({ job: newJob(), case: view.row.id }, { onSuccess: () => reportDone(TEXTS.rescanned) });
  return (
    <div className={styles.act}>
      <Button onPress={run} why={why}>
        {TEXTS.rescan}
      </Button>
      <span className={styles.why}>{why ?? TEXTS.rescanNote}</span>
    </div>
  );
}
