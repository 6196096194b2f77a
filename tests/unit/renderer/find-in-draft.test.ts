import { expect, test } from 'vitest';
import { findInDraft, MOST_HITS } from '../../../renderer/screens/desk/findInDraft.ts';
import type { Draft } from '../../../review/model/index.ts';

const draft = (...texts: string[]): Draft => ({
  source: { name: '', size: 0, sha256: '', format: 'txt' },
  pieces: texts.map((text, index) => ({
    index,
    kind: index === 1 ? 'comment' : 'body',
    visible: index !== 1,
    text,
    where: { label: '', part: '' },
  })),
  page: [],
  warnings: [],
  unread: [],
});

test('a text is found in every piece, hidden ones too, in reading order and whatever its case', () => {
  const found = findInDraft(draft('甲级Ab，乙级ab', '批注aB'), 'AB');
  expect(found.map(({ piece, start, text }) => [piece, start, text])).toEqual([
    [0, 2, 'Ab'],
    [0, 7, 'ab'],
    [1, 2, 'aB'],
  ]);
});

test('nothing is found for nothing, and a letter everywhere ends at the limit', () => {
  expect([findInDraft(draft('甲'), '').length, findInDraft(draft('人'.repeat(MOST_HITS + 9)), '人').length]).toEqual([
    0,
    MOST_HITS,
  ]);
});

test('a character is found in its compatibility forms, and the place is that of the draft as it is', () => {
  const texts = draft('第\u2f64处，使用\u2f64途', 'ﬁle（ＡＢ）file', '𠮷\u2f64');
  const places = (wanted: string) => findInDraft(texts, wanted).map(({ piece, start, end, text }) => [piece, start, end, text]);
  expect(places('用')).toEqual([
    [0, 1, 2, '\u2f64'],
    [0, 5, 6, '用'],
    [0, 6, 7, '\u2f64'],
    [2, 2, 3, '\u2f64'],
  ]);
  expect(places('用用途')).toEqual([[0, 5, 8, '用\u2f64途']]);
  expect(places('\u2f64处')).toEqual([[0, 1, 3, '\u2f64处']]);
  expect(places('(ab)')).toEqual([[1, 3, 7, '（ＡＢ）']]);
  expect(places('file')).toEqual([
    [1, 0, 3, 'ﬁle'],
    [1, 7, 11, 'file'],
  ]);
  expect(places('f')).toEqual([
    [1, 0, 1, 'ﬁ'],
    [1, 7, 8, 'f'],
  ]);
  expect(places('𠮷用')).toEqual([[2, 0, 3, '𠮷\u2f64']]);
});
