/**
 * Which lines of plain text go on in the next one. A text file often breaks its lines at a column, or where somebody pressed return inside a
 * value (130982⏎19710130…): read line by line, half of the value is all that is found. Pure; linear in the number of lines.
 */
import type { Piece, Span } from '../../review/model/index.ts';
import { checkResidentId, passesLuhn } from '../recognisers/personal/number-checks.ts';

/** What is joined stays short: text without a stop must not become one endless piece. */
const MOST_LINES = 24;
const MOST_UNITS = 3000;
/** Columns of a page: narrower is a list, wider is a paragraph on one line. */
const NARROWEST = 24;
const WIDEST = 130;
const LEAST_FULL = 3;

const STOPS = new Set('。！？；：∶:;!?…》】”）)|'.split(''));
/** A new item, heading, label, date line or speaker begins here. */
const OPENING =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．)）]|\d{1,2}\.(?!\d)|第?\d{1,2}号?(?:点位?|站)|第[一二三四五六七八九十百\d]{1,4}[章节条款项]|[①-⑳•·●■◆▪★☆—【#>*-]|附[件表图注]|注[:：]|[\d〇一二三四五六七八九十]{2,4}年\d{0,2}|\d{4}[-./]\d|[^，。；\s]{1,12}[:：])/;
const INDENTED = /^(?:\u3000| {2}|\t)/;
/** 掩蔽人数　5200: a line of a form ends where its value ends. */
const FORM_LINE = /^[^，。；]{2,12}(?:[:：]|\u3000| {2})/;
const MID_CLAUSE = /[，、（(“《—]$/;
/** Scanned pages have the comma of another alphabet, often after a blank; a row of values set apart by commas has more of them. */
const SCANNED_COMMA = /^[^,]{8,}(?:,[^,]{2,}){0,2}[一-龥\d] ?,$/;
/** What a clause that ended in a comma cannot go on with; a year it can. */
const NEW_ITEM =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．)）]|\d{1,2}\.(?!\d)|第?\d{1,2}号?(?:点位?|站)|第[一二三四五六七八九十百\d]{1,4}[章节条款项]|[①-⑳•·●■◆▪★☆—【#>*-]|附[件表图注]|注[:：]|[^，。；\s]{1,12}[:：])/;
const UNIT =
  /^(?:㎡|平方米|平米|m²|m2|[°′″]|度|个?防护单元|人(?![防民员事们口])|级|号[楼院]?|栋|幢|座|室|层|单元|延米|米(?!线)|MHz|kHz|兆赫)/;
const GRADE_CUT = /(?:[核常]|抗力(?:等级|级别)?[为:：]?|(?:防护|防化)(?:等级|级别)[为:：]?|[甲乙]类)$/;
const GRADE = /^(?:[1-6一二三四五六][Bb]?(?:级|$)|[甲乙丙丁]级|[核常][1-6一二三四五六])/;
const ROAD_LAST = /[路街巷弄道村镇区苑园里庄]$/;
const HOUSE_FIRST = /^\d{1,4}(?:号|弄|幢|栋|座|-\d)/;
const FIGURE_LABEL =
  /(?:面积|建面|人数|长度|全长|可容纳|掩蔽|频率|经度|纬度|[东西]经|[南北]纬|坐标|[XY] ?[=:：]|[°′])[^，。；\d]{0,8}[\d.]*$/;
const CARD_LABEL = /[卡账帐]号?|户头|存折/;
const DIGITS_LAST = /\d[\d \-—·]*$/;
const DIGITS_FIRST = /^\d[\d \-—·]*[\dXx]?/;

const bare = (text: string): string => text.replace(/[^\dXx]/g, '');

/** Digits at the end of one line and the beginning of the next that are one number only together. */
function isBrokenNumber(before: string, after: string): boolean {
  const head = bare(DIGITS_LAST.exec(before.slice(-24))?.[0] ?? '');
  const tail = bare(DIGITS_FIRST.exec(after.slice(0, 24))?.[0] ?? '');
  const whole = `${head}${tail}`.toUpperCase();
  if (head === '' || tail === '') return false;
  if (whole.length === 18 && checkResidentId(whole) === 'valid') return true;
  if (/^1[3-9]\d{9}$/.test(whole)) return true;
  if (/^\d{16,19}$/.test(whole) && head.length < 16 && passesLuhn(whole))
    return whole.startsWith('62') || CARD_LABEL.test(before.slice(-36));
  if (!/^\d{4}年|^\d{1,2}[、.．)）](?!\d)|^\d{4}[-./]/.test(after) && FIGURE_LABEL.test(before.slice(-24))) return true;
  return /\d\.$/.test(before) && before.length > 4;
}

function isBrokenValue(before: string, after: string): boolean {
  const last = before[before.length - 1] ?? '';
  if (/[\d.°′-]/.test(last)) {
    if (/^\d/.test(after)) return isBrokenNumber(before, after);
    if (/\d/.test(last) && UNIT.test(after)) return true;
  }
  if (/^[1-6一二三四五六][Bb]?$/.test(before)) return after.startsWith('级');
  if (ROAD_LAST.test(before)) return HOUSE_FIRST.test(after);
  return GRADE_CUT.test(before.slice(-8)) && GRADE.test(after);
}

/** Prose that stops in the middle of a sentence, above prose that is no new item. */
function isBrokenSentence(before: string, after: string): boolean {
  if (MID_CLAUSE.test(before) || SCANNED_COMMA.test(before)) return before.length > 8 && !NEW_ITEM.test(after);
  if (OPENING.test(after)) return false;
  return before.length >= 16 && !FORM_LINE.test(before) && /[，。]/.test(before) && /[，。；]/.test(after);
}

const columnsOf = (text: string): number => {
  let columns = 0;
  for (let at = 0; at < text.length && columns <= WIDEST + 8; at++) columns += text.charCodeAt(at) >= 0x2e80 ? 2 : 1;
  return columns;
};

/** So many lines tell how wide a page is. */
const MEASURED = 20_000;

/** Columns of the page that plain text was broken at, or undefined where its lines end as they like. */
function pageWidth(pieces: readonly Piece[]): number | undefined {
  const widths: number[] = [];
  let widest = 0;
  for (const piece of pieces) {
    if (!isPlainLine(piece)) continue;
    const width = columnsOf(piece.text.trimEnd());
    if (widths.length < MEASURED) widest = Math.max(widest, width);
    // Paragraphs that no page broke: the first of them tells, and the others are not measured.
    if (widest > WIDEST) return undefined;
    widths.push(width);
  }
  if (widest < NARROWEST) return undefined;
  const full = widths.filter((width) => width >= widest - 3).length;
  return full >= LEAST_FULL && full * 5 >= widths.length ? widest : undefined;
}

const isPlainLine = (piece: Piece): boolean => piece.kind === 'body' && !piece.cell && piece.where.offset !== undefined;

/** No empty line and no table between two lines of a file. */
function isNextLine(before: Piece, piece: Piece): boolean {
  const gap = (piece.where.offset ?? 0) - (before.where.offset ?? 0) - before.text.length;
  return isPlainLine(before) && isPlainLine(piece) && gap >= 1 && gap <= 2;
}

function continues(before: Piece, piece: Piece, width: number | undefined): boolean {
  if (before.kind !== 'body' || piece.kind !== 'body' || before.cell || piece.cell || before.visible !== piece.visible)
    return false;
  const above = before.text.trimEnd();
  const last = above[above.length - 1];
  if (last === undefined || STOPS.has(last)) return false;
  const below = piece.text.trimStart();
  if (below === '') return false;
  const plain = isNextLine(before, piece);
  if (plain || before.where.offset === undefined) if (isBrokenValue(above, below)) return true;
  if (!plain || INDENTED.test(piece.text)) return false;
  if (width !== undefined && columnsOf(above) >= width - 3 && !OPENING.test(below)) return true;
  return isBrokenSentence(above, below);
}

/**
 * Orders of the pieces that belong together, each group in order; most groups hold one piece. A group never holds cells, and never mixes
 * what a reader sees with what is hidden.
 */
export function joinedLines(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const width = pageWidth(pieces);
  const groups: Piece[][] = [];
  let units = 0;
  for (const piece of pieces) {
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    if (group && before && group.length < MOST_LINES && units < MOST_UNITS && continues(before, piece, width)) {
      group.push(piece);
      units += piece.text.length;
    } else {
      groups.push([piece]);
      units = piece.text.length;
    }
  }
  return groups;
}

/** One piece, or several lines read as one. */
export interface JoinedText {
  /** The first line; kind, visibility and cell are those of all. */
  readonly piece: Piece;
  /** The lines with a line feed between them. */
  readonly text: string;
  /** The lines, each with the offset of its first unit in `text`; absent for one line. */
  readonly parts?: readonly { readonly piece: Piece; readonly start: number }[];
}

export function joinText(group: readonly Piece[]): JoinedText {
  const piece = group[0];
  if (!piece) throw new RangeError('a group holds at least one piece');
  if (group.length === 1) return { piece, text: piece.text };
  let start = 0;
  const parts = group.map((line) => {
    const part = { piece: line, start };
    start += line.text.length + 1;
    return part;
  });
  return { piece, text: group.map(({ text }) => text).join('\n'), parts };
}

const span = (piece: Piece, start: number, end: number): Span => ({
  piece: piece.index,
  start,
  end,
  text: piece.text.slice(start, end),
});

/** Spans in the lines under [start, end) of the joined text; blanks at the end of one line and the beginning of the next stay outside. */
export function spansOf({ piece, parts }: JoinedText, start: number, end: number): readonly [Span, ...Span[]] {
  const spans: Span[] = [];
  for (const part of parts ?? []) {
    const { text } = part.piece;
    let from = Math.max(0, start - part.start);
    let to = Math.min(text.length, end - part.start);
    if (from >= to) continue;
    if (start < part.start) while (from < to && text[from]?.trim() === '') from++;
    if (end > part.start + text.length) while (to > from && text[to - 1]?.trim() === '') to--;
    if (from < to) spans.push(span(part.piece, from, to));
  }
  const [first, ...rest] = spans;
  return first ? [first, ...rest] : [span(piece, start, end)];
}
