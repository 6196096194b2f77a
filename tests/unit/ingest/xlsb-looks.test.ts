import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { makeXlsb } from '../../fixtures/ingest/make-xlsb.ts';

test('cells of a binary workbook in the colour of their ground, or too small to read, are hidden', async () => {
  const draft = await readDraft(
    '表.xlsb',
    makeXlsb([
      ['见得到的', {}],
      ['白字', { ink: 'FFFFFF' }],
      ['主题白字', { ink: 0 }],
      ['红底红字', { ink: 'C00000', ground: 'C00000' }],
      ['红底白字', { ink: 'FFFFFF', ground: 'C00000' }],
      ['极小的字', { size: 1 }],
    ]),
  );
  const told = draft.ok ? draft.data.pieces.filter(({ where }) => / [A-Z]2/.test(where.label)) : [];
  expect(told.map(({ kind, visible, text, where }) => [kind, visible, text, where.label])).toEqual([
    ['table-cell', true, '见得到的', '工作表“表” A2'],
    ['hidden-text', false, '白字', '工作表“表” B2 与底色同色'],
    ['hidden-text', false, '主题白字', '工作表“表” C2 与底色同色'],
    ['hidden-text', false, '红底红字', '工作表“表” D2 与底色同色'],
    ['table-cell', true, '红底白字', '工作表“表” E2'],
    ['hidden-text', false, '极小的字', '工作表“表” F2 极小字'],
  ]);
});
