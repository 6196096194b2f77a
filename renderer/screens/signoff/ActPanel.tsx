import type { Ref } from 'react';
import type { CaseView } from '../../../review/contract.ts';
import { STEPS } from '../../../review/model/index.ts';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { keyOf } from '../../keys/commands.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { newJob } from '../../state/jobs.ts';
import { reportDone } from '../../state/messages.ts';
import { useCaseCall } from '../../state/queries.ts';
import { whyGrey } from '../desk/CaseBar.tsx';
import { ACTS, type Act, type ActName } from './acts.ts';
import { Exports } from './Exports.tsx';
import styles from './SignOff.module.css';
import { TEXTS } from './texts.ts';

interface ActPanelProps {
  readonly view: CaseView;
  /** Things still to be looked at before 同意. */
  readonly left: number;
  readonly opinion: string;
  readonly onOpinion: (opinion: string) => void;
  readonly opinionRef: Ref<HTMLInputElement & HTMLTextAreaElement>;
  readonly onAct: (act: ActName) => void;
}

/** What this person can do now; what cannot be done says why, in words beside the button. */
export function ActPanel({ view, left, opinion, onOpinion, opinionRef, onAct }: ActPanelProps) {
  const whyOf = (act: ActName): string | undefined => {
    const grey = whyGrey(view.actions[act]);
    return grey ?? (act === 'sign' && left > 0 ? TEXTS.toSeeLeft(left) : undefined);
  };
  return (
    <aside className={styles.side} aria-label={TEXTS.act}>
      <h2>{view.myStep ? TEXTS.myStep(STEPS[view.myStep]) : TEXTS.act}</h2>
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
      {ACTS.every((act) => !view.actions[act.action].enabled) ? <p className={styles.note}>{TEXTS.notMine}</p> : null}
      <div className={styles.acts}>
        {ACTS.map((act) => (
          <ActLine
            key={act.action}
            act={act}
            name={act.action === 'sign' && view.myStep === 'draft' ? TEXTS.submit : act.name}
            why={whyOf(act.action)}
            onPress={() => onAct(act.action)}
          />
        ))}
        <RescanLine view={view} />
      </div>
      <h3>{TEXTS.export}</h3>
      <Exports view={view} />
    </aside>
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
