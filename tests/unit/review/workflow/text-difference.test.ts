import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../review/model/index.ts';
import { matches } from '../../../../review/workflow/sequence-match.ts';
import { paragraphChanges, runsOf } from '../../../../review/workflow/text-difference.ts';

const draft = (...texts: readonly string[]): Draft => ({
  source: { name: '稿.txt', size: 1, sha256: '', format: 'txt' },
  pieces: texts.map((text, index) => ({
    index,
    kind: 'body',
    visible: true,
    text,
    where: { label: `第${index + 1}段`, part: '' },
  })),
  page: [],
  warnings: [],
  unread: [],
});
const said = (before: Draft, after: Draft) =>
  paragraphChanges(before, after).map(({ kind, label, runs }) => [
    kind,
    label,
    runs.map((run) => `${{ same: '', deleted: '-', inserted: '+' }[run.kind]}${run.text}`).join('|'),
  ]);

describe('paragraphs', () => {
  test('the same text has no difference, and empty lines are none', () => {
    expect(said(draft('甲', '', '乙'), draft('甲', '乙', ''))).toEqual([]);
  });

  test('a moved paragraph is gone here and new there; its neighbours stay', () => {
    expect(said(draft('第一段内容', '第二段文字', '第三段话语'), draft('第二段文字', '第三段话语', '第一段内容'))).toEqual([
      ['deleted', '第1段', '-第一段内容'],
      ['inserted', '第3段', '+第一段内容'],
    ]);
  });

  test('a cell is the same cell whatever stands in it', () => {
    const cells = (...texts: readonly string[]): Draft => {
      const plain = draft(...texts);
      const cell = (column: number) => ({ table: 0, row: 1, column, header: '' });
      return { ...plain, pieces: plain.pieces.map((piece) => ({ ...piece, kind: 'table-cell', cell: cell(piece.index) })) };
    };
    expect(said(cells('学府路18号', '4316.5', '合格'), cells('（略）', '约四千', '合格'))).toEqual([
      ['changed', '第1段', '-学府路18号|+（略）'],
      ['changed', '第2段', '-4316.5|+约四千'],
    ]);
  });

  test('three hundred pages with three changes show these three', () => {
    const texts = Array.from({ length: 6000 }, (_, index) => `第${index}项工作已经完成，投入人员${(index * 31) % 97}人次。`);
    const changed = [...texts];
    changed[100] = `${texts[100]}另行通知。`;
    changed.splice(3000, 1);
    changed.splice(5000, 0, '全新的一段，与别处都不相同。');
    const kinds = said(draft(...texts), draft(...changed)).map(([kind]) => kind);
    expect(kinds).toEqual(['changed', 'deleted', 'inserted']);
  });

  test('texts without anything in common are all deleted and all inserted', () => {
    const one = Array.from({ length: 4000 }, (_, index) => String.fromCharCode(0x4e00 + index).repeat(3));
    const other = Array.from({ length: 4000 }, (_, index) => String.fromCharCode(0x6e00 + index).repeat(3));
    const changes = paragraphChanges(draft(...one), draft(...other));
    expect(changes.length).toBe(8000);
  });
});

describe('letters', () => {
  test.each([
    ['九月十八日上午组织试鸣', '九月十八日上午十时组织试鸣', '九月十八日上午|+十时|组织试鸣'],
    ['面积4316.5平方米', '面积约平方米', '面积|-4316.5|+约|平方米'],
    ['甲某乙', '丙某丁', '-甲某乙|+丙某丁'],
    ['同', '同', '同'],
  ])('%s → %s', (before, after, expected) => {
    const runs = runsOf(before, after).map(({ kind, text }) => `${{ same: '', deleted: '-', inserted: '+' }[kind]}${text}`);
    expect(runs.join('|')).toBe(expected);
  });

  test('deleted and common runs give the old text, inserted and common runs the new one', () => {
    const before = '全区共设警报点位128处，其中固定点位96处。';
    const after = '全区设有警报点位若干处，固定点位占多数。';
    const runs = runsOf(before, after);
    const without = (kind: string) => runs.filter((run) => run.kind !== kind).map((run) => run.text);
    expect([without('inserted').join(''), without('deleted').join('')]).toEqual([before, after]);
  });
});

test('matches ascend in both sequences and hold the same, also where anchors split the work', () => {
  const a = Array.from({ length: 2500 }, (_, index) => `${index % 7 === 0 ? '重' : index}`);
  const b = [...a.slice(0, 700), ...a.slice(900), ...a.slice(100, 300)];
  const found = matches(a, b);
  const ascends = found.every(
    ([i, j], index) => index === 0 || (i > (found[index - 1]?.[0] ?? 0) && j > (found[index - 1]?.[1] ?? 0)),
  );
  expect([ascends, found.every(([i, j]) => a[i] === b[j]), found.length >= 2300]).toEqual([true, true, true]);
});
