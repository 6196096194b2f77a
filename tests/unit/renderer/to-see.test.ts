import { expect, test } from 'vitest';
import { toSee } from '../../../renderer/screens/signoff/toSee.ts';
import type { CaseView, ParagraphChange, TextDifference } from '../../../review/contract.ts';
import { finding } from './finding.ts';

const change = (place: number): ParagraphChange => ({
  kind: 'changed',
  label: `第${place}段`,
  visible: true,
  runs: [{ kind: 'inserted', text: '新' }],
});
const difference = (count: number, against: TextDifference['against'] = 'returned'): TextDifference => ({
  against,
  from: 1,
  to: 2,
  at: '',
  by: '',
  inserted: 0,
  deleted: 0,
  changed: count,
  freshFindings: 0,
  paragraphs: Array.from({ length: count }, (_, place) => change(place)),
  left: 0,
});
const view = {
  document: 0,
  findings: [
    finding({ id: 'open' }),
    finding({ id: 'kept', decision: { finding: 'kept', kind: 'keep', reason: '', by: '', at: '', carried: false } }),
  ],
} as unknown as CaseView;
const shape = (of: TextDifference | undefined) =>
  toSee(view, of).map((item) => (item.kind === 'finding' ? item.id : item.changes.length));

test('text that changed is to be seen before what stays, paragraph by paragraph, many as one list', () => {
  const stays = ['kept'];
  expect([shape(difference(2)), shape(difference(30)), shape(difference(0)), shape(difference(2, 'none'))]).toEqual([
    [1, 1, ...stays],
    [30, ...stays],
    stays,
    stays,
  ]);
});

test('hidden content that is gone is one thing to see, however much it was', () => {
  const gone: ParagraphChange = { kind: 'deleted', label: '作者', visible: false, runs: [{ kind: 'deleted', text: '某人' }] };
  const cleared = { ...difference(2), paragraphs: [change(1), gone, change(2), gone, gone] };
  expect(shape(cleared)).toEqual([1, 1, 3, 'kept']);
});

test('changes since another version are other things to see', () => {
  const ids = (from: number) => toSee(view, { ...difference(1), from }).map(({ id }) => id)[0];
  expect(ids(1)).not.toBe(ids(2));
});
