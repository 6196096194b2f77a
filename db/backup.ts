/** Copies of the journal that were read back before they count (signoff-design 4.6). */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { Crypto, Head } from '../review/ports.ts';
import { firstBreak } from './chain-walk.ts';
import { connect } from './connection.ts';
import { makePrivateFolder, renameDurably, syncFile } from './durable-file.ts';
import { headOf, ownerOf } from './events.ts';
import { rosterHead } from './roster.ts';
import { faultOf } from './sqlite-faults.ts';

const DAILY = 7;
const MONTHLY = 12;
const NAME = /^journal-(\d{4}-\d{2})-\d{2}\.db$/;
const UNFINISHED = /^(journal|before-migration)-.*\.db\.new(-wal|-shm|-journal)?$/;

export interface Backup {
  readonly path: string;
  readonly head: Head;
}

const failed = (what: string) =>
  fail('backup-failed', `备份没有完成：${what}账本本身没有改动，以前的备份仍在。请检查备份文件夹所在的磁盘后再备份一次。`);

/** Opens a copy for reading, checks every page and walks the whole chain. Codes: backup-failed. */
export function verifyBackup(path: string, crypto: Crypto): Result<Backup> {
  try {
    const db = connect(path, { readOnly: true });
    try {
      if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') return failed('副本有损坏的页。');
      const found = firstBreak(db, crypto);
      if (found) return failed(`副本第 ${found.seq} 条记录处核对不符。`);
      return ok({ path, head: headOf(db, ownerOf(db) ?? '') });
    } finally {
      db.close();
    }
  } catch (error) {
    if (faultOf(error)) return failed('副本不能读取。');
    throw error;
  }
}

/** Writes a verified copy with exactly this path, replacing one that is there. Codes: backup-failed. */
export function copyVerified(db: Database, path: string, crypto: Crypto): Result<Backup> {
  const beside = `${path}.new`;
  try {
    rmSync(beside, { force: true });
    db.prepare<[string]>('VACUUM INTO ?').run(beside);
    const verified = verifyBackup(beside, crypto);
    if (!verified.ok) {
      rmSync(beside, { force: true });
      return verified;
    }
    syncFile(beside);
    renameDurably(beside, path);
    return ok({ ...verified.data, path });
  } catch (error) {
    if (!faultOf(error) && !(error instanceof Error && 'code' in error)) throw error;
    rmSync(beside, { force: true });
    return failed(faultOf(error) === 'full' ? '磁盘空间不足。' : '备份文件夹不能写入。');
  }
}

/** Names of the dated copies to keep: the newest 7, and the newest of each of the newest 12 months. */
export function copiesToKeep(names: readonly string[]): ReadonlySet<string> {
  const newestFirst = names.filter((name) => NAME.test(name)).sort((a, b) => (a < b ? 1 : -1));
  const ofMonth = new Map<string, string>();
  for (const name of newestFirst) {
    const month = NAME.exec(name)?.[1] ?? '';
    if (!ofMonth.has(month)) ofMonth.set(month, name);
  }
  return new Set([...newestFirst.slice(0, DAILY), ...[...ofMonth.values()].slice(0, MONTHLY)]);
}

export const backupPath = (folder: string, day: string): string => join(folder, `journal-${day}.db`);

/**
 * Backs up into every folder; the copy of the same day is replaced, old ones beyond 7 daily and 12 monthly go.
 * @param day civil date, YYYY-MM-DD
 */
export function backUp(db: Database, folders: readonly string[], day: string, crypto: Crypto): Result<readonly Backup[]> {
  const made: Backup[] = [];
  for (const folder of folders) {
    const copy = backUpInto(db, folder, day, crypto);
    if (!copy.ok) return copy;
    made.push(copy.data);
  }
  return ok(made);
}

function backUpInto(db: Database, folder: string, day: string, crypto: Crypto): Result<Backup> {
  try {
    makePrivateFolder(folder);
    // Copies that a kill left half-made.
    for (const name of readdirSync(folder)) if (UNFINISHED.test(name)) rmSync(join(folder, name));
    const copy = copyVerified(db, backupPath(folder, day), crypto);
    const names = readdirSync(folder).filter((name) => NAME.test(name));
    const keep = copiesToKeep(names);
    if (copy.ok) for (const name of names) if (!keep.has(name)) rmSync(join(folder, name));
    return copy;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return failed('备份文件夹不能写入。');
    throw error;
  }
}

/** Takes away every copy but today's: after a shredding they hold what must be nowhere. The new copy was verified before. */
export function removeOlderCopies(folder: string, day: string): void {
  try {
    const kept = `journal-${day}.db`;
    for (const name of readdirSync(folder)) {
      if ((NAME.test(name) || name.startsWith('before-migration-')) && name !== kept) rmSync(join(folder, name));
    }
  } catch (error) {
    // A stick that was taken out meanwhile keeps its copies; the report of the shredding says to collect them.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** Ids of the last event and the last roster entry in the newest dated copy of a folder, without verifying it again; undefined when there is none that can be read. */
export function newestCopyEnds(folder: string): { readonly event: string; readonly roster: string } | undefined {
  try {
    const newest = readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort()
      .at(-1);
    if (newest === undefined) return undefined;
    const db = connect(join(folder, newest), { readOnly: true });
    try {
      return { event: headOf(db, ownerOf(db) ?? '').id, roster: rosterHead(db).id };
    } finally {
      db.close();
    }
  } catch (error) {
    // Whatever keeps it from being read, a new copy is due, and making that one will say what is wrong.
    if (faultOf(error) || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}
