import { decoderFor } from '../text/code-page.ts';
import type { OleStream } from './compound.ts';

/** Source text of one module of a macro project. */
export interface VbaModule {
  readonly name: string;
  readonly source: string;
}

/** Bytes of unpacked source of one project; more is no macro of an office. */
const MOST = 5_000_000;

/** True for the streams of a macro project, wherever its storage stands in the file. */
export const isVbaStream = (path: string): boolean => /(^|\/)(_VBA_PROJECT|dir)$/i.test(path);

/**
 * The modules of every macro project among the streams (MS-OVBA 2.3.4.2): the packed directory says which stream holds which
 * module and where its packed source starts. Modules that cannot be unpacked are left out; `whole` is false then, or when there
 * is no directory to go by.
 */
export function vbaModules(streams: readonly OleStream[]): { readonly modules: VbaModule[]; readonly whole: boolean } {
  const modules: VbaModule[] = [];
  let whole = true;
  const directories = streams.filter(({ path }) => /(^|\/)dir$/i.test(path));
  for (const { path, bytes } of directories) {
    const folder = path.slice(0, -3).toLowerCase();
    const plain = unpackVba(bytes, 0);
    if (!plain) whole = false;
    for (const { name, stream, offset, codePage } of plain ? modulesOf(plain) : []) {
      const found = streams.find((other) => other.path.toLowerCase() === `${folder}${stream}`.toLowerCase());
      const source = found && unpackVba(found.bytes, offset);
      if (source) modules.push({ name, source: decoderFor(codePage).decode(source) });
      else whole = false;
    }
  }
  return { modules, whole: whole && directories.length > 0 };
}

interface ModuleEntry {
  readonly name: string;
  readonly stream: string;
  readonly offset: number;
  readonly codePage: number;
}

/** Records of the directory: id, length, data; the version record alone has six bytes whatever it says. */
function modulesOf(directory: Uint8Array): ModuleEntry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const found: ModuleEntry[] = [];
  let codePage = 936;
  let name = '';
  let stream = '';
  let offset = 0;
  for (let at = 0; at + 6 <= directory.length; ) {
    const id = view.getUint16(at, true);
    const length = id === 0x09 ? 6 : view.getUint32(at + 2, true);
    const data = directory.subarray(at + 6, at + 6 + length);
    if (id === 0x03 && data.length >= 2) codePage = view.getUint16(at + 6, true);
    else if (id === 0x19) name = decoderFor(codePage).decode(data);
    else if (id === 0x47) name = new TextDecoder('utf-16le').decode(data);
    else if (id === 0x1a) stream = decoderFor(codePage).decode(data);
    else if (id === 0x32) stream = new TextDecoder('utf-16le').decode(data);
    else if (id === 0x31 && data.length >= 4) offset = view.getUint32(at + 6, true);
    else if (id === 0x2b) found.push({ name, stream: stream || name, offset, codePage });
    at += 6 + length;
  }
  return found;
}

/** Unpacks a container (MS-OVBA 2.4.1): chunks of literals and of copies from what came before. Undefined for anything else. */
export function unpackVba(bytes: Uint8Array, from: number): Uint8Array | undefined {
  if (bytes[from] !== 1) return undefined;
  const out: number[] = [];
  for (let at = from + 1; at + 2 <= bytes.length && out.length < MOST; ) {
    const header = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    if ((header & 0x7000) !== 0x3000) return out.length > 0 ? Uint8Array.from(out) : undefined;
    const end = Math.min(bytes.length, at + (header & 0xfff) + 3);
    if ((header & 0x8000) === 0) out.push(...bytes.subarray(at + 2, Math.min(bytes.length, at + 2 + 4096)));
    else unpackChunk(bytes, at + 2, end, out);
    at = end;
  }
  return Uint8Array.from(out);
}

function unpackChunk(bytes: Uint8Array, from: number, end: number, out: number[]): void {
  const start = out.length;
  for (let at = from; at < end; ) {
    const flags = bytes[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < end; bit += 1) {
      if ((flags & (1 << bit)) === 0) {
        out.push(bytes[at] ?? 0);
        at += 1;
        continue;
      }
      const token = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
      at += 2;
      // The further the chunk, the more bits of the token tell how far back to go.
      const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, out.length - start))));
      const back = (token >> (16 - bits)) + 1;
      const length = (token & (0xffff >> bits)) + 3;
      if (back > out.length - start) return;
      for (let count = 0; count < length && out.length - start < 4096; count += 1) out.push(out[out.length - back] ?? 0);
    }
  }
}
