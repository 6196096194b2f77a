import { useLayoutEffect, useMemo, useRef } from 'react';
import { type Draft, PIECE_KINDS, type Piece, type PieceKind } from '../../../review/model/index.ts';
import { offPage } from './chunks.ts';
import type { Marks } from './marks.ts';
import styles from './Text.module.css';
import { TEXTS } from './texts.ts';
import { useArrival } from './useArrival.ts';

/** Rows of one arrival. */
const ROWS = 80;

interface HiddenTextProps {
  readonly draft: Draft;
  readonly marks: Marks;
  readonly active: boolean;
  /** Told how many rows are drawn, so that a jump can wait for its row. */
  readonly onArrived: (shown: number) => void;
}

/** Everything the file holds beside the page, by kind: first what nobody sees, then headers, notes and the like. */
export function HiddenText({ draft, marks, active, onArrived }: HiddenTextProps) {
  const pieces = useMemo(() => [...offPage(draft)].sort((a, b) => Number(a.visible) - Number(b.visible)), [draft]);
  const shown = useArrival(Math.ceil(pieces.length / ROWS), active) * ROWS;
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const forget = frame.current ? marks.mount(frame.current) : undefined;
    if (shown > 0) onArrived(shown);
    return forget;
  }, [marks, shown, onArrived]);
  if (pieces.length === 0) return <p className={styles.note}>{TEXTS.hiddenEmpty}</p>;
  const drawn = pieces.slice(0, shown);
  return (
    <div ref={frame}>
      <Part title={TEXTS.hiddenTitle} note={TEXTS.hiddenNote} pieces={drawn.filter((piece) => !piece.visible)} />
      <Part title={TEXTS.otherTitle} note={TEXTS.otherNote} pieces={drawn.filter((piece) => piece.visible)} />
      {shown < pieces.length ? <p className={styles.note}>{TEXTS.hiddenMore(drawn.length, pieces.length)}</p> : null}
    </div>
  );
}

function Part({ title, note, pieces }: { readonly title: string; readonly note: string; readonly pieces: readonly Piece[] }) {
  if (pieces.length === 0) return null;
  const kinds = (Object.keys(PIECE_KINDS) as PieceKind[]).filter((kind) => pieces.some((piece) => piece.kind === kind));
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{title}</h2>
      <p className={styles.note}>{note}</p>
      {kinds.map((kind) => {
        const own = pieces.filter((piece) => piece.kind === kind);
        return (
          <div key={kind}>
            <h3 className={styles.kind}>
              {PIECE_KINDS[kind]} {own.length}
            </h3>
            {own.map((piece) => (
              <div key={piece.index} className={styles.hiddenRow}>
                <span className={styles.where}>{piece.where.label}</span>
                <span className={styles.hiddenText} data-piece={piece.index}>
                  {piece.text}
                </span>
              </div>
            ))}
          </div>
        );
      })}
    </section>
  );
}
