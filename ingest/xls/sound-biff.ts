const START = 0x809;
const BIFF8 = 0x600;
const OBJECT = 0x5d;
/** A number that no record has: the library passes over it. */
const NOTHING = 0xffff;
/** Cells and formulas of Excel 2 to 4, which have no place in a workbook of Excel 97. */
const ANCIENT: ReadonlySet<number> = new Set([0x02, 0x03, 0x04, 0x05, 0x07, 0x206, 0x406, 0x25, 0x31f]);
/** Sub-records of an object (MS-XLS 2.5.143): numbers run from 0 to 0x15. */
const LAST_PART = 0x15;

/**
 * A copy of a workbook stream without the records over which the library runs out of memory: those of older versions inside one of
 * Excel 97, and objects whose parts do not fit into one another. All other records stay where they are.
 */
export function soundBiff(stream: Uint8Array): Uint8Array {
  const copy = stream.slice();
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength);
  if (copy.length < 8 || view.getUint16(0, true) !== START || view.getUint16(4, true) !== BIFF8) return copy;
  for (let at = 0; at + 4 <= copy.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const damaged = type === OBJECT && !isSoundObject(copy.subarray(at + 4, at + 4 + length));
    if (ANCIENT.has(type) || damaged) view.setUint16(at, NOTHING, true);
    at += 4 + length;
  }
  return copy;
}

function isSoundObject(data: Uint8Array): boolean {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 0; at + 4 <= data.length; ) {
    const part = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (part > LAST_PART || at + 4 + length > data.length) return false;
    if (part === 0) return true;
    at += 4 + length;
  }
  return true;
}
