import { isLanguage } from './residue.ts';

/**
 * Plain text behind a Base64 value, or undefined. WPS keeps a hardware and a user id this way in custom properties and document
 * variables. Short words that happen to be valid Base64 decode to noise and are left alone.
 */
export function base64Text(value: string): string | undefined {
  const packed = value.replaceAll(/\s/g, '');
  if (packed.length < 16 || packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const utf8 = new TextDecoder().decode(bytes).replace(/\0+$/, '');
  if (isPlain(utf8)) return utf8;
  return ['utf-16le', 'gb18030']
    .map((encoding) => new TextDecoder(encoding).decode(bytes))
    .find((text) => isPlain(text) && isLanguage(text));
}

const isPlain = (text: string): boolean =>
  text.length >= 4 && /^[\x20-\x7e\s\u2010-\u203f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+$/.test(text);
