import { memo, useLayoutEffect, useRef } from 'react';
import type { Draft, PageBlock, PageCell } from '../../../review/model/index.ts';
import type { Chunk } from './chunks.ts';
import type { Marks } from './marks.ts';
import styles from './Text.module.css';
import { TEXTS } from './texts.ts';

interface ChunkProps {
  readonly draft: Draft;
  readonly chunk: Chunk;
  readonly marks: Marks;
}

/** One chunk of the page. Every piece is one element holding one text node, so offsets in findings are offsets in the node. */
export const PageChunk = memo(function PageChunk({ draft, chunk, marks }: ChunkProps) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (frame.current ? marks.mount(frame.current) : undefined), [marks]);
  return (
    <div ref={frame} className={styles.chunk} style={{ containIntrinsicSize: `auto ${chunk.height}px` }}>
      {chunk.blocks.map((block) => (
        <Block key={keyOf(block)} block={block} draft={draft} />
      ))}
    </div>
  );
});

const keyOf = (block: PageBlock): string =>
  block.type === 'table' ? `t${block.rows[0]?.flatMap((cell) => cell.pieces)[0]}` : `p${block.piece}`;

function Block({ block, draft }: { readonly block: PageBlock; readonly draft: Draft }) {
  if (block.type === 'table') return <TableBlock rows={block.rows} draft={draft} />;
  const text = draft.pieces[block.piece]?.text ?? '';
  if (block.type === 'heading') {
    const level = Math.min(Math.max(block.level, 1), 3);
    return (
      <p className={styles[`heading${level}`]} data-piece={block.piece}>
        {text}
      </p>
    );
  }
  const indented = /^\s/.test(text) || text === '' ? styles.paragraph : `${styles.paragraph} ${styles.indent}`;
  return (
    <p className={block.list ? styles.item : indented} data-piece={block.piece} data-list={block.list}>
      {text}
    </p>
  );
}

/** From so many columns on a table may not fit, and is scrolled sideways by its own keys. */
const WIDE = 7;

function TableBlock({ rows, draft }: { readonly rows: readonly (readonly PageCell[])[]; readonly draft: Draft }) {
  const wide = rows.some((row) => row.length >= WIDE);
  return (
    <div className={styles.tableFrame} {...(wide ? { tabIndex: 0, role: 'group', 'aria-label': TEXTS.wideTable } : {})}>
      <table className={styles.table}>
        <tbody>
          {rows.map((row, place) => (
            <tr key={row[0]?.pieces[0] ?? `empty${place}`}>
              {row.map((cell, column) => (
                <td key={cell.pieces[0] ?? `empty${column}`} colSpan={cell.colspan} rowSpan={cell.rowspan}>
                  {cell.pieces.map((piece) => (
                    <p key={piece} data-piece={piece}>
                      {draft.pieces[piece]?.text}
                    </p>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
