/** One property modifier (MS-DOC 2.2.5.1). */
export interface Sprm {
  readonly code: number;
  readonly operand: Uint8Array;
}

/** Bytes of the operand by the top three bits of the code; 0 means that the length stands before it. */
const LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3];
const TABLE_DEFINITION = 0xd608;

/** The modifiers of a list, in order; stops where the list is cut off. */
export function* sprmsOf(list: Uint8Array): Generator<Sprm> {
  let at = 0;
  while (at + 2 <= list.length) {
    const code = (list[at] ?? 0) | ((list[at + 1] ?? 0) << 8);
    at += 2;
    let length = LENGTHS[code >> 13] ?? 1;
    if (length === 0 && code === TABLE_DEFINITION) {
      length = Math.max(0, (list[at] ?? 0) + (list[at + 1] ?? 0) * 256 - 1);
      at += 2;
    } else if (length === 0) {
      length = list[at] ?? 0;
      at += 1;
    }
    if (at + length > list.length) return;
    yield { code, operand: list.subarray(at, at + length) };
    at += length;
  }
}
