import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { must } from '../support/case-builder.ts';
import { PIN, type TestDesk, testDesk } from '../support/test-desk.ts';

/** More than are judged at once. */
const MANY = 24;

async function officeWithMany(): Promise<{ readonly bench: TestDesk; readonly ids: readonly string[] }> {
  const bench = await testDesk();
  await bench.as('drafter');
  const ids: string[] = [];
  for (let index = 0; index < MANY; index += 1) ids.push(await bench.import(`第${index}期公告\n联系人电话13900000011。`));
  return { bench, ids };
}

/** Puts another signature under the scan of a case, as somebody with a database program would. */
function forge(file: string, caseId: string): void {
  const db = new Database(file);
  const triggers = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  db.prepare("UPDATE event SET sig = zeroblob(64) WHERE case_id = ? AND type = 'scan.done'").run(caseId);
  db.close();
}

test('a list after cases were judged ahead says what it says without', async () => {
  const { bench } = await officeWithMany();
  const expected = await bench.call('case.list', {});
  const desk = bench.again();
  must(await desk.call('session.open', { person: bench.people.drafter, pin: PIN }));
  await desk.judgeAhead();
  const rows = must(await desk.call('case.list', {}));
  expect({ rows, reports: bench.reports }).toEqual({ rows: expected, reports: [] });
});

test('what is written while cases are judged ahead stands in the list', async () => {
  const { bench, ids } = await officeWithMany();
  const desk = bench.again();
  must(await desk.call('session.open', { person: bench.people.drafter, pin: PIN }));
  const ahead = desk.judgeAhead();
  const [last = ''] = ids.slice(-1);
  must(await desk.call('case.withdraw', { case: last, reason: '重复登记', pin: PIN }));
  await ahead;
  const rows = must(await desk.call('case.list', {}));
  expect(rows.filter(({ state }) => state === 'withdrawn').map(({ id }) => id)).toEqual([last]);
});

test('a forged signature is as forged when the case was judged ahead', async () => {
  const { bench, ids } = await officeWithMany();
  const [forged = ''] = ids;
  forge(join(bench.folder, 'store', 'journal.db'), forged);
  const views = [];
  for (const ahead of [false, true]) {
    const desk = bench.again();
    must(await desk.call('session.open', { person: bench.people.drafter, pin: PIN }));
    if (ahead) await desk.judgeAhead();
    views.push(must(await desk.call('case.open', { case: forged })));
  }
  expect(views[1]).toEqual(views[0]);
  expect(views[1]?.whyNot.join()).toContain('本件的记录不完整或被改动过');
});

test('judging ahead stops when the desk is closed, and reports nothing', async () => {
  const { bench } = await officeWithMany();
  const desk = bench.again();
  const ahead = desk.judgeAhead();
  must(desk.checkpointAtClose());
  bench.store.close();
  await ahead;
  expect(bench.reports).toEqual([]);
});
