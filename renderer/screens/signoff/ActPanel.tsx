import type { Ref } from 'react';
import type { CaseRow, CaseView } from '../../../review/contract.ts';
import { STEPS } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { DraftNote } from '../../components/DraftNote.tsx';
import { Field } from '../../components/Field.tsx';
import { keyOf } from '../../keys/commands.ts';
import { useCommand } from '../../keys/useCommand.ts';
import type { FormDraft } from '../../state/formDraft.ts';
import { whyGrey } from '../desk/CaseBar.tsx';
import { ACTS, type Act, type ActName, MAIN_ACTS, MORE_ACTS } from './acts.ts';
import { Exports } from './Exports.tsx';
import styles from './SignOff.module.css';
import { TEXTS } from './texts.ts';
import { type Rescan, useRescan } from './useRescan.ts';

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
  readonly next: CaseRow | undefined;
  readonly onNext: () => void;
}

/** What this person can do now; what cannot be done is folded away, each with its reason beside it. */
export function ActPanel(props: ActPanelProps) {
  const { view, left, comparing, again, opinion, onOpinion, draft, opinionRef, onAct, next, onNext } = props;
  const whyOf = (act: ActName): string | undefined => {
    const grey = whyGrey(view.actions[act]);
    if (grey !== undefined || (act !== 'sign' && act !== 'partly')) return grey;
    if (comparing) return TEXTS.comparing;
    return left > 0 ? TEXTS.toSeeLeft(left) : undefined;
  };
  const rescan = useRescan(view);
  const now = ACTS.filter(({ action }) => action === 'sign' || whyOf(action) === undefined);
  const main = now.find(({ action }) => isDue(view, action) && whyOf(action) === undefined);
  const not = [...ACTS, ...MORE_ACTS].filter(({ action }) => action !== 'sign' && whyOf(action) !== undefined);
  const line = (act: Act & { readonly action: ActName }) => (
    <ActLine
      key={act.action}
      act={act}
      name={act.action === 'sign' ? signName(view, again) : act.name}
      primary={act === main}
      why={whyOf(act.action)}
      onPress={() => onAct(act.action)}
    />
  );
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
      {next ? <NextPaper row={next} onNext={onNext} /> : null}
      <div className={styles.acts}>
        {now.map(line)}
        {rescan.why === undefined ? <RescanLine {...rescan} /> : null}
      </div>
      <h3>{TEXTS.moreActs}</h3>
      <div className={styles.acts}>
        {MORE_ACTS.filter(({ action }) => whyOf(action) === undefined).map(line)}
        <details className={styles.more}>
          <summary>{TEXTS.notNow(not.length + (rescan.why === undefined ? 0 : 1))}</summary>
          <div className={styles.acts}>
            {not.map(line)}
            {rescan.why === undefined ? null : <RescanLine {...rescan} />}
          </div>
        </details>
      </div>
      <h3>{TEXTS.export}</h3>
      <Exports view={view} />
    </aside>
  );
}

/** A further publication may be recorded at any time; due is only the first. */
const isDue = ({ publications }: CaseView, action: ActName): boolean =>
  MAIN_ACTS.includes(action) && (action !== 'publish' || publications.length === 0);

function signName(view: CaseView, again: boolean): string {
  if (again) return TEXTS.signAgain;
  return view.myStep === 'draft' ? TEXTS.submit : ACTS[0].name;
}

/** The signer's own paper is done with: the next one, without a way back to the list. */
function NextPaper({ row, onNext }: { readonly row: CaseRow; readonly onNext: () => void }) {
  return (
    <div className={styles.next}>
      <Button kind="primary" command="paper.next" onPress={onNext}>
        {TEXTS.nextPaper}
      </Button>
      <span className={styles.why}>{row.title}</span>
    </div>
  );
}

interface ActLineProps {
  readonly act: Act;
  readonly name: string;
  /** The one act that is due. */
  readonly primary: boolean;
  readonly why: string | undefined;
  readonly onPress: () => void;
}

function ActLine({ act, name, primary, why, onPress }: ActLineProps) {
  useCommand(act.command ?? 'paper.agree', onPress, act.command !== undefined && why === undefined);
  return (
    <div className={styles.act}>
      <Button kind={primary ? 'primary' : act.kind} command={act.command} onPress={onPress} why={why}>
        {name}
      </Button>
      <span className={styles.why}>{why}</span>
    </div>
  );
}

function RescanLine({ why, run }: Rescan) {
  return (
    <div className={styles.act}>
      <Button onPress={run} why={why}>
        {TEXTS.rescan}
      </Button>
      <span className={styles.why}>{why ?? TEXTS.rescanNote}</span>
    </div>
  );
}
