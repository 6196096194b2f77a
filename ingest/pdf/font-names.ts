import { startsWith } from '../format.ts';

/** Tables and names looked at: fonts have a few dozen of each. */
const MOST = 2000;
const WINDOWS = 3;
const UNICODE = 0;

/** Names that a TrueType or OpenType font says of itself in Unicode (OpenType `name` table): family, maker, copyright, licence. */
export function fontNames(bytes: Uint8Array): string[] {
  if (bytes.length < 12 || !['\x00\x01\x00\x00', 'OTTO', 'true'].some((mark) => startsWith(bytes, mark))) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = Math.min(MOST, view.getUint16(4));
  for (let index = 0; index < tables && 28 + index * 16 <= bytes.length; index += 1) {
    const at = 12 + index * 16;
    if (startsWith(bytes, 'name', at)) return namesOf(bytes.subarray(view.getUint32(at + 8)));
  }
  return [];
}

function namesOf(table: Uint8Array): string[] {
  if (table.length < 6) return [];
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const words = view.getUint16(4);
  const names = new Set<string>();
  for (let index = 0; index < Math.min(MOST, view.getUint16(2)) && 18 + index * 12 <= table.length; index += 1) {
    const at = 6 + index * 12;
    if (![WINDOWS, UNICODE].includes(view.getUint16(at))) continue;
    const from = words + view.getUint16(at + 10);
    const text = new TextDecoder('utf-16be').decode(table.subarray(from, from + view.getUint16(at + 8)));
    if (text.trim() !== '') names.add(text);
  }
  return [...names];
}
