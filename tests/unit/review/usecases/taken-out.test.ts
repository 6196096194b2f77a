/** Somebody with sqlite3 takes out what packages brought: no number of this workstation's own is missing then. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore } from '../../../../db/open.ts';
import { blobCipher } from '../../../../host/blob-cipher.ts';
import { crypto } from '../../../../host/crypto.ts';
import { copiedDesk, PIN, readyCase, signedCase, type TestDesk, testDesk } from '../support/test-desk.ts';

async function handOver(from: TestDesk, to: TestDesk, cases: readonly string[] = []): Promise<void> {
  await from.as('reviewer');
  const { name, base64, passphrase } = await from.call('package.export', { cases });
  await to.as('reviewer');
  const secret = passphrase === undefined ? {} : { passphrase };
  await to.call('package.import', { file: { name, base64 }, ...secret });
}

/** Deletes rows with the triggers taken off and put back, and closes the gap in the positions. */
function takenOut({ folder }: TestDesk, table: 'event' | 'fork', where: string): void {
  const db = new Sqlite(join(folder, 'store', 'journal.db'));
  const triggers = db.prepare<[string], { name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
  );
  const texts = triggers.all(table);
  for (const { name } of texts) db.exec(`DROP TRIGGER ${name}`);
  db.exec(`DELETE FROM ${table} WHERE ${where}`);
  const positions = db.prepare<[], number>(`SELECT position FROM ${table} ORDER BY position`).pluck().all() as number[];
  for (const [index, position] of positions.entries())
    db.exec(`UPDATE ${table} SET position = ${index + 1} WHERE position = ${position}`);
  for (const { sql } of texts) db.exec(sql);
  db.close();
}

/** What the program says of the file when it is started again. */
function reopened(bench: TestDesk): string | undefined {
  const { ws } = bench.store.head();
  bench.store.close();
  const places = { folder: join(bench.folder, 'store'), anchorFolder: join(bench.folder, 'anchor'), backupFolders: [] };
  const store = openStore({ ...places, ws, crypto, signer: bench.keys.workstation(), cipher: blobCipher, clock: bench.clock });
  if (!store.ok) throw new Error(store.error.code);
  const { readOnly } = store.data;
  store.data.close();
  return readOnly;
}

test('a refusal that another workstation recorded and sent cannot be taken out again: no release, and no writing after the next start', async () => {
  const first = await testDesk();
  const second = await testDesk(false, first);
  const caseId = await readyCase(first);
  for (const role of ['drafter', 'head', 'reviewer'] as const) await first.signAs(role, caseId);
  await handOver(first, second, [caseId]);
  await second.as('leader');
  await second.call('chain.refuse', { case: caseId, reason: '不宜公开', basis: '条例第十四条', pin: PIN });
  await handOver(second, first);
  await first.as('leader');
  expect((await first.view(caseId)).row.state).toBe('refused');
  const refusal = first.store.events(caseId).find(({ type }) => type === 'refuse');
  takenOut(first, 'event', `ws = '${second.store.head().ws}' AND seq >= ${refusal?.seq}`);
  const desk = first.again();
  const as = async (role: 'leader' | 'reviewer') => desk.call('session.open', { person: first.people[role], pin: PIN });
  await as('leader');
  await desk.call('chain.sign', { case: caseId, step: 'approve', opinion: '同意公开', pin: PIN });
  await as('reviewer');
  const released = await desk.call('release.register', { case: caseId, pin: PIN });
  const report = await desk.call('log.verify', {});
  expect([released.ok ? 'ok' : released.error.code, report.ok ? report.data.problems.map(({ message }) => message) : []]).toEqual(
    ['store-read-only', [expect.stringMatching(/记载从工作站 ws-[0-9a-f]{12} 导入到其第\d+条，日志里没有这一条，可能被删去/)]],
  );
  expect(reopened(first)).toMatch(/第 \d+ 条记载的导入/);
});

test('one of several proofs of a fork cannot be taken out', async () => {
  const first = await testDesk();
  const second = await testDesk(false, first);
  const one = await signedCase(second);
  await handOver(second, first, [one]);
  const copy = await copiedDesk(second);
  for (const bench of [second, copy]) for (let i = 0; i < 2; i++) await readyCase(bench, `另一件之${i}`);
  await handOver(second, first);
  await handOver(copy, first);
  expect(first.store.forks().length).toBeGreaterThan(2);
  const last = first.store.forks().at(-1);
  takenOut(first, 'fork', `seq >= ${last?.seq}`);
  const told = await first.call('log.verify', {});
  expect(told.problems.map(({ message }) => message).filter((message) => !message.startsWith('分叉：'))).toEqual([
    expect.stringMatching(/记载从工作站 .*日志里没有这一条，可能被删去/),
    expect.stringMatching(/导入时发现分叉记录6条，现在只有5条，可能被删去/),
  ]);
  expect(await first.code('package.export', {})).toBe('journal-broken');
  expect(reopened(first)).toMatch(/分叉/);
});
