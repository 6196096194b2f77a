import { describe, expect, test } from 'vitest';
import type { Draft, Piece } from '../../../../review/model/index.ts';
import { comparisonRows, droppedKinds } from '../../../../review/workflow/side-by-side.ts';

type Given = string | (Partial<Piece> & { readonly text: string });
const draft = (...given: readonly Given[]): Draft => ({
  source: { name: '稿.docx', size: 1, sha256: '', format: 'docx' },
  pieces: given.map((each, index) => ({
    index,
    kind: 'body',
    visible: true,
    where: { label: `第${index + 1}段`, part: '' },
    ...(typeof each === 'string' ? { text: each } : each),
  })),
  page: [],
  warnings: [],
  unread: [],
});
const same = (text: string) => [{ changed: false, text }];

describe('two versions side by side', () => {
  test('a paragraph with a replacement stands beside itself, each side marked in its own words', () => {
    const rows = comparisonRows(
      draft('一、检查情况', '联系人电话13900000011。'),
      draft('一、检查情况', '联系人电话（略）。'),
      true,
    );
    expect(rows).toEqual([
      { kind: 'same', label: '第1段', before: same('一、检查情况'), after: same('一、检查情况') },
      {
        kind: 'changed',
        label: '第2段',
        before: [
          { changed: false, text: '联系人电话' },
          { changed: true, text: '13900000011' },
          { changed: false, text: '。' },
        ],
        after: [
          { changed: false, text: '联系人电话' },
          { changed: true, text: '（略）' },
          { changed: false, text: '。' },
        ],
      },
    ]);
  });

  test('a paragraph that went or came has nothing on the other side', () => {
    const [gone] = comparisonRows(draft('只有原稿里有的一段'), draft());
    const [come] = comparisonRows(draft(), draft('只有新稿里有的一段'));
    expect([gone, come]).toEqual([
      { kind: 'deleted', label: '第1段', before: [{ changed: true, text: '只有原稿里有的一段' }], after: [] },
      { kind: 'inserted', label: '第1段', before: [], after: [{ changed: true, text: '只有新稿里有的一段' }] },
    ]);
  });

  test('a heading that was set anew as a paragraph is the same text', () => {
    const rows = comparisonRows(draft({ text: '通报', kind: 'heading' }), draft('通报'));
    expect(rows.map(({ kind }) => kind)).toEqual(['same']);
  });

  test('what lies far from a change is folded, and nothing is lost', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `第${index + 1}条 保持不变的内容${index}`);
    const rows = comparisonRows(draft(...lines), draft(...lines.with(10, '第11条 改过的内容10')));
    const told = rows.map((row) => (row.kind === 'folded' ? row.count : row.kind));
    expect(told).toEqual([8, 'same', 'same', 'changed', 'same', 'same', 7]);
  });
});

test('hidden texts that are gone are told by kind; those that came to light or stayed are not', () => {
  const before = draft(
    '正文',
    { text: '请核实位置', kind: 'comment', visible: false },
    { text: '内部电话', kind: 'hidden-text', visible: false },
    { text: '接受的插入', kind: 'tracked-insertion', visible: false },
    { text: '宋体', kind: 'metadata', visible: false },
  );
  const after = draft('正文', '接受的插入', { text: '宋体', kind: 'metadata', visible: false });
  expect(droppedKinds(before, after)).toEqual([
    { kind: 'comment', count: 1, items: [{ label: '第2段', text: '请核实位置' }] },
    { kind: 'hidden-text', count: 1, items: [{ label: '第3段', text: '内部电话' }] },
  ]);
});
