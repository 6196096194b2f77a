/** One record of the PowerPoint stream (MS-PPT 2.3.1). */
export interface PptRecord {
  readonly type: number;
  readonly instance: number;
  /** True when it holds records. */
  readonly container: boolean;
  /** Offset of its header in the stream. */
  readonly offset: number;
  readonly data: Uint8Array;
  /** Offset of `data` in the stream. */
  readonly start: number;
}

export const TYPES = {
  document: 0x03e8,
  slide: 0x03ee,
  notes: 0x03f0,
  master: 0x03f8,
  handout: 0x0fc9,
  slidePersist: 0x03f3,
  slideShow: 0x03f9,
  notesAtom: 0x03f1,
  slideList: 0x0ff0,
  textHeader: 0x0f9f,
  textChars: 0x0fa0,
  textBytes: 0x0fa8,
  cString: 0x0fba,
  comment: 0x2ee0,
  headersFooters: 0x0fd9,
  link: 0x0fd7,
  font: 0x0fb7,
  storage: 0x1011,
  userEdit: 0x0ff5,
  persist: 0x1772,
  binaryTag: 0x138b,
} as const;

const DEEPEST = 40;

/** The records of a stretch, one beside the other; stops where the stretch is cut off. */
export function* recordsOf(stream: Uint8Array, from = 0, to = stream.length): Generator<PptRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = from; at + 8 <= to; ) {
    const version = view.getUint16(at, true);
    const end = Math.min(to, at + 8 + view.getUint32(at + 4, true));
    yield {
      type: view.getUint16(at + 2, true),
      instance: version >> 4,
      container: (version & 15) === 15,
      offset: at,
      data: stream.subarray(at + 8, end),
      start: at + 8,
    };
    at = end;
  }
}

/** All records below a container, itself not included, in order and with the containers above each. */
export function* descendants(
  record: PptRecord,
  above: readonly PptRecord[] = [record],
): Generator<{ readonly record: PptRecord; readonly above: readonly PptRecord[] }> {
  if (above.length > DEEPEST) return;
  for (const inner of recordsOf(record.data)) {
    const placed = { ...inner, offset: record.start + inner.offset, start: record.start + inner.start };
    yield { record: placed, above };
    if (placed.container) yield* descendants(placed, [...above, placed]);
  }
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
