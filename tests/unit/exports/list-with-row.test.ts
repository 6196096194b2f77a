import { expect, test } from 'vitest';
import { listTemplateXlsx } from '../../../exports/list-template-xlsx.ts';
import { readListWorkbook } from '../../../host/list-workbook.ts';
import { createReader } from '../../../host/reader.ts';
import { readList } from '../../../rules/index.ts';
import { must } from '../review/support/case-builder.ts';

async function readBack(rows: readonly { readonly row: number; readonly cells: readonly string[] }[]) {
  const file = must(await listTemplateXlsx('contacts', rows));
  const job = { progress: () => undefined, signal: new AbortController().signal };
  const grid = await readListWorkbook(createReader(), file.name, Buffer.from(file.base64, 'base64'), job);
  const { list, errors } = readList('contacts', must(grid));
  return { errors, rows: list.kind === 'contacts' ? list.rows.map(({ row, contact }) => [row, contact]) : [] };
}

test('rows of a list stand at their numbers in the workbook, also with gaps', async () => {
  const rows = [
    { row: 5, cells: ['值班室', '0551-5550101', '', ''] },
    { row: 9, cells: ['窗口', '0551-5550102', '', '2027-06-30'] },
  ];
  expect(await readBack(rows)).toEqual({
    errors: [],
    rows: [
      [5, '0551-5550101'],
      [9, '0551-5550102'],
    ],
  });
});

test('a list that began under a header of its own moves down as a whole, in its order', async () => {
  const rows = [
    { row: 2, cells: ['值班室', '0551-5550101', '', ''] },
    { row: 4, cells: ['窗口', '0551-5550102', '', ''] },
  ];
  expect((await readBack(rows)).rows).toEqual([
    [4, '0551-5550101'],
    [6, '0551-5550102'],
  ]);
});
