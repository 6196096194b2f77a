import { type ComponentType, useRef, useState } from 'react';
import type { CaseRow, CaseView, FindingView } from '../../../review/contract.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { fieldOf, useFormDraft } from '../../state/formDraft.ts';
import { usePlace } from '../../state/place.ts';
import { useDifferences, useDocuments, useSession } from '../../state/queries.ts';
import { ConsultDialog } from '../signing/ConsultDialogs.tsx';
import type { CaseDialogProps } from '../signing/caseDialog.ts';
import { HoldDialog, RecallDialog, ReexamineDialog, ReferDialog, TakeDownDialog } from '../signing/OutcomeDialogs.tsx';
import { opinionPlace } from '../signing/opinionPlace.ts';
import { PartlyDialog } from '../signing/PartlyDialog.tsx';
import { RefuseDialog, ReturnDialog, WithdrawDialog } from '../signing/ReasonDialogs.tsx';
import { PublishDialog, ReleaseDialog } from '../signing/ReleaseDialogs.tsx';
import { SignDialog } from '../signing/SignDialog.tsx';
import { SubmitDialog } from '../signing/SubmitDialog.tsx';
import { usualOpinion } from '../signing/texts.ts';
import { ActPanel } from './ActPanel.tsx';
import type { ActName } from './acts.ts';
import { Paper } from './Paper.tsx';
import { seenKey, useSeen } from './seen.ts';
import { ToSee } from './ToSee.tsx';
import { type SeeItem, toSee } from './toSee.ts';

const OUTCOME_DIALOGS: Readonly<Partial<Record<ActName, ComponentType<CaseDialogProps>>>> = {
  partly: PartlyDialog,
  consult: ConsultDialog,
  hold: HoldDialog,
  refer: ReferDialog,
  recall: RecallDialog,
  takeDown: TakeDownDialog,
  reexamine: ReexamineDialog,
};

type Signature = CaseView['steps'][number]['signatures'][number];

/** The person's own newest signature of the step that is due, when it no longer counts: opinion kept, one PIN signs again. */
function useOwnVoidSignature({ steps, myStep }: CaseView): Signature | undefined {
  const name = useSession()?.person.name;
  const last = steps.find(({ step }) => step === myStep)?.signatures.findLast(({ by }) => by === name);
  return last?.counts ? undefined : last;
}

/** What was decided before the person signed, they have looked at then. */
const isOlder = (decision: FindingView['decision'], before: Signature | undefined): boolean =>
  decision !== undefined && before !== undefined && decision.at <= before.at;

interface CasePaperProps {
  readonly view: CaseView;
  /** The first paper that waits for the person, while another is on the screen. */
  readonly next: CaseRow | undefined;
  readonly onNext: () => void;
}

/** The paper of one case with what can be done to it. */
export function CasePaper({ view, next: nextPaper, onNext }: CasePaperProps) {
  const { myStep } = view;
  const before = useOwnVoidSignature(view);
  const draft = useFormDraft(opinionPlace(view));
  const usual = before?.opinion ?? (myStep ? usualOpinion(myStep, view.row) : '');
  const [opinion, setOpinion] = fieldOf<string>(draft, 'opinion', usual);
  const [act, setAct] = useState<ActName>();
  const [opened, setOpened] = useState<string>();
  const opinionField = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const openCase = usePlace((state) => state.openCase);
  const { keys, see } = useSeen();
  const person = useSession()?.person.id ?? '';
  const views = useDocuments(view);
  const differences = useDifferences(views);
  const list = views.flatMap((one, place) => toSee(one, differences[place]?.difference));
  const keyFor = (item: SeeItem) => seenKey(person, view.row.id, item.view.draft.source.sha256, item.id);
  const isSeen = (item: SeeItem) => keys.has(keyFor(item)) || (item.kind === 'finding' && isOlder(item.finding.decision, before));
  // The drafter decided on them one by one; those who sign after must look.
  const left = myStep === 'draft' ? 0 : list.filter((item) => !isSeen(item)).length;
  const loading = views.length < view.documents.length;
  const asked = myStep !== undefined && myStep !== 'draft';
  const comparing = myStep !== 'draft' && (loading || differences.some(({ isLoading }) => isLoading));
  const open = (item: SeeItem | undefined) => {
    setOpened(item?.id);
    if (item) see(keyFor(item));
  };
  const next = () => open(list.find((item) => !isSeen(item)));
  const close = () => setAct(undefined);
  const Outcome = act === undefined ? undefined : OUTCOME_DIALOGS[act];
  useCommand('paper.next-to-see', next, asked && left > 0);
  useCommand('paper.opinion', () => opinionField.current?.focus(), myStep !== undefined);
  useCommand('paper.text', () => openCase(view.row.id, 'desk'));
  return (
    <>
      <Paper
        view={view}
        views={views}
        toSee={<ToSee list={list} asked={asked} opened={opened} isSeen={isSeen} onOpen={open} onNext={next} />}
      />
      <ActPanel
        view={view}
        left={left}
        comparing={comparing}
        again={before !== undefined}
        opinion={opinion}
        onOpinion={setOpinion}
        draft={draft}
        opinionRef={opinionField}
        onAct={setAct}
        next={nextPaper}
        onNext={onNext}
      />
      {act === 'sign' && myStep === 'draft' ? <SubmitDialog view={view} before={before?.opinion} onClose={close} /> : null}
      {act === 'sign' && myStep && myStep !== 'draft' ? (
        <SignDialog
          view={view}
          step={myStep}
          opinion={opinion}
          again={before !== undefined}
          onOpinion={setOpinion}
          draft={draft}
          onClose={close}
        />
      ) : null}
      {Outcome ? <Outcome view={view} onClose={close} /> : null}
      {act === 'return' ? <ReturnDialog view={view} onClose={close} /> : null}
      {act === 'refuse' ? <RefuseDialog view={view} onClose={close} /> : null}
      {act === 'release' ? <ReleaseDialog view={view} onClose={close} /> : null}
      {act === 'publish' ? <PublishDialog view={view} onClose={close} /> : null}
      {act === 'withdraw' ? <WithdrawDialog view={view} onClose={close} /> : null}
    </>
  );
}
