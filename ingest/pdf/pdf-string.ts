import { isLanguage } from '../package/residue.ts';
import { isTextLike } from '../package/text-like.ts';

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

/** Text of a name as the library gives it, a character a byte: programs write UTF-8, and Chinese ones GB18030, into names. */
export const nameText = (latin: string): string => pdfText(Buffer.from(latin, 'latin1'));

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

/** Property lists looked at in one content stream, and how far back from its operator each may begin. */
const MOST_LISTS = 20_000;
const LONGEST_LIST = 2_000;

/** Words in the names of a content stream and in strings of its property lists that `spokenTexts` does not know. */
export function asideTexts(content: string): { readonly names: string[]; readonly words: string[] } {
  const names = [...content.matchAll(/\/([^\s/<>[\]()%]{1,400})/g)]
    .map(([, name = '']) => name)
    .filter((name) => /[\x80-\xff]|#[89a-f][\da-f]/i.test(name))
    .map((name) =>
      nameText(name.replaceAll(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))),
    )
    .filter((name) => isWords(name) && isLanguage(name));
  const spoken = new Set(spokenTexts(content));
  const words: string[] = [];
  let lists = 0;
  for (const { index } of content.matchAll(/>>\s{0,20}(?:BDC|DP)\b/g)) {
    lists += 1;
    if (lists > MOST_LISTS) break;
    const before = content.slice(Math.max(0, index - LONGEST_LIST), index);
    const list = before.slice(Math.max(0, before.lastIndexOf(' BDC'), before.lastIndexOf('EMC'), before.lastIndexOf('ET')));
    for (const [, literal, hex] of list.matchAll(/\(((?:[^\\()]|\\[\s\S])*)\)|<([\da-fA-F\s]{4,})>/g)) {
      const text = pdfText(hex === undefined ? fromLiteral(literal ?? '') : fromHex(hex));
      if (isWords(text) && isTextLike(text) && !spoken.has(text)) words.push(text);
    }
  }
  return { names: [...new Set(names)], words: [...new Set(words)] };
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
