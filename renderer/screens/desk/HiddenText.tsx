import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { type Draft, PIECE_KINDS, type Piece, type PieceKind } from '../../../review/model/index.ts';
import { offPage } from './chunks.ts';
import type { Marks } from './marks.ts';
import styles from './Text.module.css';
import { TEXTS } from './texts.ts';
import { useArrival } from './useArrival.ts';

/** Rows of one group at most: a kind with more comes in several groups, each drawn by itself. */
const ROWS = 80;

interface RowGroup {
  readonly kind: PieceKind;
  readonly visible: boolean;
  readonly pieces: readonly Piece[];
  /** How many of this kind there are in all; 0 when the group continues the one before. */
  readonly count: number;
}

/** First what nobody sees, then what is seen but stands beside the body; within each by kind, in reading order. */
function groupsOf(draft: Draft): readonly RowGroup[] {
  const pieces = offPage(draft);
  return [false, true].flatMap((visible) =>
    (Object.keys(PIECE_KINDS) as PieceKind[]).flatMap((kind) => {
      const own = pieces.filter((piece) => piece.kind === kind && piece.visible === visible);
      const groups: RowGroup[] = [];
      for (let start = 0; start < own.length; start += ROWS)
        groups.push({ kind, visible, pieces: own.slice(start, start + ROWS), count: start === 0 ? own.length : 0 });
      return groups;
    }),
  );
}

interface HiddenTextProps {
  readonly draft: Draft;
  readonly marks: Marks;
  readonly active: boolean;
  /** Told how many groups are drawn, so that a jump can wait for its row. */
  readonly onArrived: (shown: number) => void;
}

/** Everything the file holds beside the page. */
export function HiddenText({ draft, marks, active, onArrived }: HiddenTextProps) {
  const groups = useMemo(() => groupsOf(draft), [draft]);
  const shown = useArrival(groups.length, active);
  useEffect(() => onArrived(shown), [shown, onArrived]);
  if (groups.length === 0) return <p className={styles.note}>{TEXTS.hiddenEmpty}</p>;
  const drawn = groups.slice(0, shown);
  return (
    <>
      <Part title={TEXTS.hiddenTitle} note={TEXTS.hiddenNote} groups={drawn.filter((group) => !group.visible)} marks={marks} />
      <Part title={TEXTS.otherTitle} note={TEXTS.otherNote} groups={drawn.filter((group) => group.visible)} marks={marks} />
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly note: string;
  readonly groups: readonly RowGroup[];
  readonly marks: Marks;
}

function Part({ title, note, groups, marks }: PartProps) {
  if (groups.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{title}</h2>
      <p className={styles.note}>{note}</p>
      {groups.map((group) => (
        <Group key={group.pieces[0]?.index} group={group} marks={marks} />
      ))}
    </section>
  );
}

const Group = memo(function Group({ group, marks }: { readonly group: RowGroup; readonly marks: Marks }) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (frame.current ? marks.mount(frame.current) : undefined), [marks]);
  return (
    <div ref={frame}>
      {group.count > 0 ? (
        <h3 className={styles.kind}>
          {PIECE_KINDS[group.kind]} {group.count}
        </h3>
      ) : null}
      {group.pieces.map((piece) => (
        <div key={piece.index} className={styles.hiddenRow}>
          <span className={styles.where}>{piece.where.label}</span>
          <span className={styles.hiddenText} data-piece={piece.index}>
            {piece.text}
          </span>
        </div>
      ))}
    </div>
  );
});
