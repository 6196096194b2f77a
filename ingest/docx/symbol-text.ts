import { type Attributes, attributeOf } from '../package/walk-xml.ts';

/** Fonts of pictures: what their characters show has nothing to do with letters. */
const PICTORIAL = /wingdings|webdings|symbol|marlett|dingbats|mt extra/i;

/**
 * The character that w:sym sets, or empty text for a pictorial one. Its code may be any character of the font, and in fonts of
 * letters 0xF000 is added to it (ECMA-376 17.3.3.30), so words can be spelled with symbols.
 */
export function symbolText(attributes: Attributes): string {
  const code = Number.parseInt(attributeOf(attributes, 'char') ?? '', 16);
  if (!Number.isFinite(code) || code < 0x20 || code > 0xffff) return '';
  if (PICTORIAL.test(attributeOf(attributes, 'font') ?? '')) return '';
  const plain = code >= 0xf020 && code <= 0xf0ff ? code - 0xf000 : code;
  return plain >= 0xd800 && plain <= 0xf8ff ? '' : String.fromCharCode(plain);
}
