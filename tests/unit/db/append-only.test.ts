import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { brokenSettings, connect } from '../../../db/connection.ts';
import { appendSome, eventAfter, opened, rosterEntry, temporaryFolder, textBlob } from './journal-fixture.ts';

/** A journal with three events, a roster entry and a blob, closed, and opened again by "another program" with our settings. */
function handedOver() {
  const folder = temporaryFolder();
  const store = opened(folder);
  appendSome(store, 2);
  store.append([eventAfter(store.head())], [textBlob('c-1', '示例内容')]);
  store.appendRoster([rosterEntry('赵某')]);
  store.close();
  return connect(join(folder, 'store', 'journal.db'), { readOnly: false });
}

const INSERT = `(position, hash, ws, inc, seq, prev, case_id, type, body, key_id, sig)
  SELECT %P%, randomblob(32), ws, inc, %S%, %H%, case_id, type, body, key_id, sig FROM event WHERE seq = 3`;
const insert = (position: string, seq: string, prev: string, verb = 'INSERT') =>
  `${verb} INTO event${INSERT.replace('%P%', position).replace('%S%', seq).replace('%H%', prev)}`;

test.each([
  ['update of an event', "UPDATE event SET type = 'sign' WHERE seq = 2", 'append-only: event'],
  ['delete of an event', 'DELETE FROM event WHERE seq = 3', 'append-only: event'],
  ['replace by its place in the chain', insert('NULL', '3', 'prev', 'REPLACE'), 'not contiguous'],
  ['a gap', insert('NULL', '5', 'hash'), 'not contiguous'],
  ['a second event at the same place', insert('NULL', '3', 'prev'), 'not contiguous'],
  ['an event that names another predecessor', insert('NULL', '4', 'prev'), 'not contiguous'],
  ['a position in the middle', insert('99', '4', 'hash'), 'append-only: position'],
  ['update of the roster', "UPDATE roster SET key_id = 'x'", 'append-only: roster'],
  ['delete from the roster', 'DELETE FROM roster', 'append-only: roster'],
  ['update of a blob', 'UPDATE blob SET salt = zeroblob(16)', 'append-only: blob'],
  ['delete of a blob that was not shredded', 'DELETE FROM blob', 'not shredded'],
  ['another owner', "UPDATE workstation SET ws = 'ws-other'", 'append-only: workstation'],
  ['a second owner', "INSERT INTO workstation(one, ws) VALUES (1, 'ws-other')", 'append-only: workstation'],
  ['no owner', 'DELETE FROM workstation', 'append-only: workstation'],
])('the file itself refuses %s', (_, sql, message) => {
  const db = handedOver();
  expect(() => db.exec(sql)).toThrow(message);
  db.close();
});

test.each([
  ['refuses', 'ON'],
  ['would accept (which is why the setting is read back)', 'OFF'],
])('replacing an imported event: the file %s it with recursive_triggers %s', (_, setting) => {
  const db = handedOver();
  db.pragma(`recursive_triggers = ${setting}`);
  db.exec(
    "INSERT INTO event SELECT NULL, zeroblob(32), 'ws-other', 1, 1, zeroblob(32), case_id, type, body, key_id, sig FROM event WHERE seq = 3",
  );
  const replace = () =>
    db.exec(
      "REPLACE INTO event SELECT NULL, zeroblob(32), ws, 1, 1, prev, case_id, 'forged', body, key_id, sig FROM event WHERE seq = 1 AND ws = 'ws-other'",
    );
  if (setting === 'ON') expect(replace).toThrow('append-only: event');
  else expect(replace).not.toThrow();
  db.close();
});

const foreign = (seq: number, prev: string, inc = 1, hash = 'randomblob(32)', ws = 'ws-other', table = 'event') =>
  `INSERT INTO ${table} SELECT NULL, ${hash}, '${ws}', ${inc}, ${seq}, ${prev}, case_id, type, body, key_id, sig FROM event WHERE seq = 3 AND ws <> 'ws-other'`;
const ONE = `x'${'01'.repeat(32)}'`;

test.each([
  ['a first one that is not number 1', foreign(2, 'zeroblob(32)'), 'not contiguous'],
  ['a first one that names a predecessor', foreign(1, 'randomblob(32)'), 'not contiguous'],
  ['a gap', `${foreign(1, 'zeroblob(32)', 1, ONE)}; ${foreign(3, ONE)}`, 'not contiguous'],
  ['another predecessor', `${foreign(1, 'zeroblob(32)', 1, ONE)}; ${foreign(2, 'randomblob(32)')}`, 'not contiguous'],
  ['a predecessor of another incarnation', `${foreign(1, 'zeroblob(32)', 1, ONE)}; ${foreign(2, ONE, 2)}`, 'not contiguous'],
  ['a second one of the same number', `${foreign(1, 'zeroblob(32)', 1, ONE)}; ${foreign(1, 'zeroblob(32)')}`, 'UNIQUE'],
  ['a fork that is none', foreign(3, 'prev', 1, 'hash', 'ws-0123456789ab', 'fork'), 'not a fork'],
  ['update of a fork', `${foreign(3, 'prev', 1, ONE, 'ws-other', 'fork')}; UPDATE fork SET seq = 9`, 'append-only: fork'],
  ['delete of a fork', `${foreign(3, 'prev', 1, ONE, 'ws-other', 'fork')}; DELETE FROM fork`, 'append-only: fork'],
])('of another workstation the file itself refuses %s', (_, sql, message) => {
  const db = handedOver();
  expect(() => db.exec(sql)).toThrow(message);
  db.close();
});

test('of another workstation the file accepts one after another, and several incarnations', () => {
  const db = handedOver();
  db.exec(`${foreign(1, 'zeroblob(32)', 1, ONE)}; ${foreign(2, ONE)}; ${foreign(1, 'zeroblob(32)', 2)}`);
  const rows = db.prepare("SELECT inc, seq FROM event WHERE ws = 'ws-other' ORDER BY position").all();
  expect(rows).toEqual([
    { inc: 1, seq: 1 },
    { inc: 1, seq: 2 },
    { inc: 2, seq: 1 },
  ]);
  db.close();
});

test('the file accepts the event that follows the head', () => {
  const db = handedOver();
  expect(db.prepare(insert('NULL', '4', 'hash')).run().changes).toBe(1);
  db.close();
});

test('every setting is what was asked for, read back', () => {
  const db = connect(join(temporaryFolder(), 'x.db'), { readOnly: false });
  const names = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'recursive_triggers',
    'trusted_schema',
    'cell_size_check',
    'secure_delete',
  ];
  expect(Object.fromEntries(names.map((name) => [name, db.pragma(name, { simple: true })]))).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    recursive_triggers: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    secure_delete: 1,
  });
  expect(brokenSettings(db)).toEqual([]);
  db.close();
});

test.each([
  ['synchronous = OFF', 'synchronous'],
  ['synchronous = NORMAL', 'synchronous'],
  ['recursive_triggers = OFF', 'recursive_triggers'],
  ['journal_mode = DELETE', 'journal_mode'],
  ['secure_delete = FAST', 'secure_delete'],
])('a connection with %s does not pass', (pragma, name) => {
  const db = connect(join(temporaryFolder(), 'x.db'), { readOnly: false });
  db.pragma(pragma);
  expect(brokenSettings(db)).toEqual([name]);
  db.close();
});

test('a file left with weaker settings gets the full ones at the next start', () => {
  const folder = temporaryFolder();
  opened(folder).close();
  const path = join(folder, 'store', 'journal.db');
  const weak = new Sqlite(path);
  weak.pragma('journal_mode = DELETE');
  weak.pragma('synchronous = OFF');
  weak.close();
  const store = opened(folder);
  appendSome(store, 1);
  const look = new Sqlite(path, { readonly: true });
  expect([store.readOnly, look.pragma('journal_mode', { simple: true })]).toEqual([undefined, 'wal']);
  look.close();
});
