import { describe, expect, it } from 'vitest';
import { hasSecondHeaderRow, twoRowHeaders } from '../../../../rules/engine/table-headers.ts';
import { counted } from '../works/works-engine.ts';

describe('headers of two rows', () => {
  const first = ['序号', '工程名称', '抗力级别', '', '面积（㎡）', '', '备注'];
  const second = ['', '', '核', '常', '建筑', '掩蔽', ''];

  it('name each column by the lower row, under what stands over it', () => {
    expect([hasSecondHeaderRow(first, second), twoRowHeaders(first, second)]).toEqual([
      true,
      [
        { header: '序号' },
        { header: '工程名称' },
        { header: '核', over: '抗力级别' },
        { header: '常', over: '抗力级别' },
        { header: '建筑', over: '面积（㎡）' },
        { header: '掩蔽', over: '面积（㎡）' },
        { header: '备注' },
      ],
    ]);
  });

  it.each([
    [
      ['序号', '工程', ''],
      ['1', '甲工程', '已竣工'],
    ],
    [
      ['序号', '工程', '抗力', ''],
      ['', '甲工程', '6', '2744'],
    ],
    [
      ['', '抗力', '面积'],
      ['', '核', '常'],
    ],
    [
      ['序号', '工程', '单位', '备注'],
      ['', '二期', '甲公司', ''],
    ],
  ])('are told from a first row of values: %j %j', (head, row) => {
    expect(hasSecondHeaderRow(head, row)).toBe(false);
  });

  it('let the cells below be read', () => {
    const table = [first, second, ['1', '青杉里二期', '6B', '6', '2744', '1900', '—']].map((row) => row.join('\t')).join('\n');
    expect(counted(`人防工程竣工备案表\n${table}`)).toEqual([
      'protection-level:6B',
      'protection-level:6',
      'project-scale:2744',
      'project-scale:1900',
    ]);
  });
});
