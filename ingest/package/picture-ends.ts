/** Behind the last byte of a PNG that begins at `from`; undefined when it breaks off. */
export function pngEnd(bytes: Uint8Array, from = 0): number | undefined {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('IEND', from, 'latin1');
  return end < 0 ? undefined : end + 8;
}

/** The same of a JPEG: segments by their length up to the scan, in which only its end can look like a mark (T.81, B.1.1). */
export function jpegEnd(bytes: Uint8Array, from = 0): number | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = from + 2;
  while (at + 4 <= buffer.length && buffer[at] === 0xff && buffer[at + 1] !== 0xda) at += 2 + buffer.readUInt16BE(at + 2);
  const end = buffer[at] === 0xff && buffer[at + 1] === 0xda ? buffer.indexOf('\xff\xd9', at, 'latin1') : -1;
  return end < 0 ? undefined : end + 2;
}
