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
