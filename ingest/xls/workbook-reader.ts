import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { PartTexts } from '../office/part-texts.ts';
import { percentDecoded } from '../package/percent-decoded.ts';
import { isTextLike } from '../package/text-like.ts';
import { blankOf, type NumberShape } from '../sheet/cell-looks.ts';
import { cellAddress, numberText } from '../sheet/cell-value.ts';
import { type SheetCell, writeSheet } from '../sheet/write-sheet.ts';

import type { BiffLooks } from './biff-looks.ts';

type Library = typeof import('@e965/xlsx');

/** Opens a binary workbook; undefined when it is damaged, `encrypted` when it has a password. */
export async function openWorkbook(bytes: Uint8Array): Promise<WorkBook | 'encrypted' | undefined> {
  const library = await import('@e965/xlsx');
  // Workbooks before Excel 97 are in the code page of their country.
  library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  try {
    return library.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: 'buffer',
      cellStyles: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      codepage: 936,
    });
  } catch (error) {
    // The library throws sentences, lists and nothing at all beside errors; all of them mean damage.
    return /password|encrypt/i.test(error instanceof Error ? error.message : '') ? 'encrypted' : undefined;
  }
}

/** Reads the sheets of a workbook cell by cell. Only cells that exist are visited: a range may say a billion. */
export async function readWorkbook(book: WorkBook, looks: BiffLooks = []): Promise<PartTexts[]> {
  const library = await import('@e965/xlsx');
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.map((name, index) => {
    const texts = new PartTexts('');
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const sheet = book.Sheets[name] ?? {};
    const cells = cellsOf(library, sheet, date1904, texts, name).map((cell) =>
      cell.hidden === '' ? { ...cell, hidden: looks[index]?.get(`${cell.row},${cell.column}`) ?? '' } : cell,
    );
    writeSheet(texts, { name, hidden }, cells, mergesOf(library, sheet), index);
    return texts;
  });
  return [...sheets, namesOf(book)];
}

function cellsOf(library: Library, sheet: WorkSheet, date1904: boolean, texts: PartTexts, name: string): SheetCell[] {
  const cells: SheetCell[] = [];
  for (const reference of Object.keys(sheet)) {
    const address = reference.startsWith('!') ? undefined : cellAddress(reference);
    if (!address) continue;
    const cell = sheet[reference] as CellObject;
    const label = `工作表“${name}” ${reference}`;
    for (const comment of cell.c ?? []) {
      texts.addAside(
        'comments',
        'comment',
        false,
        (comment.t ?? '').replaceAll(/[\x00-\x08\x0e-\x1f]/g, '').trim(),
        `${label} 批注`,
      );
      if (comment.a) texts.addAside('rest', 'metadata', false, comment.a, '批注作者');
    }
    if (cell.l?.Target) texts.addAside('rest', 'link-target', false, percentDecoded(cell.l.Target), `${label} 链接目标`);
    if (cell.l?.Tooltip) texts.addAside('rest', 'alt-text', false, cell.l.Tooltip, `${label} 链接提示`);
    if (cell.f && isTextLike(cell.f)) texts.addAside('rest', 'field-code', false, cell.f, `${label} 公式`);
    const text = textOf(library, cell, date1904);
    if (text.trim() !== '')
      cells.push({ reference, ...address, text, hidden: reasonOf(sheet, address.row, address.column, cell) });
  }
  return cells.sort((left, right) => left.row - right.row || left.column - right.column);
}

function textOf(library: Library, { t: type, v: value, z: format, w: shown }: CellObject, date1904: boolean): string {
  if (type === 'n' && typeof value === 'number') return numberText(String(value), shapeOf(library, format), date1904);
  if (type === 'e') return shown ?? '';
  return value === undefined || value === null ? '' : String(value);
}

function shapeOf(library: Library, format: CellObject['z']): NumberShape {
  const code = typeof format === 'number' ? ((library.SSF.get_table() as Record<number, string>)[format] ?? '') : (format ?? '');
  return code !== '' && library.SSF.is_date(code) ? 'date' : 'plain';
}

function reasonOf(sheet: WorkSheet, row: number, column: number, cell: CellObject): string {
  const columnFacts = sheet['!cols']?.[column];
  if (columnFacts?.hidden || columnFacts?.width === 0) return '隐藏的列';
  const rowFacts = sheet['!rows']?.[row];
  if (rowFacts?.hidden || rowFacts?.hpt === 0) return '隐藏的行';
  const blank = typeof cell.z === 'string' ? blankOf(cell.z) : 'none';
  return blank === 'all' || (blank === 'numbers' && cell.t === 'n') ? '格式设为不显示' : '';
}

const mergesOf = (library: Library, sheet: WorkSheet): string[] =>
  (sheet['!merges'] ?? []).map((range) => library.utils.encode_range(range));

/** Names that stand for cells or texts, with their remarks. */
function namesOf(book: WorkBook): PartTexts {
  const texts = new PartTexts('');
  for (const { Name, Ref, Comment } of book.Workbook?.Names ?? []) {
    if (isTextLike(Name)) texts.addAside('rest', 'metadata', false, Name, '定义的名称');
    if (Ref && isTextLike(Ref)) texts.addAside('rest', 'metadata', false, Ref, '定义的名称');
    if (Comment) texts.addAside('rest', 'metadata', false, Comment, '定义的名称·备注');
  }
  return texts;
}
