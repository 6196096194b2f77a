import { chineseRuns, isLanguage } from './residue.ts';

/**
 * Plain text behind a Base64 value, or undefined. WPS keeps a hardware and a user id this way in custom properties and document
 * variables. Short words that happen to be valid Base64 decode to noise and are left alone.
 */
export function base64Text(value: string): string | undefined {
  const bytes = base64Bytes(value);
  if (!bytes) return undefined;
  const utf8 = new TextDecoder().decode(bytes).replace(/\0+$/, '');
  if (isPlain(utf8)) return utf8;
  return ['utf-16le', 'gb18030']
    .map((encoding) => new TextDecoder(encoding).decode(bytes))
    .find((text) => isPlain(text) && isLanguage(text));
}

/**
 * What a Base64 value says: its plain text, or the Chinese text between binary data (the data of a field begin with numbers and
 * hold UTF-16). Empty for values that are no Base64 or say nothing.
 */
export function base64Words(value: string): string[] {
  const plain = base64Text(value);
  return plain === undefined ? chineseRuns(base64Bytes(value) ?? new Uint8Array(0)) : [plain];
}

function base64Bytes(value: string): Uint8Array | undefined {
  const packed = value.replaceAll(/\s/g, '');
  if (packed.length < 16 || packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined;
  return Uint8Array.from(Buffer.from(packed, 'base64'));
}

const isPlain = (text: string): boolean =>
  text.length >= 4 && /^[\x20-\x7e\s\u2010-\u203f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+$/.test(text);
