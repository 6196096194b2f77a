import yauzl from 'yauzl';
import { fail, ok, type Result } from '../../review/model/index.ts';
import { LIMITS } from '../limits.ts';
import type { Budget } from './budget.ts';
import { extraData, unicodePath } from './extra-fields.ts';
import { strayBytes } from './stray-bytes.ts';
import { strayRecords } from './stray-records.ts';

/** One unpacked entry. `name` is decoded, with forward slashes; nothing is ever written under it. */
export interface PackageEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface Archive {
  /** In the order of the directory; names may repeat. */
  readonly entries: readonly PackageEntry[];
  /** Comment of the archive and of its entries. */
  readonly comments: readonly string[];
  /** Bytes between and around the records, which no directory names, what they unfold to, and extra fields of entries. */
  readonly stray: readonly Uint8Array[];
}

const RESAVE = '文件没有被保存。请用原来的软件打开，另存为新的 docx 后再导入；打不开时请向来源方重新索取。';
const BOMB = `压缩包展开后大得不正常（可能是“压缩炸弹”），已停止读取。${RESAVE}`;
const BROKEN = `文件不完整或已损坏，压缩包结构读不下去。${RESAVE}`;

/**
 * Unpacks a zip archive strictly: sizes must be what they say, checksums must hold, ceilings of LIMITS are checked before and
 * while inflating. Codes: zip-damaged, zip-truncated, zip-sizes-lie, zip-bomb, zip-too-many-entries, file-encrypted, cancelled.
 */
export async function unpack(bytes: Uint8Array, budget: Budget, signal?: AbortSignal): Promise<Result<Archive>> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true });
    return await readEntries(zip, bytes, budget, signal);
  } catch (error) {
    return refusalOf(error);
  }
}

async function readEntries(
  zip: yauzl.ZipFile,
  bytes: Uint8Array,
  budget: Budget,
  signal?: AbortSignal,
): Promise<Result<Archive>> {
  const directoryStart = (zip as unknown as { readEntryCursor: number }).readEntryCursor;
  if (zip.entryCount > budget.entries)
    return fail('zip-too-many-entries', `压缩包里的条目超过 ${LIMITS.entries} 个，没有读取。${RESAVE}`);
  const entries: PackageEntry[] = [];
  const comments: string[] = [decodeName(zip.comment as unknown as Uint8Array, 0)];
  const extras: Uint8Array[] = [];
  const ranges: [number, number][] = [[directoryStart, bytes.length]];
  for await (const entry of zip.eachEntry()) {
    if (signal?.aborted) return fail('cancelled', '已取消导入，没有保存任何内容。需要时可以重新导入。');
    const refused = refuse(entry, budget);
    if (refused) return refused;
    budget.entries -= 1;
    budget.unpacked -= entry.uncompressedSize;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    ranges.push([entry.relativeOffsetOfLocalHeader, fileDataStart + entry.compressedSize]);
    const nameEnd = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameRaw.length;
    extras.push(...extraData(bytes.subarray(nameEnd, fileDataStart), Uint8Array.from(entry.extraFieldRaw)));
    comments.push(decodeName(entry.fileCommentRaw, entry.generalPurposeBitFlag));
    const name = nameOf(entry).replaceAll('\\', '/').replace(/^\/+/, '');
    entries.push({ name, bytes: await inflate(zip, entry) });
  }
  const stray = strayBytes(bytes, ranges);
  return ok({
    entries,
    comments: comments.filter((comment) => comment.trim() !== ''),
    stray: [...stray, ...stray.flatMap(strayRecords), ...extras],
  });
}

function refuse(entry: yauzl.Entry, budget: Budget): ReturnType<typeof fail> | undefined {
  if (entry.isEncrypted()) {
    return fail('file-encrypted', '压缩包里的内容设有密码，不能检查，没有读取也没有保存。请取消密码后另存，再重新导入。');
  }
  if (budget.entries < 1) return fail('zip-too-many-entries', `压缩包里的条目超过 ${LIMITS.entries} 个，没有读取。${RESAVE}`);
  const size = entry.uncompressedSize;
  const steep = size > LIMITS.ratioFrom && size > entry.compressedSize * LIMITS.ratio;
  return size > LIMITS.entry || size > budget.unpacked || steep ? fail('zip-bomb', BOMB) : undefined;
}

async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  const target = new Uint8Array(entry.uncompressedSize);
  let length = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    target.set(chunk as Uint8Array, length);
    length += (chunk as Uint8Array).length;
  }
  return target;
}

const nameOf = (entry: yauzl.Entry): string =>
  unicodePath(Uint8Array.from(entry.extraFieldRaw), Uint8Array.from(entry.fileNameRaw)) ??
  decodeName(entry.fileNameRaw, entry.generalPurposeBitFlag);

/** Bit 11 or valid UTF-8 means UTF-8; everything else came from a Chinese Windows. */
function decodeName(raw: Uint8Array, flags: number): string {
  const bytes = Uint8Array.from(raw);
  if ((flags & 0x800) !== 0) return new TextDecoder().decode(bytes);
  const utf8 = new TextDecoder().decode(bytes);
  return utf8.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : utf8;
}

/** yauzl and zlib say what went wrong in English sentences only; unknown ones count as damage. */
function refusalOf(error: unknown): ReturnType<typeof fail> {
  const said = error instanceof Error ? error.message : '';
  if (/too many bytes|not enough bytes|size mismatch|offset is out of bounds/i.test(said)) {
    return fail('zip-sizes-lie', `压缩包写明的大小与实际内容不符，可能被人动过手脚，已停止读取。${RESAVE}`);
  }
  if (/end of central directory|truncated|unexpected EOF|overflows file bounds/i.test(said)) {
    return fail('zip-truncated', `文件不完整，后面一段缺失（可能没有下载或拷贝完）。${RESAVE}`);
  }
  if (/encrypt/i.test(said))
    return fail('file-encrypted', '压缩包设有密码，不能检查，没有读取也没有保存。请取消密码后另存，再重新导入。');
  return fail('zip-damaged', BROKEN);
}
