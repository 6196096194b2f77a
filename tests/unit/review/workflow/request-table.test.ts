import { expect, test } from 'vitest';
import { APPLICANTS, type Applicant, REQUEST_RESULTS, type RequestResult } from '../../../../review/model/index.ts';
import { type RequestRecord, requestTable } from '../../../../review/workflow/request-table.ts';

const record = (applicant: Applicant, receivedOn: string, result?: RequestResult, on = '2026-06-30'): RequestRecord => ({
  applicant,
  receivedOn,
  ...(result ? { closed: { on, result } } : {}),
});
const row = (records: readonly RequestRecord[], year: number, key: string) =>
  requestTable(records, year).rows.find((one) => one.key === key);

test('the columns and rows are those of the national table, in its order', () => {
  const { columns, rows } = requestTable([], 2026);
  expect(columns).toEqual(Object.values(APPLICANTS));
  expect(rows.map(({ key }) => key)).toEqual(['received', 'carried', ...Object.keys(REQUEST_RESULTS), 'total', 'left']);
  expect(rows.every(({ total }) => total === 0)).toBe(true);
});

test('new, carried over, answered and left over add up in every column', () => {
  const records = [
    record('natural', '2025-12-20', 'granted'),
    record('natural', '2026-03-01', 'partly'),
    record('natural', '2026-12-20'),
    record('business', '2026-05-01', 'withheld-third', '2027-01-05'),
    record('other', '2024-05-01', 'granted', '2024-06-01'),
    record('research', '2027-01-01'),
  ];
  const table = requestTable(records, 2026);
  const cells = (key: string) => row(records, 2026, key)?.cells;
  expect([
    table.balanced,
    cells('received'),
    cells('carried'),
    cells('granted'),
    cells('partly'),
    cells('total'),
    cells('left'),
  ]).toEqual([
    true,
    [2, 1, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0],
    [2, 0, 0, 0, 0, 0],
    [1, 1, 0, 0, 0, 0],
  ]);
  // What is left over is what the next year carries.
  expect(row(records, 2027, 'carried')?.cells).toEqual(cells('left'));
  expect(row(records, 2027, 'withheld-third')?.total).toBe(1);
});
