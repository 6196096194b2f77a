const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE = new Int16Array(128).fill(-1);
const DIGIT = new Uint8Array(64);
for (let i = 0; i < ALPHABET.length; i++) {
  DIGIT[i] = ALPHABET.charCodeAt(i);
  VALUE[ALPHABET.charCodeAt(i)] = i;
}
const DECODER = new TextDecoder();

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
    codes[out] = DIGIT[word >> 18] ?? 0;
    codes[out + 1] = DIGIT[(word >> 12) & 63] ?? 0;
    if (left > 1) codes[out + 2] = DIGIT[(word >> 6) & 63] ?? 0;
    if (left > 2) codes[out + 3] = DIGIT[word & 63] ?? 0;
    out += 4;
  }
  return DECODER.decode(codes);
}

/**
 * Bytes of padded base64. Strict: exactly one text stands for given bytes (no blanks, no missing padding, unused bits zero), so
 * that a signed log cannot be altered without its reader noticing. Undefined for anything else.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const whole = padding === 0 ? text.length : text.length - 4;
  let out = 0;
  for (let i = 0; i < whole; i += 4) {
    const word = (valueAt(text, i) << 18) | (valueAt(text, i + 1) << 12) | (valueAt(text, i + 2) << 6) | valueAt(text, i + 3);
    if (word < 0) return undefined;
    bytes[out] = word >> 16;
    bytes[out + 1] = (word >> 8) & 255;
    bytes[out + 2] = word & 255;
    out += 3;
  }
  if (padding === 0) return bytes;
  const third = padding === 1 ? valueAt(text, whole + 2) : 0;
  const word = (valueAt(text, whole) << 18) | (valueAt(text, whole + 1) << 12) | (third << 6);
  bytes[out] = word >> 16;
  if (padding === 1) bytes[out + 1] = (word >> 8) & 255;
  // Bits that stand for nothing are zero in the one spelling.
  return word >= 0 && (word & (padding === 1 ? 0xff : 0xffff)) === 0 ? bytes : undefined;
}

/** -1 for what is no digit. */
function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (VALUE[code] ?? -1) : -1;
}
