import { describe, expect, it } from 'vitest';
import { counting } from './command-engine.ts';
import { SPELLINGS } from './spellings.ts';
import { FOUND } from './talk-sentences.ts';

const folded = (text: string) => text.normalize('NFKC').replace(/[\s\u200b\u00ad\ufeff]/g, '');
/** Blanks between Han are typed in running text, not in the cells of a table, where they part columns of scanned lists. */
const SENTENCES = FOUND.filter(([text]) => !text.includes('\t') && !text.includes('\u3000') && !text.includes('★'));

describe.each(SPELLINGS.filter(({ name }) => name !== 'traditional'))('facts told in talk, $name', ({ of }) => {
  it.each(SENTENCES)('are the same facts: %s', (text, spans) => {
    const typed = text
      .split('\n')
      .map((line) => of(line))
      .join('\n');
    expect(counting(typed).map(folded)).toEqual(spans.map(folded));
  });
});

const ROWS = [
  ['编号', 'A017'],
  ['所在建筑', '宾馆水箱间'],
  ['设备', '电声，TJ-3000B，1套'],
  ['联网方式', '无线数传，信道12'],
] as const;
/** All orders of the columns that start with another one. */
const ORDERS = ROWS.map((_, first) => [...ROWS.slice(first), ...ROWS.slice(0, first)]);
const LABELS = ['联网方式', '控制方式', '通信方式', '传输方式', '接入方式'];

describe('a table of sirens', () => {
  it.each(ORDERS)('is read whatever the order of its columns: %s first', (...columns) => {
    const table = [columns.map(([head]) => head), columns.map(([, cell]) => cell)].map((row) => row.join('\t')).join('\n');
    expect([...counting(`警报设施明细\n${table}`)].sort()).toEqual(['A017', '无线数传，信道12', '电声，TJ-3000B，1套']);
  });

  it.each(LABELS)('is read by another word for the way of control: %s', (label) => {
    expect(counting(`警报设施明细\n编号\t${label}\nA017\t无线数传，信道12`)).toEqual(['A017', '无线数传，信道12']);
  });

  it('of repairs with their prices tells nothing of the net', () => {
    expect(counting('警报设施明细\n型号\t单价\nTJ-3000B\t9000')).toEqual([]);
  });
});
