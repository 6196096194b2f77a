import { COMMON_CHARACTERS } from '../text/common-characters.ts';

/** Characters of Chinese text with the figures and marks between them; one class, so that the search stays linear. */
const RUN = /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\w .,:;()+@/-]{4,}/g;
/** At least so many Chinese characters, half of them common ones: noise reaches neither. */
const ENOUGH = 4;
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
      if (found.size < MOST && isLanguage(run)) found.add(run.trim());
    }
  }
  return [...found];
}

/** True for text with at least four Chinese characters, half of them common ones. */
export function isLanguage(run: string): boolean {
  const chinese = run.match(/[\u4e00-\u9fff]/g) ?? [];
  const common = chinese.filter((character) => COMMON_CHARACTERS.has(character.charCodeAt(0))).length;
  return chinese.length >= ENOUGH && common * 2 >= chinese.length;
}
