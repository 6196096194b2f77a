import { expect, test } from 'vitest';
import { answerLines } from '../../../electron/answer-lines.ts';
import { readAnswer } from '../../../renderer/state/readAnswer.ts';

const list = (length: number) => Array.from({ length }, (_, index) => ({ index, text: `第${index}段\n另起一行` }));

test.each([
  ['a refusal', { ok: false, error: { code: 'not-now', message: '没有办理。' } }],
  ['nothing', { ok: true, data: null }],
  ['a list as the whole answer', { ok: true, data: list(1000) }],
  [
    'long lists at several depths, beside short ones',
    { ok: true, data: { row: { a: 1 }, draft: { pieces: list(700), page: list(301), unread: [] }, findings: list(3) } },
  ],
  ['lists inside lists', { ok: true, data: { draft: { page: [{ rows: [list(400)] }] } } }],
  ['a list of exactly one slice', { ok: true, data: list(300) }],
])('what is read is what was sent: %s', async (_, answer) => {
  expect(await readAnswer(answerLines(answer))).toEqual(answer);
});

test('no line of a long draft takes long to read', () => {
  const lines = answerLines({ ok: true, data: { draft: { pieces: list(6000) } } }).split('\n');
  expect([lines.length, Math.max(...lines.map((line) => line.length)) < 20_000]).toEqual([21, true]);
});

test('a short answer is plain JSON', () => {
  expect(JSON.parse(answerLines({ ok: true, data: { rows: [1] } }))).toEqual({ ok: true, data: { rows: [1] } });
});
