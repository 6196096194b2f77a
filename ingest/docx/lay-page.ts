import type { PageBlock, PageCell, Piece } from '../../review/model/index.ts';
import type { DrawnParagraph } from '../office/part-text.ts';
import type { HtmlBlock } from './page-html.ts';

export interface LaidPage {
  readonly page: readonly PageBlock[];
  /** Texts of the page that stand in no paragraph the sweep found; must be empty, and become pieces when they are not. */
  readonly strange: readonly string[];
}

/** How far ahead a paragraph is looked for before the whole document is searched. */
const WINDOW = 60;

/** Columns up to which a drawn table keeps its empty cells. */
const MOST_COLUMNS = 60;

/** Lays mammoth's blocks over the paragraphs of the sweep: the blocks give the shape, the sweep gives the text. */
export function layPage(blocks: readonly HtmlBlock[], paragraphs: readonly DrawnParagraph[]): LaidPage {
  const finder = new ParagraphFinder(paragraphs);
  const strange: string[] = [];
  const find = (text: string): DrawnParagraph[] => {
    const found = finder.find(text);
    if (found.length === 0) strange.push(text);
    return found;
  };
  const page = blocks.flatMap((block): PageBlock[] => {
    if (block.type === 'text') return find(block.text).flatMap(blocksOf);
    const rows = block.rows.map((row) =>
      row.map((cell): PageCell => {
        const pieces = cell.texts.flatMap((text) => find(text).flatMap((paragraph) => paragraph.visible));
        const wide = cell.colspan > 1 ? { colspan: cell.colspan } : {};
        return cell.rowspan > 1 ? { pieces, ...wide, rowspan: cell.rowspan } : { pieces, ...wide };
      }),
    );
    return [{ type: 'table', rows }];
  });
  return { page, strange };
}

/** A page drawn from the paragraphs alone, for documents mammoth cannot draw; tables by the cells of their pieces. */
export function plainPage(paragraphs: readonly DrawnParagraph[], pieces: readonly Piece[]): PageBlock[] {
  const page: PageBlock[] = [];
  let table = -1;
  let line = -1;
  let rows: { pieces: number[] }[][] = [];
  for (const paragraph of paragraphs) {
    const cell = pieces[paragraph.visible[0] ?? -1]?.cell;
    if (!cell) {
      page.push(...blocksOf(paragraph));
      table = -1;
      continue;
    }
    if (cell.table !== table) {
      rows = [];
      page.push({ type: 'table', rows });
    }
    if (cell.table !== table || cell.row !== line) rows.push([]);
    table = cell.table;
    line = cell.row;
    const row = rows.at(-1) ?? [];
    // Empty rows are left out and far columns drawn close: a single cell may stand in the last corner of a sheet.
    const column = Math.min(cell.column, Math.max(row.length, MOST_COLUMNS));
    while (row.length <= column) row.push({ pieces: [] });
    row[column]?.pieces.push(...paragraph.visible);
  }
  return page;
}

function blocksOf(paragraph: DrawnParagraph): PageBlock[] {
  return paragraph.visible.map((piece, position): PageBlock => {
    const number = position === 0 && paragraph.list ? { list: paragraph.list } : {};
    return paragraph.headingLevel === undefined
      ? { type: 'paragraph', piece, ...number }
      : { type: 'heading', level: paragraph.headingLevel, piece, ...number };
  });
}

/** Finds the paragraph behind a drawn text: the next one as a rule, several where marks between paragraphs were deleted. */
class ParagraphFinder {
  private readonly paragraphs: readonly DrawnParagraph[];
  private readonly keys: readonly string[];
  private readonly byKey = new Map<string, number[]>();
  private readonly used: boolean[] = [];
  private next = 0;

  constructor(paragraphs: readonly DrawnParagraph[]) {
    this.paragraphs = paragraphs;
    this.keys = paragraphs.map((paragraph) => keyOf(paragraph.drawn));
    this.keys.forEach((key, index) => {
      const list = this.byKey.get(key);
      if (list) list.push(index);
      else this.byKey.set(key, [index]);
    });
  }

  find(text: string): DrawnParagraph[] {
    const key = keyOf(text);
    const ahead = this.keys.slice(this.next, this.next + WINDOW).indexOf(key);
    if (ahead >= 0) return this.take(this.next + ahead, 1);
    const merged = this.merged(key);
    if (merged) return this.take(merged.from, merged.count);
    const elsewhere = (this.byKey.get(key) ?? []).find((index) => !this.used[index]);
    if (elsewhere !== undefined) return this.mark(elsewhere, 1);
    const inside = this.keys.slice(this.next, this.next + WINDOW).findIndex((whole) => holdsInOrder(whole, key));
    return inside >= 0 ? this.take(this.next + inside, 1) : [];
  }

  private take(from: number, count: number): DrawnParagraph[] {
    this.next = from + count;
    return this.mark(from, count);
  }

  private mark(from: number, count: number): DrawnParagraph[] {
    for (let index = from; index < from + count; index += 1) this.used[index] = true;
    return this.paragraphs.slice(from, from + count);
  }

  private merged(key: string): { readonly from: number; readonly count: number } | undefined {
    for (let from = this.next; from < Math.min(this.keys.length, this.next + WINDOW); from += 1) {
      let rest = key;
      let at = from;
      for (; at < this.keys.length && rest !== ''; at += 1) {
        const part = this.keys[at] ?? '';
        if (!rest.startsWith(part)) break;
        rest = rest.slice(part.length);
      }
      if (rest === '' && at > from + 1) return { from, count: at - from };
    }
    return undefined;
  }
}

/** Letters and digits alone; symbols, because mammoth turns some of them into others. A text of nothing else keeps them. */
function keyOf(text: string): string {
  const letters = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? text.replaceAll(/\s/g, '') : letters;
}

/** True when all characters of `part` stand in `whole` in this order: mammoth leaves out readings and formulas. */
function holdsInOrder(whole: string, part: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return part.length * 2 >= whole.length;
}
