import { Parser } from 'htmlparser2';

/** mammoth's HTML as data: nothing of it is ever shown. */
export type HtmlBlock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'table'; readonly rows: readonly (readonly HtmlCell[])[] };
export interface HtmlCell {
  readonly texts: readonly string[];
  readonly colspan: number;
  readonly rowspan: number;
}

interface OpenTable {
  readonly rows: { texts: string[]; colspan: number; rowspan: number }[][];
}

const PARAGRAPHS = /^(p|h[1-6]|li)$/;

/** Reads paragraphs and tables out of the HTML; note marks and the list of notes are left out, for notes have their own section. */
export function readPageHtml(html: string): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  const tables: OpenTable[] = [];
  let text = '';
  let skipped = 0;
  const flush = () => {
    const cell = tables.at(-1)?.rows.at(-1)?.at(-1);
    if (text.trim() !== '') {
      if (cell) cell.texts.push(text);
      else blocks.push({ type: 'text', text });
    }
    text = '';
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (skipped > 0 || isNote(name, attributes.id ?? '')) skipped += 1;
      else if (PARAGRAPHS.test(name)) flush();
      else if (name === 'br') text += '\n';
      else if (name === 'table') {
        flush();
        tables.push({ rows: [] });
      } else if (name === 'tr') tables.at(-1)?.rows.push([]);
      else if (name === 'td' || name === 'th') {
        tables
          .at(-1)
          ?.rows.at(-1)
          ?.push({ texts: [], colspan: spanOf(attributes.colspan), rowspan: spanOf(attributes.rowspan) });
      }
    },
    ontext: (data) => {
      if (skipped === 0) text += data;
    },
    onclosetag: (name) => {
      if (skipped > 0) skipped -= 1;
      else if (PARAGRAPHS.test(name) || name === 'td' || name === 'th') flush();
      else if (name === 'table') closeTable(tables, blocks);
    },
  });
  parser.write(html);
  parser.end();
  flush();
  return blocks;
}

/** A table inside a cell gives its paragraphs to that cell: a page block has no tables within tables. */
function closeTable(tables: OpenTable[], blocks: HtmlBlock[]): void {
  const table = tables.pop();
  if (!table) return;
  const cell = tables.at(-1)?.rows.at(-1)?.at(-1);
  if (cell) cell.texts.push(...table.rows.flat().flatMap((inner) => inner.texts));
  else blocks.push({ type: 'table', rows: table.rows });
}

const isNote = (name: string, id: string): boolean =>
  (name === 'a' && /(foot|end)note-ref-/.test(id)) || (name === 'li' && /(foot|end)note-\d/.test(id));
const spanOf = (value: string | undefined): number => Math.min(100, Math.max(1, Number(value) || 1));
