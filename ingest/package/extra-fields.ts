import { crc32 } from 'node:zlib';

/** Id of the field that gives a name in UTF-8 beside one in the code page of some computer (Info-ZIP, APPNOTE 4.6.9). */
const UNICODE_PATH = 0x7075;
/** Fields up to this size are times, owners and alignment, and say nothing. */
const LONGEST_PLAIN = 12;

interface ExtraField {
  readonly id: number;
  readonly data: Uint8Array;
}

function extraFields(bytes: Uint8Array): ExtraField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: ExtraField[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = view.getUint16(at + 2, true);
    found.push({ id: view.getUint16(at, true), data: bytes.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return found;
}

/** The name that an extra field gives for the raw one; undefined when there is none or it belongs to another name. */
export function unicodePath(extra: Uint8Array, rawName: Uint8Array): string | undefined {
  const field = extraFields(extra).find(({ id, data }) => id === UNICODE_PATH && data.length > 5 && data[0] === 1);
  if (!field) return undefined;
  const sum = new DataView(field.data.buffer, field.data.byteOffset, field.data.byteLength).getUint32(1, true);
  return sum === crc32(rawName) ? new TextDecoder().decode(field.data.subarray(5)) : undefined;
}

/** Contents of the extra fields of both headers of an entry that may hold words, each once. */
export function extraData(local: Uint8Array, central: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (const { id, data } of [...extraFields(local), ...extraFields(central)]) {
    if (id === UNICODE_PATH || data.length <= LONGEST_PLAIN) continue;
    if (!found.some((other) => Buffer.compare(other, data) === 0)) found.push(data);
  }
  return found;
}
