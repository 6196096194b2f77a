import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { connect } from '../../db/connection.ts';
import { migrate, schemaText, versionOf } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { openStore } from '../../db/open.ts';
import { shortOrLong } from '../short-or-long.ts';
import { appendSome, eventAfter, opened, optionsIn, rosterEntry, textBlob } from '../unit/db/journal-fixture.ts';
import { crashImages } from './crash-images.ts';
import { canPreload, preloadedLayer } from './preloaded-layer.ts';
import { RecordedDisk } from './recorded-disk.ts';
import { recordedRun } from './recorded-run.ts';

/** T9, for each old version and both ways its program may have ended. */
const IMAGES = shortOrLong(6, 400);
const SEED = 9_20_261_122;
const NEWEST = MIGRATIONS.length;

const layer = preloadedLayer('recording-io.c');
const place = mkdtempSync(join(tmpdir(), 'xianshen-migration-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const schemas = MIGRATIONS.map((_, i) => {
  const db = new Sqlite(':memory:');
  migrate(db, MIGRATIONS.slice(0, i + 1));
  const text = schemaText(db);
  db.close();
  return text;
});

const content = textBlob('c-1', '甲'.repeat(3000));

/** A journal as an old version left it: closed in order, or with its log not yet folded in (a kill, a power cut). */
function oldJournal(folder: string, version: number, ended: string): readonly string[] {
  const work = join(place, `made-${version}-${ended}`);
  const store = opened(work, { migrations: MIGRATIONS.slice(0, version), backupFolders: [] });
  const events = [...appendSome(store, 12)];
  store.appendRoster([rosterEntry('赵某')]);
  if (version >= 2) {
    const event = eventAfter(store.head());
    if (!store.append([event], [content]).ok) throw new Error('content not taken');
    events.push(event);
  }
  if (ended === 'closed') store.close();
  mkdirSync(folder, { recursive: true });
  cpSync(work, folder, { recursive: true });
  return events.map(({ id }) => id);
}

/** What is wrong with an image: the schema must be exactly the old or exactly the newest one, and the events those of before. */
function judged(folder: string, old: number, ids: readonly string[]) {
  const found: string[] = [];
  const db = connect(join(folder, 'store', 'journal.db'), { readOnly: true });
  const version = versionOf(db);
  if (version !== old && version !== NEWEST) found.push(`version ${version} between`);
  if (schemaText(db) !== schemas[version - 1]) found.push(`schema is not that of version ${version}`);
  db.close();
  return { version, faults: [...found, ...faultsOnceOpen(folder, old, ids)] };
}

function faultsOnceOpen(folder: string, old: number, ids: readonly string[]): readonly string[] {
  const store = openStore(optionsIn(folder, { backupFolders: [join(folder, 'backups')] }));
  if (!store.ok) return [`does not open: ${store.error.code}`];
  const found: string[] = [];
  if (store.data.readOnly !== undefined) found.push(`only readable: ${store.data.readOnly}`);
  if (store.data.check() !== undefined) found.push('chain broken');
  const now = store.data.events().map(({ id }) => id);
  if (now.join() !== ids.join()) found.push(`${now.length} events where ${ids.length} were`);
  if (store.data.roster().length !== 1) found.push('roster lost');
  if (old >= 2 && !store.data.blob('c-1', content.commitment).ok) found.push('content lost');
  store.data.close();
  return found;
}

/** Images of one migration: how many were still old, how many new, and what was wrong. */
function migrated(version: number, ended: string, mode: 'whole' | 'in-steps', count: number) {
  const folder = join(place, `${version}-${ended}-${mode}`);
  const ids = oldJournal(folder, version, ended);
  const disk = new RecordedDisk(folder);
  const calls = recordedRun(layer, 'open-once.ts', folder, mode);
  const found: string[] = [];
  let old = 0;
  for (const image of crashImages(calls, disk, count, SEED + version)) {
    const { version: left, faults } = judged(image.folder, version, ids);
    if (left === version) old += 1;
    if (faults.length > 0) found.push(`after call ${image.after}, ${image.kept} kept: ${faults.join('; ')}`);
  }
  return { old, renewed: count - old, found };
}

const endings = ['closed', 'killed'];
const runs = (canPreload ? MIGRATIONS.slice(0, -1) : []).flatMap(({ version }) =>
  endings.filter((_, i) => shortOrLong(version % 2 === i, true)).map((ended) => ({ version, ended })),
);

test.each(runs)(
  'power that goes while a journal of version $version, $ended before, is brought up to date leaves exactly the old or the new one',
  ({ version, ended }) => {
    const { old, renewed, found } = migrated(version, ended, 'whole', IMAGES);
    expect(found).toEqual([]);
    console.info(`migration images from version ${version}, ${ended}: ${old} old, ${renewed} new, with faults: 0`);
    expect([old > 0, renewed > 0]).toEqual([true, true]);
  },
  IMAGES * 2_000 + 30_000,
);

test.each(canPreload ? [1] : [])(
  'the images bite: a migration from version %i without a transaction is caught in between',
  (version) => {
    const { found } = migrated(version, 'closed', 'in-steps', 24);
    expect(found.filter((fault) => fault.includes('schema is not that of')).length).toBeGreaterThan(0);
  },
);
