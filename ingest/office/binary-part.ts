import type { DraftWarning, Unread } from '../../review/model/index.ts';
import { attachDraft } from '../attach-draft.ts';
import { DraftBuilder } from '../draft-builder.ts';
import { type MemberControl, startsWith } from '../format.ts';
import { HtmlReader } from '../html/html-reader.ts';
import { openCompound } from '../ole/compound.ts';
import { readMacros } from '../ole/macro-texts.ts';
import { readOleObject } from '../ole/ole-leftovers.ts';
import { pictureTexts } from '../package/picture-texts.ts';
import { chineseRuns } from '../package/residue.ts';
import type { PackageEntry } from '../package/unpack.ts';
import { decode } from '../text/decode.ts';
import { linesOf } from '../text/lines.ts';
import { PartTexts } from './part-texts.ts';
import { type SweepControl, sweepPackage } from './sweep-package.ts';

export interface BinaryFindings {
  readonly unread: Unread[];
  readonly warnings: DraftWarning[];
}

const PICTURE = /\.(png|jpe?g|gif|bmp|tiff?|webp|emf|wmf|ico|svg)$/i;
/** How documents of other formats open. */
const DOCUMENTS = ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '%PDF-', '{\\rtf'];
const FONT = /\.(odttf|fntdata|ttf|otf)$/i;

/** Reads a part that is not XML as far as it goes, and names what a person must look at. `type` is its relationship type. */
export async function readBinaryPart(
  entry: PackageEntry,
  type: string | undefined,
  findings: BinaryFindings,
  control: SweepControl,
): Promise<PartTexts> {
  const texts = new PartTexts(entry.name);
  const { name, bytes } = entry;
  const file = name.split('/').at(-1) ?? name;
  const { readMember } = control;
  if (type === 'aFChunk' && readMember && !/^\s*<(?!\?xml)/.test(decode(bytes).text))
    return readForeignChunk(entry, readMember, findings);
  if (startsWith(bytes, 'PK\x03\x04')) return readNested(entry, file, findings, control);
  if (/vbaProject\.bin$/i.test(name)) return readProject(entry, findings);
  if (readMember && DOCUMENTS.some((mark) => startsWith(bytes, mark))) {
    return readDocument(entry, file, findings, { readMember });
  }
  if (type === 'aFChunk') readChunk(texts, entry, findings);
  else if (type === 'image' || type === 'thumbnail' || PICTURE.test(name)) {
    for (const text of pictureTexts(bytes)) texts.addAside('rest', 'metadata', false, text, '图片附带信息');
    leavePicture(name, findings, type === 'thumbnail');
  } else if (!FONT.test(name) || type !== 'font') {
    const printer = type === 'printerSettings' ? printerName(bytes) : '';
    texts.addAside('rest', 'metadata', false, printer, '打印机名');
    for (const run of chineseRuns(bytes)) {
      if (!printer.includes(run)) texts.addAside('rest', 'part-residue', false, run, `二进制部件 ${file} 中的文字`);
    }
    // Printer settings hold a device's numbers and the printer's name, which came out above.
    if (type !== 'printerSettings') findings.unread.push(unreadOf(entry, file));
  }
  return texts;
}

/** Names a picture for a person to look at. */
export function leavePicture(name: string, findings: BinaryFindings, thumbnail = false): void {
  const file = name.split('/').at(-1) ?? name;
  const what = thumbnail ? `缩略图 ${file} 可能显示文件较早的样子` : `图片 ${file} 里的文字不能由程序检查`;
  findings.unread.push({ code: 'picture', part: name, message: `${what}，须人工查看。` });
}

/** Device name at the start of the settings (DEVMODEW, dmDeviceName), which often names machine and office. */
const printerName = (bytes: Uint8Array): string =>
  new TextDecoder('utf-16le').decode(bytes.subarray(0, 64)).replace(/\0[\s\S]*$/, '');

/** The macro project of a package, which is a compound file of its own. */
async function readProject({ name, bytes }: PackageEntry, findings: BinaryFindings): Promise<PartTexts> {
  const texts = new PartTexts(name);
  const builder = new DraftBuilder();
  const project = await openCompound(bytes);
  const sources = project ? readMacros(project.streams, builder) : [];
  for (const { kind, visible, text, where } of builder.pieces) texts.addAside('rest', kind, visible, text, where.label);
  const known = sources.join('\n');
  for (const run of (project?.streams ?? [{ bytes }]).flatMap((stream) => chineseRuns(stream.bytes))) {
    if (!known.includes(run)) texts.addAside('rest', 'part-residue', false, run, '宏的数据中的文字');
  }
  const message = builder.unread[0]?.message ?? '文件带有宏（VBA 代码），代码没有读出，未能检查。公开前请去掉宏，或由人工查看。';
  findings.unread.push({ code: 'macro', part: name, message });
  return texts;
}

function unreadOf({ name, bytes }: PackageEntry, file: string): Unread {
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) {
    return {
      code: 'embedded-object',
      part: name,
      message: `嵌入对象 ${file} 只检查了能认出的中文，须打开后人工查看，或从文件中删除。`,
    };
  }
  return { code: 'binary-part', part: name, message: `部件 ${file} 是程序不认识的数据，只检查了能认出的中文，须人工查看。` };
}

/** A package inside the package: everything in it, under the name of the file it is. */
async function readNested(
  entry: PackageEntry,
  file: string,
  findings: BinaryFindings,
  control: SweepControl,
): Promise<PartTexts> {
  const texts = new PartTexts(entry.name);
  const budget = control.budget;
  budget.nesting -= 1;
  const inner = budget.nesting < 0 ? undefined : await sweepPackage(entry.bytes, { ...control, progress: () => undefined });
  budget.nesting += 1;
  if (!inner?.ok) {
    const why = inner ? inner.error.message : '嵌套层数过多，没有读取。';
    findings.unread.push({
      code: inner?.error.code ?? 'nesting',
      part: entry.name,
      message: `嵌入文件 ${file} 未能检查，须人工查看。${why}`,
    });
    return texts;
  }
  for (const part of inner.data.parts) {
    for (const text of part.found) texts.addAside('rest', 'attachment', false, text.text, `嵌入文件 ${file}·${text.label}`);
  }
  for (const unread of inner.data.findings.unread) findings.unread.push({ ...unread, part: `${entry.name}!${unread.part}` });
  findings.warnings.push({
    code: 'embedded-file',
    message: `文件里嵌有另一个文件 ${file}，公开后别人可以打开它。其中的文字已一并检查。`,
  });
  return texts;
}

/** A document of another format, or an object that an OLE file wraps: read like a file of its own. */
async function readDocument(
  { name, bytes }: PackageEntry,
  file: string,
  findings: BinaryFindings,
  control: MemberControl,
): Promise<PartTexts> {
  const builder = new DraftBuilder();
  const object = startsWith(bytes, '\xd0\xcf') ? await openCompound(bytes) : undefined;
  if (object) await readOleObject(file, object.streams, builder, control);
  else {
    const result = await control.readMember(file, bytes);
    attachDraft(builder, file, result);
    // What no reader understands is still searched for Chinese text.
    for (const run of result.ok ? [] : chineseRuns(bytes)) {
      builder.add({ kind: 'part-residue', visible: false, text: run, where: { label: `二进制部件 ${file} 中的文字`, part: '' } });
    }
  }
  const texts = new PartTexts(name);
  for (const { kind, visible, text, where } of builder.pieces) texts.addAside('rest', kind, visible, text, where.label);
  for (const unread of builder.unread) findings.unread.push({ ...unread, part: `${name}!${unread.part}` });
  findings.warnings.push(...builder.warnings);
  return texts;
}

/** w:altChunk of another kind than HTML: whole documents, saved pages, plain text. What is seen of them is seen in this one. */
async function readForeignChunk(
  { name, bytes }: PackageEntry,
  readMember: MemberControl['readMember'],
  findings: BinaryFindings,
): Promise<PartTexts> {
  const texts = new PartTexts(name);
  const result = await readMember(name.split('/').at(-1) ?? name, bytes);
  if (!result.ok) {
    for (const run of chineseRuns(bytes)) texts.addAside('rest', 'part-residue', false, run, '插入的片段中的文字');
    const message = `插入的片段 ${name} 未能检查，须人工查看。${result.error.message}`;
    findings.unread.push({ code: result.error.code, part: name, message });
    return texts;
  }
  for (const { kind, visible, text, where } of result.data.pieces) {
    if (kind !== 'file-name') texts.addAside('rest', 'attachment', visible, text, `插入的片段·${where.label}`);
  }
  for (const unread of result.data.unread) findings.unread.push({ ...unread, part: `${name}!${unread.part}` });
  return texts;
}

/** w:altChunk: a foreign document that the office program shows as part of this one. */
function readChunk(texts: PartTexts, { name, bytes }: PackageEntry, findings: BinaryFindings): void {
  const { text } = decode(bytes);
  if (!/<[a-z!]/i.test(text)) {
    for (const line of linesOf(text)) texts.addAside('rest', 'attachment', true, line.text, '插入的片段');
    return;
  }
  const builder = new DraftBuilder();
  const whole = new HtmlReader(builder).read(text);
  for (const piece of builder.pieces) {
    texts.addAside('rest', 'attachment', piece.visible, piece.text, `插入的片段·${piece.where.label}`);
  }
  if (!whole || !/<(html|body|p|div|table)\b/i.test(text)) {
    findings.unread.push({ code: 'chunk', part: name, message: `插入的片段 ${name} 没有读全，须人工查看。` });
  }
}
