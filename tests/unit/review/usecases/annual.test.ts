import { expect, test } from 'vitest';
import { ANNUAL_CELLS } from '../../../../review/model/index.ts';
import { officeYear } from '../support/office-year.ts';
import { testDesk } from '../support/test-desk.ts';

const zeros = Object.fromEntries([...ANNUAL_CELLS.keys()].map((cell) => [cell, 0]));

test('the annual report is prefilled from the records, saved under a name, and checked against last year’s', async () => {
  const bench = await testDesk();
  await officeYear(bench);
  await bench.as('reviewer');
  const fresh = await bench.call('annual.view', { year: 2026 });
  expect([fresh.saved, fresh.cells['request.received.sum'], fresh.cells['active.licence.decisions'], fresh.before]).toEqual([
    undefined,
    0,
    undefined,
    undefined,
  ]);
  expect(fresh.parts.overview).toContain('主动公开政府信息1条，其中政府网站1条');
  expect(fresh.parts.overview).toContain('公开前保密审查2件，其中不予公开1件');
  const left = { 'request.received.natural': 1, 'request.received.sum': 1, 'request.left.natural': 1, 'request.left.sum': 1 };
  const lastYear = await bench.call('annual.save', { year: 2025, cells: { ...zeros, ...left }, parts: { problems: '无' } });
  expect([lastYear.faults, lastYear.saved?.by, lastYear.parts.problems]).toEqual([[], '李某丙', '无']);
  const saved = await bench.call('annual.save', { year: 2026, cells: zeros, parts: {} });
  expect(saved.faults.map(({ cell }) => cell)).toEqual(['request.carried.natural', 'request.carried.sum']);
  expect(await bench.call('annual.view', { year: 2026 })).toEqual(saved);
  await bench.as('head');
  expect([
    await bench.code('annual.view', { year: 2026 }),
    await bench.code('annual.save', { year: 2026, cells: zeros, parts: {} }),
  ]).toEqual(['ok', 'not-permitted']);
  await bench.as('leader');
  expect([
    await bench.code('annual.save', { year: 2026, cells: { 'request.no.such': 1 }, parts: {} }),
    await bench.code('annual.save', { year: 2026, cells: { 'active.fee.amount': -1 }, parts: {} }),
  ]).toEqual(['bad-input', 'bad-input']);
  expect((await bench.call('log.verify', {})).valid).toBe(true);
});
