/**
 * What is there to go on from when the journal was set back, cut short or damaged (signoff-design 4.8): the file itself and its
 * verified copies, best first. Nothing is ever deleted: what was in place goes into a quarantine folder before anything else.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { Crypto, Head } from '../review/ports.ts';
import { type AnchorPlace, anchorPath, readAnchor } from './anchor.ts';
import { verifyBackup } from './backup.ts';
import { connect } from './connection.ts';
import { namesIn } from './drill.ts';
import { makePrivateFolder, renameDurably, syncFile } from './durable-file.ts';
import { headOf, idAt, ownerOf } from './events.ts';
import { rosterHead, rosterIdAt } from './roster.ts';
import { faultOf } from './sqlite-faults.ts';

export interface Candidate {
  /** Name for the call that chooses it: `present`, or the name of a copy. */
  readonly id: string;
  readonly path: string;
  readonly head: Head;
  /** Whether it holds the head that the anchor knows: then nothing is lost. */
  readonly whole: boolean;
  /** Entries of the roster that the anchor knows of and this lacks: with them revocations would be undone. */
  readonly rosterLost: number;
}

/** Copies of a place that are looked through: each is walked whole, and an older one never holds more. */
const NEWEST = 3;

/** Copies that verify, and the present file when it does; those that lose least first. */
export function candidates(
  journal: string,
  backupFolders: readonly string[],
  place: AnchorPlace & { readonly crypto: Crypto },
): readonly Candidate[] {
  const paths = [{ id: 'present', path: journal }];
  for (const [index, folder] of backupFolders.entries()) {
    for (const name of namesIn(folder).slice(-NEWEST)) paths.push({ id: `${index}/${name}`, path: join(folder, name) });
  }
  const found = paths.flatMap(({ id, path }) => {
    const checked = existsSync(path) ? verifyBackup(path, place.crypto) : undefined;
    if (!checked?.ok || checked.data.head.ws !== place.ws) return [];
    return [{ id, path, head: checked.data.head, ...againstAnchor(path, place) }];
  });
  return found.toSorted(
    (a, b) => b.head.inc - a.head.inc || b.head.seq - a.head.seq || a.rosterLost - b.rosterLost || (a.id === 'present' ? -1 : 1),
  );
}

function againstAnchor(path: string, place: AnchorPlace): Pick<Candidate, 'whole' | 'rosterLost'> {
  const anchor = readAnchor(place);
  if (anchor === 'none' || anchor === 'damaged') return { whole: false, rosterLost: 0 };
  const db = connect(path, { readOnly: true });
  try {
    const rosterLost = Math.max(0, anchor.roster.count - rosterHead(db).count);
    const same = rosterIdAt(db, anchor.roster.count) === anchor.roster.id;
    return { whole: same && (anchor.seq === 0 || idAt(db, place.ws, anchor.inc, anchor.seq) === anchor.id), rosterLost };
  } finally {
    db.close();
  }
}

/** Whether a file is this workstation's journal at all; a copy of another machine must never be put in place. */
export const isOwn = (db: Database, ws: string): boolean => ownerOf(db) === ws && headOf(db, ws).ws === ws;

const FAILED = fail(
  'restore-failed',
  '没有恢复：隔离文件夹或账本文件夹不能写入。原来的文件都在原处，没有改动。请检查磁盘空间和权限后再试。',
);

/**
 * Copies journal, log files and anchor into `quarantine/<time>` and, unless it is the present file, puts the candidate in the
 * journal's place. The connection to the journal must be closed. Code: restore-failed, and then nothing was moved.
 */
export function putInPlace(
  journal: string,
  candidate: Candidate,
  place: AnchorPlace,
  at: string,
): Result<{ readonly quarantine: string }> {
  const quarantine = join(journal, '..', 'quarantine', at.replaceAll(/[^0-9]/g, '').slice(0, 14));
  try {
    makePrivateFolder(quarantine);
    const kept = [journal, `${journal}-wal`, `${journal}-shm`, anchorPath(place.anchorFolder, place.ws)];
    for (const path of kept.filter((each) => existsSync(each))) {
      copyFileSync(path, join(quarantine, basename(path)));
      syncFile(join(quarantine, basename(path)));
    }
    if (candidate.path === journal) return ok({ quarantine });
    copyFileSync(candidate.path, `${journal}.restored`);
    syncFile(`${journal}.restored`);
    // A log that belongs to the other file would be played into this one.
    for (const log of ['-wal', '-shm']) rmSync(`${journal}${log}`, { force: true });
    renameDurably(`${journal}.restored`, journal);
    return ok({ quarantine });
  } catch (error) {
    if (faultOf(error) || (error instanceof Error && 'code' in error)) return FAILED;
    throw error;
  }
}
