import type { Piece } from '../../review/model/index.ts';
import { CannotSplice } from './cannot-splice.ts';
import type { DraftPieces } from './draft-pieces.ts';
import { Flow, type FlowEdit } from './flow.ts';
import type { PartEdit } from './part-edit.ts';
import { cellText, removeReadings, type SharedStrings } from './shared-strings.ts';
import { escapeXml } from './xml-tokens.ts';

/** Aids for editing, links to other files and objects: not what the sheet shows. Element → name in the record, empty for none. */
const REMOVED: ReadonlyMap<string, string> = new Map([
  ['legacyDrawing', ''],
  ['legacyDrawingHF', ''],
  ['oleObjects', '嵌入对象'],
  ['controls', '嵌入对象'],
  ['dataValidations', '输入提示'],
  ['scenarios', '方案'],
  ['customSheetViews', ''],
  ['webPublishItems', ''],
  ['smartTags', ''],
  ['protectedRanges', ''],
  ['customProperties', '自定义属性'],
  ['dataConsolidate', ''],
  ['phoneticPr', ''],
  ['extLst', ''],
  ['filterColumn', '筛选条件'],
  ['sortState', ''],
]);

/** Cleans and edits one worksheet. Formulas become the values they show: what was reviewed is the values. */
export function editSheet(part: PartEdit, pieces: DraftPieces, strings: SharedStrings): void {
  const cells = Map.groupBy(pieces.of(part.name), (piece) => referenceOf(piece));
  part.tokens.forEach((token, index) => {
    if (!part.isElement(token) || part.isGone(index)) return;
    const removed = REMOVED.get(token.name);
    if (removed !== undefined) {
      if (removed !== '') part.dropped.add(removed);
      part.remove(index);
    } else if (token.name === 'c') editCell(part, index, cells.get(part.attribute(index, 'r') ?? '-') ?? [], pieces, strings);
    else if (token.name === 'cfRule') cleanRule(part, index);
    else if (/^(odd|even|first)(Header|Footer)$/.test(token.name)) editPrinted(part, index, pieces);
  });
}

/** Address at the end of a cell's label; empty for pieces that are no cells. */
function referenceOf(piece: Piece): string {
  return /” ([A-Z]{1,3}[1-9]\d{0,6})(?: \S+)?$/.exec(piece.where.label)?.[1] ?? '';
}

function editCell(part: PartEdit, index: number, own: readonly Piece[], pieces: DraftPieces, strings: SharedStrings): void {
  const children = childrenOf(part, index);
  const formula = children.get('f');
  if (formula !== undefined) {
    part.dropped.add('公式（改为数值）');
    part.remove(formula);
  }
  for (const { name, start, end } of part.attributes(index)) if (name === 'cm' || name === 'vm') part.splices.remove(start, end);
  const type = part.attribute(index, 't');
  const inline = children.get('is');
  const value = children.get('v');
  if (own.some((piece) => !piece.visible)) {
    part.dropped.add('隐藏的单元格');
    for (const child of [inline, value]) if (child !== undefined) part.remove(child);
    dropType(part, index);
    return;
  }
  if (inline !== undefined) removeReadings(part, inline);
  const shared = type === 's' && value !== undefined ? Number(part.rawText(value)) : undefined;
  if (!pieces.isEdited(own)) {
    if (shared !== undefined) strings.use(shared);
    return;
  }
  const said = own.map((piece) => piece.text).join('');
  const edits = pieces.take(own);
  if (shared !== undefined && value !== undefined) {
    const { end, mate } = part.token(value);
    part.splices.replace(end, part.token(mate).start, String(strings.edited(shared, said, edits)));
  } else editOwnText(part, index, { inline, value, type }, said, edits);
}

function editOwnText(
  part: PartEdit,
  index: number,
  {
    inline,
    value,
    type,
  }: { readonly inline?: number | undefined; readonly value?: number | undefined; readonly type?: string | undefined },
  said: string,
  edits: readonly FlowEdit[],
): void {
  if (inline !== undefined || type === 'str') {
    const flow = inline === undefined ? valueText(part, value) : cellText(part, inline);
    if (flow.text !== said) throw new CannotSplice('单元格的文字与检查时对不上');
    for (const edit of edits) flow.replace(edit, part.splices);
    return;
  }
  // A number is read as a person reads it (dates, long numbers), so the edited reading takes the place of the number.
  if (value === undefined || (type !== undefined && type !== 'n')) throw new CannotSplice('单元格的文字与检查时对不上');
  const { start, mate } = part.token(value);
  const text = edits
    .toReversed()
    .reduce((whole, edit) => whole.slice(0, edit.start) + edit.replacement + whole.slice(edit.end), said);
  const prefix = /^<([\w.-]+:)?/.exec(part.xml.slice(start, start + 60))?.[1] ?? '';
  part.splices.replace(
    start,
    part.token(mate).end,
    `<${prefix}is><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}is>`,
  );
  dropType(part, index);
  const at = part.token(index).start + (/^<[^\s/>]+/.exec(part.xml.slice(part.token(index).start))?.[0].length ?? 0);
  part.splices.replace(at, at, ' t="inlineStr"');
}

function dropType(part: PartEdit, index: number): void {
  for (const { qname, start, end } of part.attributes(index)) if (qname === 't') part.splices.remove(start, end);
}

function childrenOf(part: PartEdit, index: number): Map<string, number> {
  const children = new Map<string, number>();
  for (let at = index + 1; at < part.token(index).mate; at += 1) {
    const token = part.token(at);
    if (token.parent === index && part.isElement(token)) children.set(token.name, at);
  }
  return children;
}

function valueText(part: PartEdit, value: number | undefined): Flow {
  const flow = new Flow();
  if (value === undefined) return flow;
  for (let at = value + 1; at < part.token(value).mate; at += 1) {
    const token = part.token(at);
    if (token.kind === 'text' || token.kind === 'cdata') flow.addText(part.xml, token, value);
  }
  return flow;
}

/** A conditional format that compares with words shows them to nobody; colours by number may stay. */
function cleanRule(part: PartEdit, index: number): void {
  const { start, mate } = part.token(index);
  if (!/[^\x00-\x7f]|&quot;|text=|"[^"]*@/.test(part.xml.slice(start, part.token(mate).end))) return;
  part.dropped.add('条件格式里的文字');
  const format = part.token(index).parent;
  const rules = part.tokens.filter((token) => token.parent === format && token.name === 'cfRule' && part.isElement(token));
  if (rules.length === 1) part.remove(format);
  else part.remove(index);
}

/** Printed headers and footers: the reader shows the text without its layout codes (&C, fonts, page numbers). */
function editPrinted(part: PartEdit, index: number, pieces: DraftPieces): void {
  const raw = valueText(part, index);
  const codes = /&(?:"[^"]*"|\d+|K[\dA-F]{6}|[A-Z&])/gi;
  const places: number[] = [];
  let plain = '';
  let at = 0;
  const take = (text: string, from: number): void => {
    for (let unit = 0; unit < text.length; unit += 1) places.push(from + unit);
    plain += text;
  };
  for (const match of raw.text.matchAll(codes)) {
    take(raw.text.slice(at, match.index), at);
    plain += ' ';
    places.push(-1);
    at = match.index + match[0].length;
  }
  take(raw.text.slice(at), at);
  const lead = plain.length - plain.trimStart().length;
  const said = pieces.of(part.name).filter((piece) => piece.text === plain.trim());
  const own = said.filter((piece) => /打印页[眉脚]$/.test(piece.where.label));
  if (own.length === 0 && said.some((piece) => /打印页[眉脚]（未显示）$/.test(piece.where.label))) {
    part.dropped.add('没有显示的页眉页脚');
    part.remove(index);
    return;
  }
  for (const { start, end, replacement } of pieces.take(own)) {
    const touched = places.slice(lead + start, lead + end).filter((place) => place >= 0);
    const first = touched[0];
    const last = touched.at(-1);
    if (first === undefined || last === undefined) throw new CannotSplice('打印页眉页脚的文字对不上');
    raw.replace({ start: first, end: last + 1, replacement: replacement.replaceAll('&', '＆') }, part.splices);
  }
}
