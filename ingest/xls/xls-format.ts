import { fail, ok, type Result } from '../../review/model/index.ts';
import { plainPage } from '../docx/lay-page.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { assemble } from '../office/assemble.ts';
import { PartTexts } from '../office/part-texts.ts';
import { openCompound, packCompound } from '../ole/compound.ts';
import { readLeftovers } from '../ole/ole-leftovers.ts';
import { streamNames } from '../ole/stream-names.ts';
import { KnownTexts } from '../page/known-texts.ts';
import { biffLooks } from './biff-looks.ts';
import { biffTexts, isLockedBiff, isWholeBiff } from './biff-texts.ts';
import { soundBiff } from './sound-biff.ts';
import { openWorkbook, readWorkbook } from './workbook-reader.ts';

/** Binary workbooks of Excel 5 to 2003 and of WPS. */
export const xlsFormat: Format = {
  id: 'xls',
  title: '旧版 Excel/WPS 表格（xls、et）',
  extensions: ['xls', 'xlt', 'et', 'ett'],
  probe: (bytes) => {
    const names = streamNames(bytes);
    return names.has('Workbook') || names.has('Book');
  },
  read: readXls,
};

export const LOCKED = fail(
  'file-encrypted',
  '这份表格设有打开密码，不能检查，没有读取也没有保存。请在原来的软件里取消密码，另存后再导入。',
);
export const BROKEN = fail(
  'xls-broken',
  '这份表格不完整或已损坏，读不下去，没有保存任何内容。请用原来的软件打开，另存为新的 xlsx 后再导入；打不开时请向来源方重新索取。',
);

async function readXls(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在读取文字');
  const file = await openCompound(bytes);
  const stream = file?.stream('Workbook') ?? file?.stream('Book');
  if (!file || !stream) return BROKEN;
  if (isLockedBiff(stream)) return LOCKED;
  if (!isWholeBiff(stream)) return BROKEN;
  // The library sees the workbook alone: over damaged properties beside it, it runs out of memory.
  const path = file.stream('Workbook') ? 'Workbook' : 'Book';
  const book = await openWorkbook(await packCompound([{ path, bytes: soundBiff(stream) }]));
  if (book === 'encrypted') return LOCKED;
  if (!book) return BROKEN;
  const parts = await readWorkbook(book, biffLooks(stream));
  const known = new KnownTexts();
  for (const { text } of parts.flatMap((part) => part.found)) known.add(text);
  const paragraphs = assemble([...parts, asideOf(stream, known)], builder);
  control.progress?.('正在查看隐藏内容');
  await readLeftovers(file, known, builder, control);
  if (builder.pieces.length === 0) return BROKEN;
  return ok({ page: plainPage(paragraphs, builder.pieces) });
}

/** Comments lie in the stream as texts of objects, too, and came out with their cells. */
function asideOf(stream: Uint8Array, known: KnownTexts): PartTexts {
  const texts = new PartTexts('');
  for (const { kind, visible, text, label } of biffTexts(stream)) {
    if (kind === 'text-box' && known.has(text)) continue;
    const section = kind === 'header' ? 'headers' : kind === 'footer' ? 'footers' : kind === 'text-box' ? 'boxes' : 'rest';
    texts.addAside(section, kind, visible, text, label);
    known.add(text);
  }
  return texts;
}
