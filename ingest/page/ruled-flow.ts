/** Text in tables that lines draw: what stands in one cell belongs together, on however many lines. */
import type { Glyph } from './glyph.ts';
import type { Box } from './matrix.ts';
import { type FlowBlock, joined, marginsOf, pageFlow } from './page-flow.ts';
import { type RuledGrid, ruledGrids } from './ruled-grid.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** Points by which ends of lines that meet may miss each other. */
const SLACK = 2;
const QUARTER = Math.PI / 2;

/** Blocks of a page from top to bottom; `rules` are its thin straight lines. */
export function ruledFlow(glyphs: readonly Glyph[], rules: readonly Box[]): FlowBlock[] {
  const turn = mainDirection(glyphs);
  const grids =
    turn === undefined || rules.length < 4
      ? []
      : ruledGrids(
          rules.map((box) => turned(box, turn)),
          SLACK,
        );
  if (turn === undefined || grids.length === 0) return pageFlow(textLines(glyphs));
  const inside = grids.map(() => [] as Glyph[]);
  const outside = glyphs.filter((glyph) => {
    const [x, y] = pointOf(glyph, turn);
    const at = directionOf(glyph) === turn ? grids.findIndex((grid) => grid.cellAt(x, y)) : -1;
    inside[at]?.push(glyph);
    return at < 0;
  });
  const tables = grids
    .map((grid, at) => ({ top: grid.box[1], blocks: tableBlocks(grid, inside[at] ?? [], turn) }))
    .filter(({ blocks }) => blocks.length > 0)
    .toSorted((first, second) => first.top - second.top);
  const lines = textLines(outside);
  const margins = marginsOf(lines);
  let from = 0;
  return [
    ...tables.flatMap(({ top, blocks }) => {
      const below = lines.findIndex((line, at) => at >= from && -line.base > top);
      const to = below < 0 ? lines.length : below;
      const before = pageFlow(lines.slice(from, to), margins);
      from = to;
      return [...before, ...blocks];
    }),
    ...pageFlow(lines.slice(from), margins),
  ];
}

/** Quarter turns in which a character's line runs: 0 to the right, 1 upwards, 2 to the left, 3 downwards. */
function directionOf({ directionX, directionY }: Glyph): number | undefined {
  const quarters = Math.atan2(directionY, directionX) / QUARTER;
  return Math.abs(quarters - Math.round(quarters)) > 0.02 ? undefined : (Math.round(quarters) + 4) % 4;
}

function mainDirection(glyphs: readonly Glyph[]): number | undefined {
  const counts = Map.groupBy(glyphs, directionOf);
  return [...counts].toSorted(([, first], [, second]) => second.length - first.length)[0]?.[0];
}

const COSINES = [1, 0, -1, 0];
const SINES = [0, 1, 0, -1];

/** A point along the lines of text and, growing downwards, across them. */
const along = (x: number, y: number, turn: number): readonly [number, number] => {
  const [directionX, directionY] = [COSINES[turn] ?? 1, SINES[turn] ?? 0];
  return [x * directionX + y * directionY, x * directionY - y * directionX];
};

function turned([left, bottom, right, top]: Box, turn: number): Box {
  const [fromX, fromY] = along(left, bottom, turn);
  const [toX, toY] = along(right, top, turn);
  return [Math.min(fromX, toX), Math.min(fromY, toY), Math.max(fromX, toX), Math.max(fromY, toY)];
}

const pointOf = ({ box }: Glyph, turn: number): readonly [number, number] =>
  along((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, turn);

interface Cell {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
}

function tableBlocks(grid: RuledGrid, glyphs: readonly Glyph[], turn: number): FlowBlock[] {
  const cells = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, (): Glyph[] => []));
  for (const glyph of glyphs) {
    const place = grid.cellAt(...pointOf(glyph, turn));
    if (place) cells[place.row]?.[place.column]?.push(glyph);
  }
  const rows = cells
    .map((row) => row.map((own, column) => cellOf(textLines(own), grid.widthOf(column))))
    .filter((row) => row.some(({ text }) => text !== ''));
  const first = rows.findIndex((row) => !isTitle(row));
  const titles = rows.slice(0, Math.max(0, first)).flatMap((row) => row.filter(({ text }) => text !== ''));
  const rest = rows.slice(Math.max(0, first));
  const paragraph = { type: 'paragraph', base: -grid.box[1], open: false, flush: false } as const;
  const table = {
    type: 'table',
    rows: rest.map((row) => row.map(({ text }) => text)),
    glyphs: rest.map((row) => row.map((cell) => cell.glyphs)),
  } as const;
  return [...titles.map((title) => ({ ...paragraph, ...title })), ...(rest.length > 0 ? [table] : [])];
}

/** A row of one cell with one line, above rows of several, is the title of the table. */
function isTitle(row: readonly Cell[]): boolean {
  const filled = row.filter(({ text }) => text !== '');
  return filled.length < 2 && !filled[0]?.text.includes('\n');
}

/** A line that leaves less room than this (heights of its characters) was broken for want of it; margins of cells take most. */
const ROOM = 2.4;

/** Lines of a cell; one that fills its width goes on in the next, others end a paragraph. */
function cellOf(lines: readonly TextLine[], width: number): Cell {
  let text = '';
  let isFull = false;
  for (const line of lines) {
    const own = line.segments.map((segment) => segment.text).join(' ');
    text = text === '' || isFull ? joined(text, own) : `${text}\n${own}`;
    const reach = (line.segments.at(-1)?.right ?? 0) - (line.segments[0]?.left ?? 0);
    isFull = width - reach < ROOM * line.size;
  }
  return { text, glyphs: lines.flatMap(({ segments }) => segments.flatMap(({ glyphs }) => glyphs)) };
}
