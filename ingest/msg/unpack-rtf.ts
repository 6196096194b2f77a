/** What every dictionary starts with (MS-OXRTFCP 2.1.2.1). */
const START =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const SIZE = 4096;
const MOST = 50_000_000;

/** Unpacks the rich text of a message (MS-OXRTFCP): one character a byte; undefined for anything else. */
export function unpackRtf(bytes: Uint8Array): string | undefined {
  if (bytes.length < 16) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint32(8, true);
  if (kind === 0x414c454d) return latin1(bytes.subarray(16));
  if (kind !== 0x75465a4c) return undefined;
  const dictionary = new Uint8Array(SIZE);
  for (let index = 0; index < START.length; index += 1) dictionary[index] = START.charCodeAt(index);
  const out: number[] = [];
  let at = 16;
  let write = START.length;
  const put = (byte: number): void => {
    out.push(byte);
    dictionary[write % SIZE] = byte;
    write += 1;
  };
  while (at < bytes.length && out.length < MOST) {
    const flags = bytes[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < bytes.length; bit += 1) {
      if ((flags & (1 << bit)) === 0) {
        put(bytes[at] ?? 0);
        at += 1;
        continue;
      }
      const token = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const from = token >> 4;
      if (from === write % SIZE) return latin1(Uint8Array.from(out));
      for (let count = 0; count < (token & 15) + 2; count += 1) put(dictionary[(from + count) % SIZE] ?? 0);
    }
  }
  return latin1(Uint8Array.from(out));
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
