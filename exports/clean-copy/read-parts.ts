import yauzl from 'yauzl';
import { CannotSplice } from './cannot-splice.ts';

/** Ceilings of one package; the file was within those of the reader before it came here. */
const ENTRIES = 20_000;
const UNPACKED = 400 * 1024 * 1024;

/**
 * Parts of a package by name, in the order of its directory. Sizes must be what they say; two parts of one name, a password or
 * a damaged record mean that programs disagree about the content, so nothing is spliced. Throws CannotSplice.
 */
export async function readParts(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  try {
    return await readEntries(bytes);
  } catch (error) {
    if (error instanceof CannotSplice) throw error;
    throw new CannotSplice('压缩包结构有错');
  }
}

async function readEntries(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true });
  const parts = new Map<string, Uint8Array>();
  const known = new Set<string>();
  let left = UNPACKED;
  if (zip.entryCount > ENTRIES) throw new CannotSplice('压缩包条目过多');
  for await (const entry of zip.eachEntry()) {
    left -= entry.uncompressedSize;
    const name = nameOf(entry.fileNameRaw, entry.generalPurposeBitFlag);
    if (left < 0 || entry.isEncrypted()) throw new CannotSplice('压缩包过大或设有密码');
    if (known.has(name.toLowerCase())) throw new CannotSplice('压缩包里有同名的部件');
    known.add(name.toLowerCase());
    if (name.endsWith('/')) continue;
    const content = new Uint8Array(entry.uncompressedSize);
    let length = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      content.set(chunk as Uint8Array, length);
      length += (chunk as Uint8Array).length;
    }
    parts.set(name, content);
  }
  return parts;
}

/** Bit 11 or valid UTF-8 means UTF-8; everything else came from a Chinese Windows. As the reader decodes, so that names agree. */
function nameOf(raw: Uint8Array, flags: number): string {
  const bytes = Uint8Array.from(raw);
  const utf8 = new TextDecoder().decode(bytes);
  const name = (flags & 0x800) === 0 && utf8.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : utf8;
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}
