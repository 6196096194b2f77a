import { CannotSplice } from './cannot-splice.ts';
import type { DraftPieces } from './draft-pieces.ts';
import { Flow } from './flow.ts';
import type { PackageMap } from './package-map.ts';
import { isOn, type PartEdit } from './part-edit.ts';
import { editPlainTexts } from './plain-texts.ts';
import { SharedStrings } from './shared-strings.ts';
import { editSheet } from './sheet-cells.ts';

/** Of the workbook itself stay its sheets, its windows and the areas to print; Element → name in the record. */
const REMOVED: ReadonlyMap<string, string> = new Map([
  ['externalReferences', ''],
  ['pivotCaches', ''],
  ['fileSharing', '文件共享信息'],
  ['webPublishing', ''],
  ['webPublishObjects', ''],
  ['fileRecoveryPr', ''],
  ['smartTagPr', ''],
  ['smartTagTypes', ''],
  ['customWorkbookViews', '自定义视图'],
  ['functionGroups', ''],
  ['extLst', ''],
  ['AlternateContent', '文件路径'],
  ['revisionPtr', ''],
  ['calcPr', ''],
]);
const PRINTED: ReadonlySet<string> = new Set(['_xlnm.Print_Area', '_xlnm.Print_Titles']);

/** Sheets that nobody sees, hidden or not named by the workbook: they go whole. */
export function unseenSheets(map: PackageMap, pieces: DraftPieces): ReadonlySet<string> {
  const sheets = map.relationsAsRead(map.main).filter(({ type }) => /sheet$/.test(type));
  return new Set(
    sheets.map(({ target }) => target).filter((target) => pieces.of(target).some(({ kind }) => kind === 'hidden-sheet')),
  );
}

/** Cleans and edits the parts of a workbook. Throws CannotSplice. */
export function editWorkbook(parts: ReadonlyMap<string, PartEdit>, map: PackageMap, pieces: DraftPieces): void {
  const ofType = (type: string): PartEdit[] => [...parts.values()].filter((part) => map.types.get(part.name) === type);
  const strings = new SharedStrings(ofType('sharedStrings')[0]);
  for (const sheet of [...ofType('worksheet'), ...ofType('chartsheet')]) editSheet(sheet, pieces, strings);
  strings.end();
  for (const part of ofType('sharedStrings')) pieces.giveUp(part.name);
  const main = parts.get(map.main);
  if (main) editBook(main, map, pieces);
  for (const table of ofType('table')) cleanTable(table);
  const rest = ['drawing', 'chart', 'chartEx', 'chartUserShapes', 'diagramData', 'diagramDrawing'].flatMap(ofType);
  for (const part of rest) editPlainTexts(part, pieces);
}

function editBook(book: PartEdit, map: PackageMap, pieces: DraftPieces): void {
  const lost = map.lostIds(map.main);
  const targets = new Map(map.relationsOf(map.main).map(({ id, target }) => [id, target]));
  const sheets = book.tokens.flatMap((token, index) =>
    token.name === 'sheet' && book.isElement(token) && book.ancestor(token) === 'sheets' ? [index] : [],
  );
  const kept = sheets.filter((index) => !lost.has(book.attribute(index, 'id') ?? ''));
  if (kept.every((index) => isHidden(book, index))) throw new CannotSplice('没有可见的工作表');
  const renamed = kept.filter((index) => renameSheet(book, index, targets.get(book.attribute(index, 'id') ?? ''), pieces)).length;
  for (const index of sheets) {
    if (!kept.includes(index)) book.remove(index);
  }
  book.tokens.forEach((token, index) => {
    if (!book.isElement(token) || book.isGone(index)) return;
    const removed = REMOVED.get(token.name);
    if (removed !== undefined) {
      if (removed !== '') book.dropped.add(removed);
      book.remove(index);
    } else if (token.name === 'definedNames') cleanNames(book, index, sheets, kept, renamed > 0);
    else if (token.name === 'workbookView') {
      for (const { name, start, end } of book.attributes(index))
        if (name === 'activeTab' || name === 'firstSheet') book.splices.remove(start, end);
    }
  });
}

const isHidden = (book: PartEdit, index: number): boolean => !['visible', undefined].includes(book.attribute(index, 'state'));

/** True when the name of a sheet was edited. Names may not hold []:*?/\ nor more than 31 characters. */
function renameSheet(book: PartEdit, index: number, part: string | undefined, pieces: DraftPieces): boolean {
  const title = pieces.of(part ?? '').filter((piece) => piece.where.label === '工作表名');
  if (!pieces.isEdited(title)) return false;
  const name = book.attributes(index).find((attribute) => attribute.qname === 'name');
  const flow = new Flow();
  if (name) flow.addText(book.xml, { ...book.token(index), kind: 'text', start: name.valueStart, end: name.valueEnd }, index);
  if (flow.text !== title.map((piece) => piece.text).join('')) throw new CannotSplice('工作表名与检查时对不上');
  for (const edit of pieces.take(title)) {
    if (/[[\]:*?/\\]/.test(edit.replacement)) throw new CannotSplice('替换后的工作表名不合规');
    flow.replace(edit, book.splices);
  }
  return true;
}

/** Names of areas and formulas are seen by nobody; what is to be printed stays, with its sheet counted anew. */
function cleanNames(book: PartEdit, list: number, sheets: readonly number[], kept: readonly number[], renamed: boolean): void {
  const names = book.tokens.flatMap((token, index) => (token.parent === list && book.isElement(token) ? [index] : []));
  const printed = names.filter((index) => {
    const sheet = sheets[Number(book.attribute(index, 'localSheetId'))];
    const hidden = book.attribute(index, 'hidden');
    const own = PRINTED.has(book.attribute(index, 'name') ?? '') && !(hidden !== undefined && isOn(hidden));
    return own && !renamed && sheet !== undefined && kept.includes(sheet) && !book.rawText(index).includes('[');
  });
  book.dropped.add('定义的名称', names.length - printed.length);
  if (printed.length === 0) {
    book.remove(list);
    return;
  }
  for (const index of names) {
    if (!printed.includes(index)) book.remove(index);
    const local = book.attributes(index).find(({ name }) => name === 'localSheetId');
    const sheet = sheets[Number(local?.value)];
    if (local && sheet !== undefined && printed.includes(index))
      book.splices.replace(local.valueStart, local.valueEnd, String(kept.indexOf(sheet)));
  }
}

/** Of a table stay its columns and looks; formulas, remarks and links to data sources go. */
function cleanTable(table: PartEdit): void {
  table.tokens.forEach((token, index) => {
    if (!table.isElement(token) || table.isGone(index)) return;
    if (/^(calculatedColumnFormula|totalsRowFormula|xmlColumnPr|extLst|filterColumn|sortState)$/.test(token.name))
      table.remove(index);
    for (const { name, start, end } of table.attributes(index))
      if (/^(comment|connectionId|queryTableFieldId|dataDxfId|tableType)$/.test(name)) table.splices.remove(start, end);
  });
}
