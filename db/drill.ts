/** A restore drill: the newest copy opened apart from the journal, and everything in it read. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { Crypto, Envelope, StoredEvent } from '../review/ports.ts';
import { verifyBackup } from './backup.ts';
import { type BlobCipher, blobIn, blobsOfCase } from './blobs.ts';
import { connect } from './connection.ts';
import { eventsOf } from './events.ts';
import { forksOf } from './foreign.ts';
import { rosterOf } from './roster.ts';

export interface Drilled {
  readonly day: string;
  readonly events: readonly StoredEvent[];
  readonly forks: readonly StoredEvent[];
  readonly roster: readonly Envelope[];
  readonly contents: number;
  /** Contents that do not open, or are not what their commitment says. */
  readonly damaged: number;
}

const NAME = /^journal-(\d{4}-\d{2}-\d{2})\.db$/;

/** Reads the newest dated copy of a folder whole; it is only read, never written. Codes: backup-missing, backup-failed. */
export function drill(folder: string, tools: { readonly cipher: BlobCipher; readonly crypto: Crypto }): Result<Drilled> {
  const newest = namesIn(folder).at(-1);
  if (newest === undefined) return fail('backup-missing', '还没有备份，不能演练。请先立即备份一次。');
  const path = join(folder, newest);
  const verified = verifyBackup(path, tools.crypto);
  if (!verified.ok) return verified;
  const db = connect(path, { readOnly: true });
  try {
    const places = db.prepare<[], string>('SELECT DISTINCT case_id FROM blob').pluck().all() as string[];
    let contents = 0;
    let damaged = 0;
    for (const caseId of places) {
      for (const commitment of blobsOfCase(db, caseId)) {
        contents += 1;
        if (!blobIn(db, tools, caseId, commitment).ok) damaged += 1;
      }
    }
    const day = NAME.exec(newest)?.[1] ?? '';
    return ok({ day, events: eventsOf(db), forks: forksOf(db), roster: rosterOf(db), contents, damaged });
  } finally {
    db.close();
  }
}

/** Dated copies in a folder, oldest first; none when the folder cannot be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort();
  } catch (error) {
    // The stick is not in, or the folder is gone: the list shows it as missing.
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

export const dayOf = (name: string): string => NAME.exec(name)?.[1] ?? '';
export const sameEvents = (copy: readonly StoredEvent[], ids: readonly string[]): boolean =>
  copy.every(({ id }, index) => id === ids[index]);
