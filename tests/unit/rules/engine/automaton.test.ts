import { describe, expect, test } from 'vitest';
import { Automaton, foldCase } from '../../../../rules/engine/automaton.ts';
import { Hits } from '../../../../rules/engine/hits.ts';
import { Occurrences } from '../../../../rules/engine/occurrences.ts';
import { seeded } from '../../../bench/texts.ts';

const codesOf = (text: string) => Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

function found(words: readonly string[], text: string, slice = text.length): readonly string[] {
  const hits = new Hits();
  const automaton = new Automaton(words);
  for (let from = 0; from < text.length; from += slice)
    automaton.find(codesOf(text), from, Math.min(text.length, from + slice), hits);
  return Array.from({ length: hits.length }, (_, at) => `${hits.starts[at]}:${words[hits.words[at] as number]}`).sort();
}

function bruteForce(words: readonly string[], text: string): readonly string[] {
  const all: string[] = [];
  for (const word of words) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) all.push(`${at}:${word}`);
  return all.sort();
}

describe('the keyword pass', () => {
  test('finds what looking for each word by itself finds, nested and overlapping, none missed and none invented', () => {
    const random = seeded(7);
    const letters = [...'人防工程核常级甲'];
    const make = (length: number) => Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
    for (let round = 0; round < 40; round++) {
      const words = [...new Set(Array.from({ length: 120 }, () => make(1 + Math.floor(random() * 6))))];
      const text = make(5000);
      expect(found(words, text)).toEqual(bruteForce(words, text));
    }
  });

  test('finds words that cross the slices of the text', () => {
    const words = ['防护等级', '等级', '级'];
    const text = '防护等级'.repeat(50);
    expect(found(words, text, 3)).toEqual(bruteForce(words, text));
  });

  test('finds words at the very start and end, and no word that would run over the end', () => {
    expect(found(['人防', '人防工程', '程'], '人防工程人防')).toEqual(['0:人防', '0:人防工程', '3:程', '4:人防']);
  });

  test('takes ASCII letters in either case', () => {
    const hits = new Hits();
    new Automaton([foldCase('APN接入')]).find(codesOf('专用Apn接入'), 0, 7, hits);
    expect([hits.length, hits.starts[0]]).toEqual([1, 2]);
  });

  test('finds nothing for no words', () => {
    expect(found([], '人防工程')).toEqual([]);
  });
});

describe('occurrences', () => {
  test('lists each word in order and finds the first inside a range', () => {
    const hits = new Hits();
    new Automaton(['核', '常']).find(codesOf('核常核常核'), 0, 5, hits);
    const occurrences = new Occurrences(hits, 2);
    expect([[...occurrences.of(0)], [...occurrences.of(1)]]).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
    expect([occurrences.within(0, 1, 4), occurrences.within(0, 3, 4), occurrences.within(1, 4, 5)]).toEqual([2, -1, -1]);
  });
});
