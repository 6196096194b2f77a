import { COMMON_CHARACTERS } from '../text/common-characters.ts';

/** Characters of Chinese text with the figures and marks between them; one class, so that the search stays linear. */
const RUN = /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\w .,:;()+@/-]{4,}/g;
/** At least so many Chinese characters, half of them common ones: noise reaches neither. */
const ENOUGH = 4;
const LONG = 8;
const MOST = 2000;

/**
 * Stretches of Chinese text in bytes that no reader understands (old objects, macros, printer settings, gaps of an archive),
 * tried as UTF-8, UTF-16LE at both alignments and GB18030. Each text once, in order of finding; at most 2,000.
 */
export function chineseRuns(bytes: Uint8Array): string[] {
  const found = new Set<string>();
  const views: readonly [string, Uint8Array][] = [
    ['utf-8', bytes],
    ['utf-16le', bytes],
    ['utf-16le', bytes.subarray(1)],
    ['gb18030', bytes],
  ];
  for (const [encoding, view] of views) {
    for (const run of new TextDecoder(encoding).decode(view).match(RUN) ?? []) {
      if (found.size < MOST && isLanguage(run, encoding === 'utf-8')) found.add(run.trim());
    }
  }
  return [...found];
}

/**
 * True for text with at least four Chinese characters, half of them common ones. Two-byte encodings make such runs out of pure
 * noise, so a short run must hold three common characters in four; `certain` says that the bytes are valid in a strict encoding.
 */
export function isLanguage(run: string, certain = false): boolean {
  const chinese = run.match(/[\u4e00-\u9fff]/g) ?? [];
  const common = chinese.filter((character) => COMMON_CHARACTERS.has(character.charCodeAt(0))).length;
  const share = certain || chinese.length >= LONG ? 0.5 : 0.75;
  return chinese.length >= ENOUGH && common >= chinese.length * share;
}
