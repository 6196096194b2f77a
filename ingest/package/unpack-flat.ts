import yauzl from 'yauzl';
import { fail, ok, type Result } from '../../review/model/index.ts';
import { strayBytes } from './stray-bytes.ts';

/** What an archive of known parts may hold. */
export interface FlatLimits {
  /** Names that may lie in it, each once. */
  readonly names: readonly string[];
  /** Unpacked bytes of all entries together. */
  readonly unpacked: number;
}

const DAMAGED = fail('package-format', '文件不是先审的数据包，或不完整、被改动过，没有导入任何内容。请对方重新导出一份。');
const LARGE = fail(
  'package-too-large',
  '数据包展开后大得不正常，没有导入任何内容。请对方只选需要的件重新导出；再次出现请报保密办核对文件来源。',
);
/** File type bits of a Unix mode, in the upper half of the external attributes. */
const LINK = 0o120000;
const TYPE_BITS = 0o170000;
const REGULAR = 0o100000;

/**
 * Unpacks an archive of ours and nothing else: plain names from the list, each once, no folder, link, password, comment, extra field or
 * stray byte, sizes and checksums as declared. Whatever our writer would not make is refused, so that nothing can hide beside what is
 * signed. Codes: package-format, package-too-large.
 */
export async function unpackFlat(bytes: Uint8Array, limits: FlatLimits): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
    return await readParts(zip, bytes, limits);
  } catch (error) {
    // yauzl and zlib tell hostile archives by throwing; what exactly was wrong helps nobody.
    if (error instanceof Error) return DAMAGED;
    throw error;
  }
}

async function readParts(
  zip: yauzl.ZipFile,
  bytes: Uint8Array,
  { names, unpacked }: FlatLimits,
): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const directoryStart = (zip as unknown as { readEntryCursor: number }).readEntryCursor;
  if (zip.entryCount > names.length || zip.comment.length > 0) return DAMAGED;
  const parts = new Map<string, Uint8Array>();
  const ranges: [number, number][] = [[directoryStart, bytes.length]];
  let left = unpacked;
  for await (const entry of zip.eachEntry()) {
    if (!isPlain(entry) || !names.includes(entry.fileName) || parts.has(entry.fileName)) return DAMAGED;
    if (entry.uncompressedSize > left) return LARGE;
    left -= entry.uncompressedSize;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    // A local header of another length than name and 30 bytes carries something that the directory does not show.
    if (fileDataStart !== entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameRaw.length) return DAMAGED;
    ranges.push([entry.relativeOffsetOfLocalHeader, fileDataStart + entry.compressedSize]);
    const target = new Uint8Array(entry.uncompressedSize);
    let length = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      target.set(chunk as Uint8Array, length);
      length += (chunk as Uint8Array).length;
    }
    if (length !== target.length) return DAMAGED;
    parts.set(entry.fileName, target);
  }
  return parts.size === zip.entryCount && strayBytes(bytes, ranges).length === 0 ? ok(parts) : DAMAGED;
}

function isPlain(entry: yauzl.Entry): boolean {
  const type = (entry.externalFileAttributes >>> 16) & TYPE_BITS;
  const plainType = type !== LINK && (type === 0 || type === REGULAR);
  return plainType && !entry.isEncrypted() && entry.fileCommentRaw.length === 0 && entry.extraFieldRaw.length === 0;
}
