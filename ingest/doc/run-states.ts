import { sprmsOf } from './sprms.ts';
import { viewOf, type WordFile } from './word-file.ts';

/** How a stretch of the WordDocument stream looks, as far as it hides text. */
export interface RunState {
  /** Byte offsets in the stream. */
  readonly start: number;
  readonly end: number;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly white: boolean;
  readonly tiny: boolean;
  /** Characters that stand for something: pictures, note numbers, symbols. */
  readonly special: boolean;
}
export interface ParagraphState {
  readonly start: number;
  readonly end: number;
  /** True for the mark that ends a row of a table. */
  readonly endsRow: boolean;
  readonly inTable: boolean;
  /** True when the row paints its cells, so that white text may be seen. */
  readonly painted: boolean;
  /** Level from the outline, 1 to 9; undefined for running text. */
  readonly level: number | undefined;
  /** Number of its list among the overrides, from 1, and level in it; 0 for a paragraph without a number. */
  readonly list: number;
  readonly listLevel: number;
}

const PAGE = 512;

/** Character runs in file order (MS-DOC 2.9.33: formatted disk pages of CHPX). */
export function runStates(word: WordFile): RunState[] {
  const states: RunState[] = [];
  for (const page of pagesOf(word, 'characters')) {
    const count = word.document[page + PAGE - 1] ?? 0;
    for (let index = 0; index < count && (count + 1) * 4 + count <= PAGE; index += 1) {
      const start = word.view.getUint32(page + index * 4, true);
      const end = word.view.getUint32(page + index * 4 + 4, true);
      const place = (word.document[page + (count + 1) * 4 + index] ?? 0) * 2;
      const length = place === 0 ? 0 : (word.document[page + place] ?? 0);
      states.push(runState(start, end, word.document.subarray(page + place + 1, page + Math.min(PAGE, place + 1 + length))));
    }
  }
  return states.sort((left, right) => left.start - right.start);
}

/** Paragraphs in file order (MS-DOC 2.9.174: formatted disk pages of PAPX). */
export function paragraphStates(word: WordFile): ParagraphState[] {
  const states: ParagraphState[] = [];
  for (const page of pagesOf(word, 'paragraphs')) {
    const count = word.document[page + PAGE - 1] ?? 0;
    for (let index = 0; index < count && (count + 1) * 4 + count * 13 <= PAGE; index += 1) {
      const start = word.view.getUint32(page + index * 4, true);
      const end = word.view.getUint32(page + index * 4 + 4, true);
      const place = page + (word.document[page + (count + 1) * 4 + index * 13] ?? 0) * 2;
      const half = word.document[place] ?? 0;
      const from = half === 0 ? place + 2 : place + 1;
      const length = half === 0 ? (word.document[place + 1] ?? 0) * 2 : half * 2 - 1;
      states.push(paragraphState(start, end, word.document.subarray(from, Math.min(page + PAGE, from + length))));
    }
  }
  return states.sort((left, right) => left.start - right.start);
}

function pagesOf(word: WordFile, field: 'characters' | 'paragraphs'): number[] {
  const table = word.field(field);
  const view = viewOf(table);
  const count = Math.floor((table.length - 4) / 8);
  const pages = Array.from(
    { length: Math.max(0, count) },
    (_, index) => view.getUint32((count + 1) * 4 + index * 4, true) * PAGE,
  );
  return pages.filter((page) => page + PAGE <= word.document.length);
}

function runState(start: number, end: number, properties: Uint8Array): RunState {
  const state = { start, end, hidden: false, deleted: false, inserted: false, white: false, tiny: false, special: false };
  for (const { code, operand } of sprmsOf(properties)) {
    const on = operand[0] === 1 || operand[0] === 0x81;
    if (code === 0x0800) state.deleted = on;
    else if (code === 0x0801) state.inserted = on;
    else if (code === 0x083c) state.hidden = on;
    else if (code === 0x0855) state.special = on;
    else if (code === 0x2a42) state.white = operand[0] === 8;
    else if (code === 0x6870) state.white = operand[3] === 0 && operand.subarray(0, 3).every((part) => part >= 247);
    else if (code === 0x4a43) state.tiny = (operand[0] ?? 0) + (operand[1] ?? 0) * 256 <= 4;
    // Behind the letters lies a colour: white on black is seen.
    else if ((code === 0xca71 || code === 0x4866 || code === 0x2a0c) && operand.some((part) => part !== 0)) state.white = false;
  }
  return state;
}

function paragraphState(start: number, end: number, properties: Uint8Array): ParagraphState {
  const state = {
    start,
    end,
    endsRow: false,
    inTable: false,
    painted: false,
    level: undefined as number | undefined,
    list: 0,
    listLevel: 0,
  };
  // A style's number stands first.
  const style = (properties[0] ?? 0) + (properties[1] ?? 0) * 256;
  if (style >= 1 && style <= 9) state.level = style;
  for (const { code, operand } of sprmsOf(properties.subarray(2))) {
    if (code === 0x2417) state.endsRow = operand[0] === 1;
    else if (code === 0x2416) state.inTable = operand[0] === 1;
    else if (code === 0x460b) state.list = (operand[0] ?? 0) + (operand[1] ?? 0) * 256;
    else if (code === 0x260a) state.listLevel = Math.min(8, operand[0] ?? 0);
    else if (code === 0x2640) state.level = (operand[0] ?? 9) < 9 ? (operand[0] ?? 0) + 1 : undefined;
    else if (code === 0xd612 || code === 0xd670 || code === 0xc64d) state.painted ||= isPaint(operand, 10);
    else if (code === 0xd609 || code === 0x442d) state.painted ||= isPaint(operand, 2);
  }
  return state;
}

/** True when one of the shadings (MS-DOC 2.9.248 and 2.9.249, 10 or 2 bytes each) has a colour or a pattern. */
function isPaint(shadings: Uint8Array, size: 2 | 10): boolean {
  for (let at = 0; at + size <= shadings.length; at += size) {
    const shading = shadings.subarray(at, at + size);
    const plain = size === 2 ? shading[0] === 0 && shading[1] === 0 : shading[7] === 0xff && shading[8] === 0 && shading[9] === 0;
    if (!plain && !shading.every((part) => part === 0xff)) return true;
  }
  return false;
}
