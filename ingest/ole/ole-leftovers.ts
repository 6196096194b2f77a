import { attachDraft } from '../attach-draft.ts';
import type { DraftBuilder } from '../draft-builder.ts';
import { type MemberControl, startsWith } from '../format.ts';
import { chineseRuns } from '../package/residue.ts';
import { KnownTexts } from '../page/known-texts.ts';
import { croppedMessage } from '../picture/cropped-message.ts';
import { stretchesOf } from '../text/lines.ts';
import { type Compound, type OleStream, packCompound } from './compound.ts';
import { croppedShapes } from './cropped-shapes.ts';
import { drawingWords } from './drawing-words.ts';
import { readMacros } from './macro-texts.ts';
import { hasThumbnail, propertiesOf } from './property-set.ts';
import { streamPictures } from './stream-pictures.ts';

const SUMMARY = /^\x05(Document)?SummaryInformation$/i;
/** Streams that only name classes and versions. */
const MACHINERY = /(^|\/)(\x01CompObj|\x01Ole|\x03ObjInfo|\x03LinkInfo|\x03EPRINT|\x03PRINT)$/i;

/**
 * What an OLE document holds beside the text its reader knows: properties, objects inside, macros, and in every stream Chinese
 * text that did not come out yet (deleted paragraphs that a fast save left behind, names, links). `known` holds what came out.
 */
export async function readLeftovers(
  file: Compound,
  known: KnownTexts,
  builder: DraftBuilder,
  control: MemberControl,
): Promise<void> {
  for (const { path, bytes } of file.streams) {
    if (!SUMMARY.test(path)) continue;
    if (/\x05SummaryInformation$/i.test(path) && hasThumbnail(bytes)) {
      builder.leaveUnread('picture', THUMBNAIL, '文件里有一幅缩略图，可能显示文件较早的样子，须人工查看。');
    }
    for (const { label, text } of propertiesOf(bytes, /document/i.test(path))) {
      builder.add({ kind: 'metadata', visible: false, text, where: { label, part: path.slice(1) } });
      known.add(text);
    }
  }
  await readObjects(file, builder, control);
  addPictures(file, known, builder);
  leaveCropped(file, builder);
  for (const { path, bytes } of file.streams) if (DRAWN.test(path)) addDrawingWords(bytes, known, builder);
  for (const text of readMacros(file.streams, builder)) known.add(text);
  for (const { path, bytes } of file.streams) {
    if (MACHINERY.test(path) || isObjectPart(path)) continue;
    for (const run of chineseRuns(bytes)) {
      if (isKnown(run, known)) continue;
      known.add(run);
      for (const { text } of stretchesOf(run)) {
        builder.add({
          kind: 'part-residue',
          visible: false,
          text,
          where: { label: '文件残留', part: path.replaceAll(/[\x00-\x1f]/g, '') },
        });
      }
    }
  }
}

/** What describes the pictures; that there are any is told here where the reader of the format has not said so. */
function addPictures(file: Compound, known: KnownTexts, builder: DraftBuilder): void {
  let count = 0;
  for (const { path, bytes } of file.streams) {
    const pictures = streamPictures(path, bytes);
    count += pictures.count;
    for (const text of pictures.texts) {
      if (known.has(text)) continue;
      known.add(text);
      for (const stretch of stretchesOf(text))
        builder.add({ kind: 'metadata', visible: false, text: stretch.text, where: { label: '图片附带信息', part: path } });
    }
  }
  if (count > 0 && !builder.unread.some(({ code, part }) => code === 'picture' && part !== THUMBNAIL))
    builder.leaveUnread('picture', '图片', `文件里有 ${count} 幅图片，图片里的文字不能由程序检查，须人工查看。`);
}

/** What a crop hides is in the file for everybody who undoes it. */
function leaveCropped(file: Compound, builder: DraftBuilder): void {
  const streams = file.streams.filter(({ path }) => DRAWN.test(path) || /^Data$/i.test(path));
  const count = streams.reduce((sum, { bytes }) => sum + croppedShapes(bytes), 0);
  if (count === 0) return;
  builder.leaveUnread('picture-cropped', '裁剪的图片', croppedMessage('文件', count));
}

const THUMBNAIL = '缩略图';
/** Streams of documents, workbooks and presentations that hold drawings. */
const DRAWN = /^(WordDocument|[01]Table|Workbook|Book|PowerPoint Document)$/i;

function addDrawingWords(bytes: Uint8Array, known: KnownTexts, builder: DraftBuilder): void {
  for (const { kind, label, text } of drawingWords(bytes)) {
    if (known.has(text)) continue;
    known.add(text);
    builder.add({ kind, visible: kind === 'text-box', text, where: { label, part: '' } });
  }
}

/** Lengths and flags of a binary record look like a letter before or behind its text, so the Chinese in it decides. */
function isKnown(run: string, known: KnownTexts): boolean {
  if (known.has(run)) return true;
  const words = run.match(/[\u4e00-\u9fff\uff00-\uffef\u3000-\u303f]{2,}/g) ?? [];
  return words.length > 0 && words.every((word) => known.has(word)) && !/\d{5}/.test(run);
}

const STORES = /^(ObjectPool|MBD[0-9A-F]+)$/i;
const isObjectPart = (path: string): boolean => /^(ObjectPool\/[^/]+|MBD[0-9A-F]+)\//i.test(path);

/** Objects inside: packages as they are, documents as compound files of their own, files that were dragged in. */
async function readObjects(file: Compound, builder: DraftBuilder, control: MemberControl): Promise<void> {
  const tops = new Set(file.streams.map(({ path }) => path.split('/')[0] ?? '').filter((name) => STORES.test(name)));
  for (const top of tops) {
    const objects = /^ObjectPool$/i.test(top) ? file.storages(top) : new Map([[top, below(file, top)]]);
    for (const [name, streams] of objects) await readOleObject(name.replaceAll(/[^\w-]/g, ''), streams, builder, control);
  }
}

function below(file: Compound, top: string): OleStream[] {
  return file.streams.flatMap(({ path, bytes }) =>
    path.startsWith(`${top}/`) ? [{ path: path.slice(top.length + 1), bytes }] : [],
  );
}

/** One object inside a document, given by its streams. */
export async function readOleObject(
  name: string,
  streams: readonly OleStream[],
  builder: DraftBuilder,
  control: MemberControl,
): Promise<void> {
  const inner = streams.find(({ path }) => /^(Package|CONTENTS)$/i.test(path));
  const dragged = streams.find(({ path }) => path === '\x01Ole10Native');
  if (inner && (startsWith(inner.bytes, 'PK') || startsWith(inner.bytes, '%PDF')))
    attachDraft(builder, `嵌入对象 ${name}`, await control.readMember(name, inner.bytes));
  else if (dragged) {
    const native = nativeFile(dragged.bytes);
    if (native.source !== '') {
      builder.add({ kind: 'metadata', visible: false, text: native.source, where: { label: '嵌入对象的来源路径', part: name } });
    }
    attachDraft(builder, native.name || `嵌入对象 ${name}`, await control.readMember(native.name, native.bytes));
  } else if (streams.some(({ path }) => /^(WordDocument|Workbook|Book|PowerPoint Document)$/i.test(path))) {
    attachDraft(builder, `嵌入对象 ${name}`, await control.readMember(name, await packCompound(streams)));
  } else {
    const known = new KnownTexts();
    for (const run of streams.flatMap(({ bytes }) => chineseRuns(bytes))) {
      if (!known.has(run))
        builder.add({ kind: 'part-residue', visible: false, text: run, where: { label: '嵌入对象中的文字', part: name } });
      known.add(run);
    }
    builder.leaveUnread('embedded-object', name, `嵌入对象 ${name} 只检查了能认出的中文，须打开后人工查看，或从文件中删除。`);
  }
}

/** A file that was dragged into a document (MS-OLEDS 2.3.6): label, source path, path, and the bytes. */
function nativeFile(stream: Uint8Array): { readonly name: string; readonly source: string; readonly bytes: Uint8Array } {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = 6;
  const word = (): string => {
    const end = stream.indexOf(0, at);
    const bytes = stream.subarray(at, end < 0 ? stream.length : end);
    at += bytes.length + 1;
    const utf8 = new TextDecoder().decode(bytes);
    return utf8.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : utf8;
  };
  const name = word();
  const source = word();
  at += 4;
  const length = at + 4 <= stream.length ? view.getUint32(at, true) : 0;
  at += 4 + length;
  const size = at + 4 <= stream.length ? view.getUint32(at, true) : 0;
  const bytes = stream.subarray(at + 4, at + 4 + size);
  return { name, source, bytes: bytes.length > 0 ? bytes : stream.subarray(4) };
}
