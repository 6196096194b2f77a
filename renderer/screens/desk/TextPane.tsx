import './highlights.css';
import { type MouseEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CaseView, FindingView } from '../../../review/contract.ts';
import type { Span } from '../../../review/model/index.ts';
import { panelRoles, TabRow } from '../../components/TabRow.tsx';
import { type Chunk, chunksOf, piecesOf } from './chunks.ts';
import { FileCard } from './FileCard.tsx';
import { HiddenText } from './HiddenText.tsx';
import { Marks } from './marks.ts';
import { isPictureCopy, PagePictures } from './PagePictures.tsx';
import { PageChunk } from './PageText.tsx';
import { Proofreading } from './Proofreading.tsx';
import { showHits } from './showHits.ts';
import styles from './Text.module.css';
import { type Tab as TabId, TEXTS } from './texts.ts';
import { UnreadList } from './UnreadList.tsx';
import { useArrival } from './useArrival.ts';

const PREFIX = 'text';

interface TextPaneProps {
  readonly view: CaseView;
  readonly current: FindingView | undefined;
  readonly tab: TabId;
  readonly onTab: (tab: TabId) => void;
  readonly onFinding: (finding: FindingView) => void;
  /** Deletes what is found in hidden text from the clean copy, in one decision. */
  readonly onDropHidden: (findings: readonly FindingView[]) => void;
}

/** The draft as a reader sees it, what he does not see, and what no reader could open. */
export function TextPane({ view, current, tab, onTab, onFinding, onDropHidden }: TextPaneProps) {
  const { draft, findings } = view;
  const [marks] = useState(() => new Marks());
  const chunks = useMemo(() => chunksOf(draft), [draft]);
  const shown = useArrival(chunks.length, true, 1);
  const [hiddenShown, setHiddenShown] = useState(0);
  const drawn = usePieceDrawn(chunks, shown, hiddenShown, current);

  useLayoutEffect(() => {
    marks.open();
    return () => marks.close();
  }, [marks]);
  useLayoutEffect(() => marks.setFindings(findings), [marks, findings]);
  useJump(marks, current, tab, drawn);

  const pick = (event: MouseEvent) => {
    const finding = marks.findingAt(event.clientX, event.clientY);
    if (finding) onFinding(finding);
  };
  // Long lists of rows are drawn once: what they call must stay the same function.
  const toTab = useRef(onTab);
  useEffect(() => {
    toTab.current = onTab;
  });
  const jump = useCallback(
    (piece: number) => {
      toTab.current('body');
      showPlace(marks, piece);
    },
    [marks],
  );
  const onPage = usePagePieces(view);
  const stopShowing = useRef<() => void>(undefined);
  useEffect(() => () => stopShowing.current?.(), []);
  const toPlace = (span: Span) => {
    onTab(onPage.has(span.piece) ? 'body' : 'hidden');
    stopShowing.current?.();
    stopShowing.current = showHits([span], span);
    showPlace(marks, span.piece);
  };
  const openIn = useOpenCounts(view);
  const rememberShown = useCallback((count: number) => setHiddenShown(count), []);
  return (
    <section className={styles.pane} aria-label={TEXTS.text}>
      <TabRow
        label={TEXTS.text}
        prefix={PREFIX}
        selected={tab}
        onSelect={onTab}
        tabs={(Object.keys(TEXTS.tabs) as TabId[]).map((id) => ({ id, content: <TabName id={id} count={openIn[id]} /> }))}
      />
      <div className={styles.scroll} {...panelRoles(PREFIX, 'body', tab === 'body')}>
        {findings.length === 0 ? (
          <p className={styles.banner}>
            <b>{TEXTS.nothingFound}</b>
            {TEXTS.nothingFoundMore}
          </p>
        ) : null}
        {isPictureCopy(view) ? <PagePictures view={view} /> : null}
        <div className={styles.page} {...{ onClick: pick }}>
          {chunks.slice(0, shown).map((chunk) => (
            <PageChunk key={chunk.pieces[0]} draft={draft} chunk={chunk} marks={marks} />
          ))}
        </div>
      </div>
      <div className={styles.scroll} {...panelRoles(PREFIX, 'hidden', tab === 'hidden')}>
        <div {...{ onClick: pick }}>
          <HiddenText
            view={view}
            marks={marks}
            active={shown >= chunks.length}
            onArrived={rememberShown}
            onJump={jump}
            onDrop={onDropHidden}
          />
        </div>
      </div>
      <div className={styles.scroll} {...panelRoles(PREFIX, 'unread', tab === 'unread')}>
        <UnreadList view={view} />
      </div>
      <div className={styles.scroll} {...panelRoles(PREFIX, 'file', tab === 'file')}>
        {tab === 'file' ? <FileCard view={view} /> : null}
      </div>
      <div className={styles.scroll} {...panelRoles(PREFIX, 'proof', tab === 'proof')}>
        {tab === 'proof' ? <Proofreading view={view} onPlace={toPlace} /> : null}
      </div>
    </section>
  );
}

/** Brings a place of the page into sight and puts the cursor there, once its tab is shown. */
function showPlace(marks: Marks, piece: number): void {
  requestAnimationFrame(() => {
    const element = marks.elementOf(piece);
    if (!element) return;
    element.tabIndex = -1;
    element.scrollIntoView({ block: 'center' });
    element.focus();
  });
}

/** A value that changes when the piece of the current finding gets drawn. */
function usePieceDrawn(chunks: readonly Chunk[], shown: number, hiddenShown: number, current: FindingView | undefined): string {
  const index = useMemo(
    () => (current ? chunks.findIndex((chunk) => chunk.pieces.includes(current.piece)) : -1),
    [chunks, current],
  );
  return index >= 0 ? `page ${index < shown}` : `hidden ${hiddenShown}`;
}

/** Marks the current finding and brings it into sight, once its text and tab are there. */
function useJump(marks: Marks, current: FindingView | undefined, tab: TabId, drawn: string): void {
  const done = useRef('');
  useEffect(() => {
    marks.setCurrent(current);
    const element = current && marks.elementOf(current.piece);
    const place = `${current?.id} ${tab}`;
    if (!current || !element || done.current === place || drawn === 'page false') return;
    done.current = place;
    const bring = () => {
      const frame = element.closest<HTMLElement>(`.${styles.scroll}`);
      const box = marks.boxOf(current);
      if (!frame || !box) return;
      const view = frame.getBoundingClientRect();
      const inSight = box.top >= view.top + 40 && box.bottom <= view.bottom - 40;
      if (!inSight) frame.scrollTop += box.top - view.top - view.height * 0.35;
    };
    // Twice: text scrolled to for the first time is only then measured, and may push the place away.
    let frame = requestAnimationFrame(() => {
      element.scrollIntoView({ block: 'nearest' });
      bring();
      frame = requestAnimationFrame(bring);
    });
    return () => cancelAnimationFrame(frame);
  }, [marks, current, tab, drawn]);
}

function TabName({ id, count }: { readonly id: TabId; readonly count: TabCount }) {
  return (
    <>
      {TEXTS.tabs[id]} {count.total > 0 ? count.total : null}
      {count.open > 0 ? <span className={styles.open}> · {count.open} 待处理</span> : null}
    </>
  );
}

interface TabCount {
  readonly total: number;
  readonly open: number;
}

function useOpenCounts(view: CaseView): Readonly<Record<TabId, TabCount>> {
  const { draft, findings, confirmedUnread } = view;
  const onPage = usePagePieces(view);
  const inBody = findings.filter((finding) => onPage.has(finding.piece));
  const open = (list: readonly FindingView[]) => list.filter((finding) => !finding.decision).length;
  const hidden = findings.filter((finding) => !onPage.has(finding.piece));
  const unseen = draft.unread.filter(({ part }) => !confirmedUnread.includes(part)).length;
  return {
    body: { total: inBody.length, open: open(inBody) },
    hidden: { total: draft.pieces.length - onPage.size, open: open(hidden) },
    unread: { total: draft.unread.length, open: unseen },
    file: { total: 0, open: 0 },
    // Asked for only when the tab is opened, and never open work.
    proof: { total: 0, open: 0 },
  };
}

/** Pieces that stand on the page; findings in any other piece are shown in the tab of hidden content. */
export function usePagePieces(view: CaseView): ReadonlySet<number> {
  const { draft } = view;
  return useMemo(() => new Set(draft.page.flatMap(piecesOf)), [draft]);
}
