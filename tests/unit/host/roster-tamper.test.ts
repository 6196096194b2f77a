import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { crypto } from '../../../host/crypto.ts';
import { idOf, PAYLOAD_TYPES } from '../../../review/chain/pae.ts';
import { must, openOffice, setUp, signIn } from './office.ts';
import { temporaryFolder } from './temporary.ts';

const TRIGGERS = ['roster_no_update', 'roster_no_delete'];

/** Sets up an office, then writes into the roster table of the closed store, as whoever owns the file could. */
async function edited(change: (db: Sqlite.Database) => void) {
  const folder = temporaryFolder();
  const desk = await openOffice(folder);
  await setUp(desk);
  await signIn(desk, 'drafter');
  await must(desk.close());
  const db = new Sqlite(join(folder, 'store', 'journal.db'));
  const find = db.prepare<[string], { sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?');
  const texts = TRIGGERS.map((name) => find.get(name)?.sql ?? '');
  for (const name of TRIGGERS) db.exec(`DROP TRIGGER IF EXISTS ${name}`);
  change(db);
  for (const text of texts) db.exec(text);
  db.close();
  return openOffice(folder);
}

const bodyAt = (db: Sqlite.Database, position: number): string =>
  db.prepare<[number], { body: Buffer }>('SELECT body FROM roster WHERE position = ?').get(position)?.body.toString('utf8') ?? '';

test('T7: a role written into the roster by hand, its digest made to fit, gives nobody that role', async () => {
  const desk = await edited((db) => {
    const position = 4;
    const body = Buffer.from(bodyAt(db, position).replace('"drafter"', '"leader"'), 'utf8');
    const hash = Buffer.from(idOf(crypto, PAYLOAD_TYPES.roster, body), 'hex');
    db.prepare('UPDATE roster SET body = ?, hash = ? WHERE position = ?').run(body, hash, position);
  });
  const status = await must(desk.call('app.status', {}));
  expect(status.readOnly).toMatch(/名册/);
  expect((await must(desk.call('people.list', {}))).map(({ role }) => role)).not.toContain('leader');
  await must(desk.close());
});

test('T7: the column that says whose key signed an entry is not believed', async () => {
  const desk = await edited((db) => {
    db.prepare('UPDATE roster SET key_id = ? WHERE position = 5').run('f'.repeat(32));
  });
  expect((await must(desk.call('app.status', {}))).readOnly).toMatch(/名册/);
  await must(desk.close());
});
