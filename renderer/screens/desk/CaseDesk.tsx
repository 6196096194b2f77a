import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseView, FindingView } from '../../../review/contract.ts';
import { type DecisionKind, NEEDS_REASON, type Span } from '../../../review/model/index.ts';
import { AttentionNote } from '../../components/AttentionNote.tsx';
import { useCommand } from '../../keys/useCommand.ts';
import { usePlace } from '../../state/place.ts';
import { ConflictNote } from '../conflict/ConflictNote.tsx';
import { SubmitDialog } from '../signing/SubmitDialog.tsx';
import { useRescan } from '../signoff/useRescan.ts';
import { AttachmentsDialog } from './AttachmentsDialog.tsx';
import { BulkTool } from './BulkTool.tsx';
import { CaseBar, whyGrey } from './CaseBar.tsx';
import { type ChosenCopy, CopyDialog, hasCopyForms } from './CopyDialog.tsx';
import styles from './Desk.module.css';
import { Detail } from './Detail.tsx';
import { DocumentBar } from './DocumentBar.tsx';
import { placeKey, useCasePlace, useDeskPlace, useHiddenSeen, useOpenOnly } from './deskPlace.ts';
import { FindBar } from './FindBar.tsx';
import { FindingList } from './FindingList.tsx';
import { KeyHints } from './KeyHints.tsx';
import type { MarkWords } from './MarkDialog.tsx';
import { MarkTool } from './MarkTool.tsx';
import { arrange, findingsOf, nextOpen, sameAs } from './order.ts';
import { RecordTool } from './RecordTool.tsx';
import { TextPane, usePagePieces } from './TextPane.tsx';
import type { Tab } from './texts.ts';
import { type Choice, useDecisions } from './useDecisions.ts';
import { useDocumentKeys } from './useDocumentKeys.ts';
import { useFindingKeys } from './useFindingKeys.ts';
import { useNextDraft } from './useNextDraft.ts';
import { useVersionJobs } from './useVersionJobs.ts';

/** The desk of one version of one document of a case. */
export function CaseDesk({ view }: { readonly view: CaseView }) {
  const caseId = view.row.id;
  const here = placeKey(caseId, view.document);
  const place = useCasePlace(here);
  const { order, drawer, move, set } = useDeskPlace();
  const hidden = useHiddenSeen();
  const openOnly = useOpenOnly();
  const openCase = usePlace((state) => state.openCase);
  const [submitting, setSubmitting] = useState(false);
  const [copying, setCopying] = useState(false);
  const [attaching, setAttaching] = useState(false);
  /** 提交 was asked for while decisions wait for their answer. */
  const [afterAnswer, setAfterAnswer] = useState(false);
  const listFocus = useRef<{ focus(): void }>(null);
  const onPage = usePagePieces(view);

  const items = useMemo(() => {
    const shown = openOnly ? view.findings.filter((finding) => !finding.decision || finding.id === place.finding) : view.findings;
    return arrange(shown, order);
  }, [view.findings, openOnly, order, place.finding]);
  const list = useMemo(() => findingsOf(items), [items]);
  const current = view.findings.find((finding) => finding.id === place.finding) ?? list[0];
  const same = current ? sameAs(current, view.findings) : [];

  const showTab = (tab: Tab) => {
    move(here, { tab });
    if (tab === 'hidden') hidden.see(view.draft.source.sha256);
  };
  const choose = (finding: FindingView | undefined) => {
    if (!finding) return;
    move(here, { finding: finding.id, asking: undefined });
    showTab(onPage.has(finding.piece) ? 'body' : 'hidden');
  };
  const documents = useDocumentKeys(view, () => setAttaching(true));
  const decisions = useDecisions(view, (finding, document) => {
    if (document === view.document) return choose(finding);
    // What was undone stands in another document: there it is shown.
    move(placeKey(caseId, document), { finding: finding.id, asking: undefined });
    documents.open(document);
  });
  const versions = useVersionJobs(view);

  const make = (choice: Choice) => {
    const decided = new Set(choice.findings);
    const next = nextOpen(list, current?.id, 1, decided);
    decisions.decide(choice);
    move(here, { asking: undefined });
    if (next) choose(next);
    else if (!list.some(({ id, decision }) => !decision && !decided.has(id))) documents.leaveToOpen(1);
    listFocus.current?.focus();
  };
  const onDecide = (kind: DecisionKind, everySame: boolean) => {
    if (!current || !view.actions.decide.enabled) return;
    const findings = everySame ? same.map((finding) => finding.id) : [current.id];
    set({ drawer: true });
    if (kind === 'rewrite' || NEEDS_REASON.includes(kind)) move(here, { finding: current.id, asking: { kind, findings } });
    else make({ findings, kind, reason: '' });
  };
  const dropHidden = (found: readonly FindingView[]) => {
    if (view.actions.decide.enabled && found.length > 0)
      make({ findings: found.map((finding) => finding.id), kind: 'delete', reason: '' });
  };
  const cancel = () => {
    move(here, { asking: undefined });
    listFocus.current?.focus();
  };

  const mark = ({ piece, start, end }: Span, words: MarkWords) =>
    decisions.mark({ case: caseId, document: view.document, draft: view.draftId, piece, start, end, ...words });

  const rescan = useRescan(view);
  const nextDraft = useNextDraft(view);
  const canSubmit = view.actions.sign.enabled && view.myStep === 'draft';
  const submitWhy = canSubmit ? undefined : (whyGrey(view.actions.sign) ?? '这一步在“签批”里办理。');
  const submit = () => {
    // Right after a decision the case on the screen does not know yet that it may be submitted.
    if (decisions.busy()) setAfterAnswer(true);
    else if (canSubmit) setSubmitting(true);
    else if (view.myStep && view.myStep !== 'draft') openCase(caseId, 'signoff');
    else if (nextDraft) openCase(nextDraft.id, 'desk');
  };
  useEffect(() => {
    if (!afterAnswer || decisions.busy()) return;
    setAfterAnswer(false);
    if (canSubmit) setSubmitting(true);
  });
  const makeCopy = () => {
    if (hasCopyForms(view)) setCopying(true);
    else void versions.cleanCopy();
  };
  const copy = (chosen: ChosenCopy) => {
    setCopying(false);
    void versions.cleanCopy(chosen);
  };
  const undo = () => {
    if (view.actions.undo.enabled || decisions.saving) decisions.undo();
  };
  const compare = () => {
    if (view.versions.length > 1) usePlace.getState().compare(true);
  };
  const { leave, leaveToOpen } = documents;
  const focusList = () => listFocus.current?.focus();
  useFindingKeys({ list, current, choose, showTab, tab: place.tab, focusList, leave, leaveToOpen });
  useCommand('desk.undo', undo);
  useCommand('desk.submit', submit);
  useCommand('desk.rescan', rescan.run, rescan.why === undefined);
  useCommand('desk.clean-copy', makeCopy, view.actions.cleanCopy.enabled && !versions.job);

  return (
    <div className={styles.screen}>
      <CaseBar
        view={view}
        job={versions.job}
        submitWhy={submitWhy}
        onUndo={undo}
        onSubmit={submit}
        onCleanCopy={makeCopy}
        onAddVersion={(file) => void versions.addVersion(file)}
        onCompare={compare}
        onSignOff={() => openCase(caseId, 'signoff')}
      />
      <DocumentBar view={view} onOpen={documents.open} onAttachments={() => setAttaching(true)} />
      <AttentionNote attention={view.row.attention} />
      <ConflictNote row={view.row} />
      <div className={styles.columns} data-drawer={drawer ? 'open' : 'closed'}>
        <FindingList view={view} items={items} count={list.length} chosen={current?.id} onChoose={choose} focusRef={listFocus} />
        <TextPane view={view} current={current} tab={place.tab} onTab={showTab} onFinding={choose} onDropHidden={dropHidden} />
        {drawer ? (
          <Detail
            view={view}
            finding={current}
            same={same.length}
            asking={place.asking}
            onDecide={onDecide}
            onChoice={make}
            onCancel={cancel}
          />
        ) : null}
      </div>
      <FindBar view={view} onTab={showTab} onClose={() => listFocus.current?.focus()} />
      <BulkTool view={view} current={current} onChoice={make} />
      <RecordTool current={current} />
      <MarkTool view={view} current={current} onMark={mark} />
      <KeyHints />
      {attaching ? (
        <AttachmentsDialog
          view={view}
          onOpen={(document) => {
            setAttaching(false);
            documents.open(document);
          }}
          onAdd={(files) => {
            setAttaching(false);
            void versions.attach(files);
          }}
          onClose={() => setAttaching(false)}
        />
      ) : null}
      {copying ? <CopyDialog view={view} onClose={() => setCopying(false)} onMake={copy} /> : null}
      {submitting ? <SubmitDialog view={view} onClose={() => setSubmitting(false)} /> : null}
    </div>
  );
}
