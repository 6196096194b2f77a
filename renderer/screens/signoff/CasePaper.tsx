import { useRef, useState } from 'react';
import type { CaseView, FindingView } from '../../../review/contract.ts';
import { useCommand } from '../../keys/useCommand.ts';
import { usePlace } from '../../state/place.ts';
import { RefuseDialog, ReturnDialog, WithdrawDialog } from '../signing/ReasonDialogs.tsx';
import { PublishDialog, ReleaseDialog } from '../signing/ReleaseDialogs.tsx';
import { SignDialog } from '../signing/SignDialog.tsx';
import { SubmitDialog } from '../signing/SubmitDialog.tsx';
import { OPINIONS } from '../signing/texts.ts';
import { ActPanel } from './ActPanel.tsx';
import type { ActName } from './acts.ts';
import { Paper } from './Paper.tsx';
import { seenKey, useSeen } from './seen.ts';
import { ToSee } from './ToSee.tsx';
import { toSee } from './toSee.ts';

/** The paper of one case with what can be done to it. */
export function CasePaper({ view }: { readonly view: CaseView }) {
  const { myStep } = view;
  const [opinion, setOpinion] = useState(myStep ? (OPINIONS[myStep][0] ?? '') : '');
  const [act, setAct] = useState<ActName>();
  const [opened, setOpened] = useState<string>();
  const opinionField = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const openCase = usePlace((state) => state.openCase);
  const { keys, see } = useSeen();
  const list = toSee(view);
  const keyFor = (finding: string) => seenKey(view.row.id, view.draft.source.sha256, finding);
  const isSeen = (finding: string) => keys.has(keyFor(finding));
  // The drafter decided on them one by one; those who sign after must look.
  const left = myStep === 'draft' ? 0 : list.filter((finding) => !isSeen(finding.id)).length;
  const open = (finding: FindingView | undefined) => {
    setOpened(finding?.id);
    if (finding) see(keyFor(finding.id));
  };
  const next = () => open(list.find((finding) => !isSeen(finding.id)));
  const close = () => setAct(undefined);
  useCommand('paper.next-to-see', next, left > 0);
  useCommand('paper.opinion', () => opinionField.current?.focus(), myStep !== undefined);
  useCommand('paper.text', () => openCase(view.row.id, 'desk'));
  return (
    <>
      <Paper view={view} toSee={<ToSee view={view} list={list} opened={opened} isSeen={isSeen} onOpen={open} onNext={next} />} />
      <ActPanel view={view} left={left} opinion={opinion} onOpinion={setOpinion} opinionRef={opinionField} onAct={setAct} />
      {act === 'sign' && myStep === 'draft' ? <SubmitDialog view={view} onClose={close} /> : null}
      {act === 'sign' && myStep && myStep !== 'draft' ? (
        <SignDialog view={view} step={myStep} opinion={opinion} onOpinion={setOpinion} onClose={close} />
      ) : null}
      {act === 'return' ? <ReturnDialog view={view} onClose={close} /> : null}
      {act === 'refuse' ? <RefuseDialog view={view} onClose={close} /> : null}
      {act === 'release' ? <ReleaseDialog view={view} onClose={close} /> : null}
      {act === 'publish' ? <PublishDialog view={view} onClose={close} /> : null}
      {act === 'withdraw' ? <WithdrawDialog view={view} onClose={close} /> : null}
    </>
  );
}
