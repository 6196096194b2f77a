import type { Encoding } from '../../review/model/index.ts';
import { COMMON_CHARACTERS } from './common-characters.ts';

export interface Decoded {
  /** The file's text without a byte order mark and without NUL characters; line ends as they are. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Characters that could not be decoded and stand as U+FFFD. */
  readonly replaced: number;
  /** NUL characters that were taken out. */
  readonly nuls: number;
  /** False when a second encoding scored nearly as well: a person should look. */
  readonly sure: boolean;
  /** False when even the best encoding gives no language: a binary file. */
  readonly isText: boolean;
}

const SAMPLE = 64 * 1024;
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/**
 * Decodes a plain text file. A byte order mark decides; else strict UTF-8; else the encoding whose decoding holds the most
 * common Chinese characters. One bad byte never changes the encoding; what cannot be decoded is counted, never dropped. An encoding
 * that a person has `chosen` stands above all of these.
 */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded {
  if (chosen) return finish(bytes, chosen, true, true);
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return finish(bytes, marked[0], true, true);
  const sample = sampleOf(bytes);
  if (isPlainUtf8(sample)) return finish(bytes, 'utf-8', true, scoreOf(decodeAs(sample, 'utf-8')) >= 0);
  const ranked = candidatesFor(sample)
    .map((encoding) => ({ encoding, score: scoreOf(decodeAs(sample, encoding)) }))
    .sort((left, right) => right.score - left.score);
  const [best, second] = ranked;
  if (!best) return finish(bytes, 'utf-8', false, false);
  const sure = !second || best.score - second.score > Math.abs(best.score) * 0.15;
  return finish(bytes, best.encoding, sure, best.score > 0);
}

function finish(bytes: Uint8Array, encoding: Encoding, sure: boolean, isText: boolean): Decoded {
  const raw = decodeAs(bytes, encoding);
  const unmarked = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  const nuls = countOf(unmarked, '\0');
  const text = nuls === 0 ? unmarked : unmarked.replaceAll('\0', '');
  const replaced = countOf(text, '\ufffd');
  return { text, encoding, replaced, nuls, sure, isText: isText && replaced * 3 <= text.length };
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes);
}

/** The first 64 KB from the first byte that is not ASCII: a long ASCII head proves nothing about what follows. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0);
  // Even start, so that UTF-16 units stay whole; the byte before the first non-ASCII one is a whole character elsewhere.
  const start = first < 0 ? 0 : first - (first % 2);
  return bytes.subarray(start, start + SAMPLE);
}

/** Strict UTF-8 that also reads like it: short GBK text can be valid UTF-8 of Greek, Cyrillic and Arabic letters. */
function isPlainUtf8(sample: Uint8Array): boolean {
  const zeros = sample.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  if (zeros * 20 > sample.length) return false;
  try {
    // `stream` lets the cut at the end of the sample split a character.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return /[\u0800-\uffff]/.test(text) || !/[\u0080-\u07ff]/.test(text);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function candidatesFor(sample: Uint8Array): Encoding[] {
  const all: Encoding[] = ['utf-8', 'gb18030', 'big5'];
  return sample.length >= 2 ? [...all, 'utf-16le', 'utf-16be'] : all;
}

/** How much a decoding reads like Chinese office text; negative for what is no text at all. */
function scoreOf(text: string): number {
  let score = 0;
  for (let index = 0; index < text.length; index += 1) score += weightOf(text.charCodeAt(index));
  return score;
}

function weightOf(code: number): number {
  if (COMMON_CHARACTERS.has(code)) return 1.5;
  if (code === 0xfffd) return -8;
  if (code < 0x80) return code >= 0x20 || code === 9 || code === 10 || code === 13 || code === 12 ? 0.3 : -2;
  if (code >= 0x4e00 && code <= 0x9fff) return 0.4;
  if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff65) || (code >= 0x2010 && code <= 0x2027)) return 0.4;
  if (code < 0xa0 || (code >= 0xd800 && code <= 0xf8ff) || (code >= 0xac00 && code <= 0xd7af)) return -2;
  return code >= 0x3400 && code < 0x4e00 ? -2 : 0;
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
