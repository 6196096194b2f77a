import { CannotSplice } from './cannot-splice.ts';
import { isOn, type PartEdit } from './part-edit.ts';
import type { Token } from './xml-tokens.ts';

/** Elements whose children describe what is round them; w:ins and w:del in there mark a paragraph or row, and wrap nothing. */
const PROPERTIES: ReadonlySet<string> = new Set(['rPr', 'pPr', 'tcPr', 'trPr', 'numPr']);
const kinds = (kind: string, names: string): readonly (readonly [string, string])[] =>
  names.split(' ').map((name) => [name, kind] as const);
/** Element → what it is called in the record. Taken out with everything in it. */
const REMOVED: ReadonlyMap<string, string> = new Map([
  ...kinds('修订', 'del moveFrom cellIns cellMerge numberingChange delText delInstrText'),
  ...kinds('批注', 'commentReference annotationRef'),
  ...kinds('域数据', 'ffData fldData'),
  ...kinds('嵌入对象', 'OLEObject control objectEmbed objectLink movie contentPart binData'),
  ...kinds('替代文字', 'tblCaption tblDescription'),
]);
/** Taken out without being counted: marks and settings that say nothing by themselves. */
const SILENT: ReadonlySet<string> = new Set(
  'commentRangeStart commentRangeEnd permStart permEnd sdtPr sdtEndPr smartTagPr customXmlPr printerSettings altChunk subDoc'.split(
    ' ',
  ),
);
const RANGES = /^(moveFrom|moveTo|customXml\w*)Range(Start|End)$/;
/** Element → what it is called in the record. Its tags are taken out, its content stays. */
const UNWRAPPED: ReadonlyMap<string, string> = new Map([
  ...kinds('修订', 'ins moveTo'),
  ...kinds('内容控件', 'sdt smartTag customXml'),
  ['sdtContent', ''],
]);

/**
 * Takes revisions, comments, controls and objects out of a part in WordprocessingML: insertions are accepted, deletions carried
 * out, also where they strike a paragraph mark or a row. Throws CannotSplice for a deleted cell, which would break the grid.
 */
export function cleanStructure(part: PartEdit): void {
  const joined: number[] = [];
  part.tokens.forEach((token, index) => {
    if (!part.isElement(token) || part.isGone(index)) return;
    const parent = part.ancestor(token);
    if (PROPERTIES.has(parent)) property(part, token, index, parent, joined);
    else content(part, token, index);
  });
  for (const paragraph of joined) if (!part.isGone(paragraph)) joinNext(part, paragraph);
}

function content(part: PartEdit, { name, kind, parent }: Token, index: number): void {
  const removed = REMOVED.get(name);
  const unwrapped = UNWRAPPED.get(name);
  if (removed !== undefined) {
    part.dropped.add(removed);
    part.remove(index);
  } else if (SILENT.has(name) || RANGES.test(name)) part.remove(index);
  else if (name.endsWith('Change')) {
    part.dropped.add('修订');
    part.remove(index);
  } else if (unwrapped !== undefined) {
    if (unwrapped !== '') part.dropped.add(unwrapped);
    part.unwrap(index);
  } else if (name === 'docPr' && part.attributes(index).some((each) => each.name === 'hidden' && isOn(each.value))) {
    part.dropped.add('隐藏的图形');
    part.remove(part.above(index, new Set(['drawing'])) ?? parent);
  } else if (kind === 'empty' && (name === 'headerReference' || name === 'footerReference')) return;
}

/** Marks on a paragraph, a row or a cell. */
function property(part: PartEdit, token: Token, index: number, parent: string, joined: number[]): void {
  const { name } = token;
  const struck = name === 'del' || name === 'moveFrom';
  if (name === 'cellDel') throw new CannotSplice('有修订中删除的单元格');
  if (parent === 'trPr' && (struck || (name === 'hidden' && isOn(part.attribute(index, 'val'))))) {
    const row = part.above(index, new Set(['tr']));
    if (row === undefined) return;
    part.dropped.add(struck ? '修订' : '隐藏文字');
    removeRow(part, row);
    return;
  }
  if (parent === 'rPr' && struck && part.ancestor(token, 2) === 'pPr') {
    const paragraph = part.above(index, new Set(['p']));
    if (paragraph !== undefined) joined.push(paragraph);
  }
  if (struck || name === 'ins' || name === 'moveTo' || name.endsWith('Change') || REMOVED.has(name)) {
    part.dropped.add('修订');
    part.remove(index);
  }
}

/** A table without rows is no table: it goes with its last one. */
function removeRow(part: PartEdit, row: number): void {
  const table = part.above(row, new Set(['tbl']));
  part.remove(row);
  if (table === undefined) return;
  for (let at = table + 1; at < part.token(table).mate; at += 1) {
    const token = part.token(at);
    if (token.name === 'tr' && token.kind === 'open' && !part.isGone(at)) return;
  }
  if (part.ancestor(part.token(table)) === 'tc') throw new CannotSplice('单元格里的表格整个被删除');
  part.remove(table);
}

/**
 * A deleted paragraph mark joins the paragraph with the next one. A paragraph of which nothing is left goes whole. Where the next
 * element is no paragraph, or holds the end of a section, there is nothing to join with and the mark stays.
 */
function joinNext(part: PartEdit, index: number): void {
  const { mate } = part.token(index);
  let next = mate + 1;
  while (next < part.tokens.length && (part.isGone(next) || isMark(part.token(next)))) next += 1;
  const token = part.tokens[next];
  if (token?.name !== 'p' || !part.isElement(token)) return;
  if (!hasContent(part, index) && !hasSection(part, index)) {
    part.remove(index);
    return;
  }
  if (token.kind === 'empty' || part.token(index).kind === 'empty' || hasSection(part, index) || hasSection(part, next)) return;
  part.splices.remove(part.token(mate).start, part.token(mate).end);
  const properties = part.token(next + 1).name === 'pPr' ? next + 1 : undefined;
  part.splices.remove(token.start, properties === undefined ? token.end : part.token(part.token(properties).mate).end);
}

/** What may stand between two paragraphs without being one. */
const isMark = ({ name, kind }: Token): boolean =>
  kind === 'text' || kind === 'aside' || name === 'bookmarkStart' || name === 'bookmarkEnd';

const CONTENT: ReadonlySet<string> = new Set(['t', 'drawing', 'pict', 'object', 'sym', 'fldChar', 'footnoteReference', 'oMath']);

function hasContent(part: PartEdit, paragraph: number): boolean {
  for (let at = paragraph + 1; at < part.token(paragraph).mate; at += 1)
    if (!part.isGone(at) && part.isElement(part.token(at)) && CONTENT.has(part.token(at).name)) return true;
  return false;
}

function hasSection(part: PartEdit, paragraph: number): boolean {
  for (let at = paragraph + 1; at < part.token(paragraph).mate; at += 1) if (part.token(at).name === 'sectPr') return true;
  return false;
}
