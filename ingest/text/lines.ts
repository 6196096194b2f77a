import { LIMITS } from '../limits.ts';

/** One line of a text: `start` is the UTF-16 offset of its first character, `number` counts from 1. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly number: number;
}

/** Splits at CR LF, LF, CR, form feed, vertical tab and the Unicode line and paragraph separators. Line ends belong to no line. */
export function* linesOf(text: string): Generator<Line> {
  const end = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
  let start = 0;
  let number = 1;
  for (let match = end.exec(text); match; match = end.exec(text)) {
    yield { text: text.slice(start, match.index), start, number };
    start = end.lastIndex;
    number += 1;
  }
  yield { text: text.slice(start), start, number };
}

/**
 * Cuts a paragraph into stretches of at most LIMITS.piece characters: after the last sentence end of the window, else after the
 * last other mark or blank, else between two characters that are not letters or digits of one word.
 */
export function* stretchesOf(text: string): Generator<{ readonly text: string; readonly start: number }> {
  let start = 0;
  while (text.length - start > LIMITS.piece) {
    const window = text.slice(start, start + LIMITS.piece);
    const length = cutAt(window);
    yield { text: window.slice(0, length), start };
    start += length;
  }
  yield { text: text.slice(start), start };
}

function cutAt(window: string): number {
  const floor = window.length >> 1;
  for (const marks of ['。！？；!?;\n', '，、：,:）)” \t\u3000']) {
    for (let index = window.length - 1; index >= floor; index -= 1) {
      if (marks.includes(window.charAt(index))) return index + 1;
    }
  }
  for (let index = window.length - 1; index >= floor; index -= 1) {
    if (!/[\w\ud800-\udbff]/.test(window.charAt(index))) return index + 1;
  }
  return window.length;
}
