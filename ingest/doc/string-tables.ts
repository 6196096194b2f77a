import type { Property } from '../ole/property-set.ts';
import { viewOf, type WordFile } from './word-file.ts';

const MOST = 5000;

/** Names of people that a Word file keeps apart from its text: who commented, who changed, whom the file belonged to. */
export function wordNames(word: WordFile): Property[] {
  const found: Property[] = [
    ...plainNames(word.field('authors')).map((text) => ({ label: '批注作者', text })),
    ...tableNames(word.field('revisers')).map((text) => ({ label: '修订者', text })),
    ...tableNames(word.field('names')).map((text) => ({ label: '文档属性·关联信息', text })),
  ];
  return found.filter(
    ({ text }, index) => text.trim() !== '' && text !== 'Unknown' && found.findIndex((other) => other.text === text) === index,
  );
}

/** Strings one behind the other, each behind its length (MS-DOC 2.9.347). */
function plainNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const view = viewOf(bytes);
  for (let at = 0; at + 2 <= bytes.length && names.length < MOST; ) {
    const end = at + 2 + view.getUint16(at, true) * 2;
    names.push(utf16(bytes.subarray(at + 2, end)));
    at = end;
  }
  return names;
}

/** A string table (MS-DOC 2.2.4): mark, count, size of extra data, then the strings. */
function tableNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const view = viewOf(bytes);
  if (bytes.length < 6 || view.getUint16(0, true) !== 0xffff) return names;
  const extra = view.getUint16(4, true);
  for (let at = 6; at + 2 <= bytes.length && names.length < MOST; ) {
    const end = at + 2 + view.getUint16(at, true) * 2;
    names.push(utf16(bytes.subarray(at + 2, end)));
    at = end + extra;
  }
  return names;
}

const utf16 = (bytes: Uint8Array): string =>
  new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).replaceAll('\0', '');
