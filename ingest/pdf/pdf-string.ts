import { isLanguage } from '../package/residue.ts';

/**
 * Text of a PDF string (ISO 32000-1, 7.9.2): UTF-16 and UTF-8 by their marks; without a mark PDFDocEncoding, but Chinese programs
 * write UTF-8 and GB18030 there too. Language codes between escape characters are left out.
 */
export function pdfText(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return unescaped(new TextDecoder('utf-16be').decode(bytes));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return unescaped(new TextDecoder('utf-16le').decode(bytes));
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!/[\x80-\xff]/.test(latin)) return latin;
  const utf8 = new TextDecoder().decode(bytes);
  if (!utf8.includes('\ufffd')) return utf8;
  const chinese = new TextDecoder('gb18030').decode(bytes);
  const characters = chinese.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return !chinese.includes('\ufffd') && (isLanguage(chinese) || characters * 2 >= chinese.length) ? chinese : latin;
}

/** True when the string is words rather than binary data, a date or nothing. */
export function isWords(text: string): boolean {
  return text.trim() !== '' && !/[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]/.test(text) && !/^D:\d{4}/.test(text);
}

const unescaped = (text: string): string => text.replaceAll(/\x1b[^\x1b]{0,10}\x1b/g, '');

/** Texts that a content stream gives in property lists (/ActualText and its kin), which no painted character holds. */
export function spokenTexts(content: string): string[] {
  const found: string[] = [];
  for (const match of content.matchAll(
    /\/(?:ActualText|Alt|E)\s*(?:\(((?:[^\\()]|\\[\s\S]){0,20000})\)|<([\da-fA-F\s]{0,40000})>)/g,
  )) {
    const [, literal, hex] = match;
    const bytes = hex === undefined ? fromLiteral(literal ?? '') : fromHex(hex);
    const text = pdfText(bytes);
    if (isWords(text)) found.push(text);
  }
  return found;
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function fromLiteral(literal: string): Uint8Array {
  const bytes: number[] = [];
  for (const [, octal, escaped, plain] of literal.matchAll(/\\([0-7]{1,3})|\\([\s\S])|([^\\])/g)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 255);
    else if (escaped !== undefined && !/[\r\n]/.test(escaped)) bytes.push(ESCAPES[escaped] ?? escaped.charCodeAt(0));
    else if (plain !== undefined) bytes.push(plain.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

function fromHex(hex: string): Uint8Array {
  const digits = hex.replaceAll(/\s/g, '');
  return Uint8Array.from({ length: digits.length >> 1 }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  );
}
