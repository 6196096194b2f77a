/** Contents destroyed on one workstation: what becomes of them on another, and in its copies. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { must } from '../support/case-builder.ts';
import { revoke } from '../support/revoking.ts';
import { PIN, readyCase, type TestDesk, testDesk } from '../support/test-desk.ts';

/** Two workstations that hold one case, and a copy of the second's journal with its contents. */
async function bothHold() {
  const first = await testDesk();
  const second = await testDesk(false, first);
  const caseId = await readyCase(first);
  await first.as('reviewer');
  const made = await first.call('package.export', { cases: [caseId] });
  await second.as('reviewer');
  await second.call('package.import', { file: { name: made.name, base64: made.base64 }, passphrase: made.passphrase ?? '' });
  second.copies.push(join(second.folder, 'copies'));
  must(second.store.backup());
  return { first, second, caseId, kept: second.store.blobsOf(caseId).length };
}

/** The leader destroys on the first workstation, the reviewer agrees; the package that tells of it. */
async function destroyed({ first }: { readonly first: TestDesk }) {
  await first.as('leader');
  const second = { person: first.people.reviewer, pin: PIN };
  await first.call('case.shred', { number: 'XS-2026-001', reason: '发现涉密内容', pin: PIN, second });
  await first.as('reviewer');
  const { name, base64 } = await first.call('package.export', {});
  return { name, base64 };
}

/** Contents of the case in the newest copy. */
function inCopies({ copies: [folder = ''] }: TestDesk, caseId: string): readonly number[] {
  return readdirSync(folder).map((name) => {
    const db = new Sqlite(join(folder, name), { readonly: true });
    const count = db.prepare<[string], number>('SELECT count(*) FROM blob WHERE case_id = ?').pluck().get(caseId);
    db.close();
    return Number(count);
  });
}

test('they go there too, in the journal and in its copies, and the import says so', async () => {
  const { first, second, caseId, kept } = await bothHold();
  expect([kept > 2, inCopies(second, caseId)]).toEqual([true, [kept]]);
  const taken = await second.call('package.import', { file: await destroyed({ first }) });
  expect([taken.cleared, second.store.blobsOf(caseId), inCopies(second, caseId)]).toEqual([{ items: kept }, [], [0]]);
});

test.each([
  ['stands', 0],
  ['void', 1],
] as const)('what a revoked key destroyed is kept until two people have settled it: %s', async (verdict, left) => {
  const { first, second, caseId, kept } = await bothHold();
  const file = await destroyed({ first });
  revoke(second, first, first.people.leader);
  const desk = second.again();
  const call: TestDesk['call'] = async (name, input) => must(await desk.call(name, input));
  await call('session.open', { person: second.people.reviewer, pin: PIN });
  const taken = await call('package.import', { file });
  expect([taken.late, taken.cleared, second.store.blobsOf(caseId).length]).toEqual([1, undefined, kept]);
  const [row] = await call('quarantine.list', {});
  if (!row) throw new Error('nothing late');
  const { ws, inc, key, from, to } = row;
  const two = { person: second.people.secadmin, pin: PIN };
  const act = { ws, inc, key, from, to, verdict, reason: '经核对本人当日在岗', pin: PIN, second: two };
  await call('quarantine.settle', act);
  expect([second.store.blobsOf(caseId).length, inCopies(second, caseId)]).toEqual([left * kept, [left * kept]]);
});
