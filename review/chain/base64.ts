const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE = new Int16Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUE[ALPHABET.charCodeAt(i)] = i;

/** How many input bytes are turned into text at once: large files must not build millions of one-character strings. */
const SLICE = 3 * 8192;

/** Base64 (RFC 4648 §4) with padding. */
export function toBase64(bytes: Uint8Array): string {
  const slices: string[] = [];
  for (let at = 0; at < bytes.length; at += SLICE) slices.push(encodeSlice(bytes.subarray(at, at + SLICE)));
  return slices.join('');
}

function encodeSlice(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(61);
  let out = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    codes[out] = ALPHABET.charCodeAt(word >> 18);
    codes[out + 1] = ALPHABET.charCodeAt((word >> 12) & 63);
    if (left > 1) codes[out + 2] = ALPHABET.charCodeAt((word >> 6) & 63);
    if (left > 2) codes[out + 3] = ALPHABET.charCodeAt(word & 63);
    out += 4;
  }
  return new TextDecoder().decode(codes);
}

/**
 * Bytes of padded base64. Strict: exactly one text stands for given bytes (no blanks, no missing padding, unused bits zero), so
 * that a signed log cannot be altered without its reader noticing. Undefined for anything else.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let word = 0;
  let bits = 0;
  let out = 0;
  for (let i = 0; i < digits; i++) {
    const value = VALUE[text.charCodeAt(i)] ?? -1;
    if (value < 0) return undefined;
    word = ((word << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[out++] = (word >> bits) & 255;
    }
  }
  return (word & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}
