// Made once: a browser takes longer to make one than to use it.
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text. Lone surrogates would become U+FFFD: callers that sign check `isWellFormed()` first. */
export const encodeUtf8 = (text: string): Uint8Array => ENCODER.encode(text);

/** Text of UTF-8 bytes, a byte order mark kept; undefined when they are not well-formed UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return DECODER.decode(bytes);
  } catch {
    return undefined;
  }
}
