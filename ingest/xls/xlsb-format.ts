import { ok, type Result } from '../../review/model/index.ts';
import { plainPage } from '../docx/lay-page.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import type { Format, Reading, ReadingControl } from '../format.ts';
import { assemble } from '../office/assemble.ts';
import { type BinaryFindings, readBinaryPart } from '../office/binary-part.ts';
import { leaveCropped } from '../office/cropped-pictures.ts';
import { linkTexts } from '../office/link-texts.ts';
import { PartTexts } from '../office/part-texts.ts';
import { PlainPart } from '../office/plain-part.ts';
import { looksLikeXml } from '../package/decode-xml.ts';
import { hasEntry } from '../package/entry-names.ts';
import { isRelationshipPart, readRelationships } from '../package/relationships.ts';
import { chineseRuns } from '../package/residue.ts';
import { type PackageEntry, unpack } from '../package/unpack.ts';
import { walkXml } from '../package/walk-xml.ts';
import { KnownTexts } from '../page/known-texts.ts';
import { openWorkbook, readWorkbook } from './workbook-reader.ts';
import { BROKEN, LOCKED } from './xls-format.ts';
import { xlsbLooks } from './xlsb-looks.ts';

/** Workbooks with binary parts in a zip archive. */
export const xlsbFormat: Format = {
  id: 'xlsb',
  title: 'Excel 二进制工作簿（xlsb）',
  extensions: ['xlsb'],
  probe: (bytes) => hasEntry(bytes, 'xl/workbook.bin'),
  read: readXlsb,
};

async function readXlsb(bytes: Uint8Array, builder: DraftBuilder, control: ReadingControl): Promise<Result<Reading>> {
  control.progress?.('正在解包');
  // The strict unzip comes first: the library's own has no limits.
  const unpacked = await unpack(bytes, control.budget, control.signal);
  if (!unpacked.ok) return unpacked;
  control.progress?.('正在读取文字');
  const book = await openWorkbook(bytes);
  if (book === 'encrypted') return LOCKED;
  if (!book) return BROKEN;
  const parts = await readWorkbook(book, xlsbLooks(unpacked.data.entries, book.SheetNames));
  const known = new KnownTexts();
  for (const { text } of parts.flatMap((part) => part.found)) known.add(text);
  const findings: BinaryFindings = { unread: [], warnings: [] };
  for (const entry of unpacked.data.entries) {
    if (looksLikeXml(entry.bytes)) {
      parts.push(xmlPart(entry));
      leaveCropped(entry, findings);
    } else if (entry.name.endsWith('.bin') && !/vbaProject/i.test(entry.name)) parts.push(binaryRest(entry, known));
    else if (!entry.name.endsWith('/'))
      parts.push(await readBinaryPart(entry, undefined, findings, { budget: control.budget, readMember: control.readMember }));
  }
  parts.push(linkTexts(readRelationships(unpacked.data.entries)));
  const paragraphs = assemble(parts, builder);
  for (const { code, message } of findings.warnings) builder.warn(code, message);
  for (const { code, part, message } of findings.unread) builder.leaveUnread(code, part, message);
  return ok({ page: plainPage(paragraphs, builder.pieces) });
}

function xmlPart(entry: PackageEntry): PartTexts {
  const texts = new PartTexts(entry.name);
  if (isRelationshipPart(entry.name) || entry.name.endsWith('[Content_Types].xml')) return texts;
  const metadata = /^docProps\//i.test(entry.name);
  const drawing = /drawing\d*\.xml$/i.test(entry.name);
  const reader = new PlainPart(texts, new Set(), {
    kind: metadata ? 'metadata' : drawing ? 'text-box' : 'part-residue',
    section: drawing ? 'boxes' : 'rest',
    visible: drawing,
    label: metadata ? '文档属性' : drawing ? '图形' : '其他部件',
  });
  walkXml(entry.bytes, reader);
  reader.end();
  return texts;
}

/** Comments, names, caches and strings that no cell shows lie in the binary parts as UTF-16. */
function binaryRest(entry: PackageEntry, known: KnownTexts): PartTexts {
  const texts = new PartTexts(entry.name);
  for (const run of chineseRuns(entry.bytes)) {
    const words = run.match(/[\u4e00-\u9fff\uff00-\uffef\u3000-\u303f]{2,}/g) ?? [];
    if (known.has(run) || words.every((word) => known.has(word))) continue;
    known.add(run);
    texts.addAside('rest', 'part-residue', false, run, '文件残留');
  }
  return texts;
}
