import { startsWith } from '../format.ts';

const MOST_SECTORS = 20_000;
/** Sectors of the table that the header itself names (MS-CFB 2.2). */
const IN_HEADER = 109;

/** Names of the streams and storages of an OLE compound file (MS-CFB 2.6), for telling formats apart; empty for anything else. */
export function streamNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  if (!startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') || bytes.length < 512) return names;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << Math.min(12, view.getUint16(30, true));
  let sector = view.getUint32(48, true);
  for (let count = 0; count < MOST_SECTORS; count += 1) {
    const start = (sector + 1) * size;
    if (sector >= 0xfffffff0 || start + size > bytes.length) break;
    for (let entry = start; entry < start + size; entry += 128) {
      const length = Math.min(64, view.getUint16(entry + 64, true));
      if (length > 2 && view.getUint8(entry + 66) !== 0) names.add(utf16(bytes.subarray(entry, entry + length - 2)));
    }
    sector = nextSector(view, sector, size);
  }
  return names;
}

function nextSector(view: DataView, sector: number, size: number): number {
  const perSector = size / 4;
  const table = Math.floor(sector / perSector);
  if (table >= IN_HEADER) return 0xfffffffe;
  const place = (view.getUint32(76 + table * 4, true) + 1) * size + (sector % perSector) * 4;
  return place + 4 <= view.byteLength ? view.getUint32(place, true) : 0xfffffffe;
}

const utf16 = (bytes: Uint8Array): string => new TextDecoder('utf-16le').decode(bytes);
