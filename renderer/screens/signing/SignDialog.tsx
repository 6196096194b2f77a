import type { CaseView } from '../../../review/contract.ts';
import { STEPS, type Step } from '../../../review/model/index.ts';
import type { FormDraft } from '../../state/formDraft.ts';
import { ActDialog } from './ActDialog.tsx';
import { OpinionField } from './OpinionField.tsx';
import { TEXTS } from './texts.ts';

interface SignDialogProps {
  readonly view: CaseView;
  readonly step: Step;
  readonly opinion: string;
  /** Signed before over something else: the same opinion again. */
  readonly again: boolean;
  readonly onOpinion: (opinion: string) => void;
  readonly draft: FormDraft;
  readonly onClose: () => void;
}

/** 同意 of one step. */
export function SignDialog({ view, step, opinion, again, onOpinion, draft, onClose }: SignDialogProps) {
  return (
    <ActDialog
      call="chain.sign"
      input={(pin) => ({ case: view.row.id, step, opinion, pin })}
      view={view}
      title={again ? TEXTS.signAgainTitle(STEPS[step]) : TEXTS.signTitle(STEPS[step])}
      step={STEPS[step]}
      confirm={again ? TEXTS.signAgain : TEXTS.sign}
      done={({ row }) => TEXTS.done.signed(row.next)}
      missing={opinion.trim() === '' ? '请填写意见' : undefined}
      draft={draft}
      onClose={onClose}
    >
      <OpinionField step={step} value={opinion} onChange={onOpinion} />
    </ActDialog>
  );
}
