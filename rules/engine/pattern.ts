import { RE2JS } from 're2js';
import type { Range } from '../model.ts';
import { foldPattern } from './fold.ts';

/** A match and the span that matters in it (group `value`, or the whole). */
export interface PatternMatch extends Range {
  readonly value: Range;
}
export interface Pattern {
  /** Matches inside the window, left to right, not overlapping; offsets are those of `text`. */
  all(text: string, window: Range): readonly PatternMatch[];
  /** Whether the pattern is found anywhere in the text. */
  test(text: string): boolean;
}

export type Compiled = { readonly pattern: Pattern } | { readonly error: string };

const LONGEST = 2000;
/** A group that ends, or has an alternative that ends, in a repetition and is repeated without a bound: exponential backtracking. */
const NESTED = /\((?:[^()\\]|\\.)*(?:[+*?]|\{\d+,\d*\})\??(?:\|(?:[^()\\]|\\.)*)?\)(?:[+*]|\{\d+,\})/;
const BACKREFERENCE = /\\(?:[1-9]|k<)/;

/**
 * Compiles the pattern of a rule. Patterns shipped with the program run on V8 after a check of their shape (windows are bounded);
 * all others on an engine that takes linear time whatever is written.
 */
export function compilePattern(source: string, builtIn: boolean): Compiled {
  if (source === '') return { error: '表达式为空' };
  if (source.length > LONGEST) return { error: `表达式超过 ${LONGEST} 个字符` };
  const folded = foldPattern(source);
  try {
    return builtIn ? v8Pattern(folded) : { pattern: linearPattern(RE2JS.compile(folded)) };
  } catch {
    // The engines' own messages are English and quote the source; the place of the rule file says enough.
    return { error: '表达式写法有误，无法编译' };
  }
}

function v8Pattern(source: string): Compiled {
  if (NESTED.test(source)) return { error: '表达式中有嵌套的重复，可能耗时过长' };
  if (BACKREFERENCE.test(source)) return { error: '表达式中不能有反向引用' };
  const each = new RegExp(source, 'dgu');
  const once = new RegExp(source, 'u');
  const all = (text: string, window: Range): readonly PatternMatch[] =>
    [...text.slice(window.start, window.end).matchAll(each)].map((match) => {
      const [start, end] = match.indices?.[0] ?? [0, 0];
      const [from, to] = match.indices?.groups?.value ?? [start, end];
      return {
        start: window.start + start,
        end: window.start + end,
        value: { start: window.start + from, end: window.start + to },
      };
    });
  return { pattern: { all, test: (text) => once.test(text) } };
}

function linearPattern(compiled: RE2JS): Pattern {
  const named = 'value' in compiled.namedGroups();
  const all = (text: string, window: Range): readonly PatternMatch[] => {
    const matcher = compiled.matcher(text.slice(window.start, window.end));
    const matches: PatternMatch[] = [];
    while (matcher.find()) {
      const range = { start: window.start + matcher.start(), end: window.start + matcher.end() };
      const from = named ? matcher.start('value') : -1;
      const value = from < 0 ? range : { start: window.start + from, end: window.start + matcher.end('value') };
      matches.push({ ...range, value });
    }
    return matches;
  };
  return { all, test: (text) => compiled.matcher(text).find() };
}
