import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { CaseView, FindingView } from '../../../review/contract.ts';
import {
  COPY_FATES,
  type CopyFate,
  copyFate,
  type Draft,
  PIECE_KINDS,
  type Piece,
  type PieceKind,
} from '../../../review/model/index.ts';
import { Badge, type Tone } from '../../components/Badge.tsx';
import { Button } from '../../components/Button.tsx';
import { useCommand } from '../../keys/useCommand.ts';
import { offPage } from './chunks.ts';
import type { Marks } from './marks.ts';
import { originsOf } from './places.ts';
import styles from './Text.module.css';
import { TEXTS } from './texts.ts';
import { useArrival } from './useArrival.ts';

/** Rows of one group at most: a kind with more comes in several groups, each drawn by itself. */
const ROWS = 80;
const FATES = Object.keys(COPY_FATES) as CopyFate[];
const TONES: Readonly<Record<CopyFate, Tone>> = { removed: 'done', kept: 'plain', manual: 'warn' };

interface RowGroup {
  readonly kind: PieceKind;
  readonly visible: boolean;
  readonly fate: CopyFate;
  readonly pieces: readonly Piece[];
  /** How many of this kind and fate there are in all; 0 when the group continues the one before. */
  readonly count: number;
}

/** First what nobody sees, then what is seen but stands beside the body; within each by kind and fate, in reading order. */
function groupsOf(draft: Draft): readonly RowGroup[] {
  const { format } = draft.source;
  const groups: RowGroup[] = [];
  const byGroup = Map.groupBy(offPage(draft), (piece) => `${piece.visible} ${piece.kind} ${copyFate(format, piece)}`);
  for (const visible of [false, true])
    for (const kind of Object.keys(PIECE_KINDS) as PieceKind[])
      for (const fate of FATES) {
        const own = byGroup.get(`${visible} ${kind} ${fate}`) ?? [];
        for (let start = 0; start < own.length; start += ROWS) {
          const pieces = own.slice(start, start + ROWS);
          groups.push({ kind, visible, fate, pieces, count: start === 0 ? own.length : 0 });
        }
      }
  return groups;
}

interface HiddenTextProps {
  readonly view: CaseView;
  readonly marks: Marks;
  readonly active: boolean;
  /** Told how many groups are drawn, so that a jump can wait for its row. */
  readonly onArrived: (shown: number) => void;
  /** Shows the piece of the page at which a text stands. */
  readonly onJump: (piece: number) => void;
  readonly onDrop: (findings: readonly FindingView[]) => void;
}

/** Everything the file holds beside the page, and what becomes of it in the clean copy. */
export function HiddenText({ view, marks, active, onArrived, onJump, onDrop }: HiddenTextProps) {
  const { draft } = view;
  const groups = useMemo(() => groupsOf(draft), [draft]);
  const originOf = useMemo(() => originsOf(draft), [draft]);
  const shown = useArrival(groups.length, active, 0);
  useEffect(() => onArrived(shown), [shown, onArrived]);
  if (groups.length === 0) return <p className={styles.note}>{TEXTS.hiddenEmpty}</p>;
  const drawn = groups.slice(0, shown);
  const rows = { marks, originOf, onJump };
  return (
    <>
      <Overview view={view} groups={groups} onDrop={onDrop} />
      <Part title={TEXTS.hiddenTitle} note={TEXTS.hiddenNote} groups={drawn.filter((group) => !group.visible)} rows={rows} />
      <Part title={TEXTS.otherTitle} note={TEXTS.otherNote} groups={drawn.filter((group) => group.visible)} rows={rows} />
    </>
  );
}

interface OverviewProps {
  readonly view: CaseView;
  readonly groups: readonly RowGroup[];
  readonly onDrop: (findings: readonly FindingView[]) => void;
}

/** How many of which kind nobody sees, and one key that takes what was found in them out of the copy. */
function Overview({ view, groups, onDrop }: OverviewProps) {
  const { draft, findings, actions } = view;
  const counts = new Map<PieceKind, number>();
  for (const { kind, visible, count } of groups) if (!visible) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const open = findings.filter(({ piece, decision }) => draft.pieces[piece]?.visible === false && !decision);
  const why = actions.decide.enabled ? (open.length === 0 ? TEXTS.dropHiddenWhy : undefined) : actions.decide.why;
  const drop = () => {
    if (why === undefined) onDrop(open);
  };
  useCommand('desk.drop-hidden', drop);
  if (counts.size === 0) return null;
  return (
    <div className={styles.overview}>
      <ul className={styles.kinds} aria-label={TEXTS.hiddenCounts}>
        {[...counts].map(([kind, count]) => (
          <li key={kind}>
            {PIECE_KINDS[kind]} <b>{count}</b>
          </li>
        ))}
      </ul>
      <Button onPress={drop} why={why} command="desk.drop-hidden">
        {TEXTS.dropHidden(open.length)}
      </Button>
    </div>
  );
}

interface Rows {
  readonly marks: Marks;
  readonly originOf: (piece: Piece) => number | undefined;
  readonly onJump: (piece: number) => void;
}
interface PartProps {
  readonly title: string;
  readonly note: string;
  readonly groups: readonly RowGroup[];
  readonly rows: Rows;
}

function Part({ title, note, groups, rows }: PartProps) {
  if (groups.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{title}</h2>
      <p className={styles.note}>{note}</p>
      {groups.map((group) => (
        <Group key={group.pieces[0]?.index} group={group} {...rows} />
      ))}
    </section>
  );
}

const Group = memo(function Group({ group, marks, originOf, onJump }: Rows & { readonly group: RowGroup }) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (frame.current ? marks.mount(frame.current) : undefined), [marks]);
  return (
    <div ref={frame}>
      {group.count > 0 ? (
        <h3 className={styles.kind}>
          {PIECE_KINDS[group.kind]} {group.count} <Badge tone={TONES[group.fate]}>{COPY_FATES[group.fate]}</Badge>
        </h3>
      ) : null}
      {group.pieces.map((piece) => (
        <HiddenRow key={piece.index} piece={piece} origin={originOf(piece)} onJump={onJump} />
      ))}
    </div>
  );
});

interface HiddenRowProps {
  readonly piece: Piece;
  readonly origin: number | undefined;
  readonly onJump: (piece: number) => void;
}

function HiddenRow({ piece, origin, onJump }: HiddenRowProps) {
  return (
    <div className={styles.hiddenRow}>
      <span className={styles.where}>{piece.where.label}</span>
      <span className={styles.hiddenText} data-piece={piece.index}>
        {piece.text}
      </span>
      {origin === undefined ? null : (
        <button type="button" className={styles.jump} onClick={() => onJump(origin)} aria-label={TEXTS.jumpTo(piece.where.label)}>
          {TEXTS.jump}
        </button>
      )}
    </div>
  );
}
