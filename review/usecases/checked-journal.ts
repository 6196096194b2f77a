/** The whole journal, read and checked anew while other calls go on. */

import { importProblems, importsIn } from '../chain/import-witness.ts';
import { type Journal, journalSteps } from '../chain/journal.ts';
import { learnSignatures } from '../chain/learn-signatures.ts';
import type { Roster } from '../chain/roster.ts';
import { finishWithPauses, type Pauses } from '../chain/sliced.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { JobControl, StoredEvent } from '../ports.ts';
import type { DeskParts } from './desk-parts.ts';

export interface CheckedJournal {
  readonly roster: Roster;
  readonly stored: readonly StoredEvent[];
  readonly journal: Journal;
}

export const CHECK_CANCELLED = fail('cancelled', '已取消核验，没有办理，也没有任何改动。');

export const pausesOf = (parts: DeskParts, control: JobControl): Pauses => ({
  signal: control.signal,
  pause: () => parts.ports.background.pause(),
  progress: (phase, ratio) => control.progress(phase, ratio),
});

/** Runs work under the job its caller named, or unwatched. */
export function asJob<T>(
  parts: DeskParts,
  job: string | undefined,
  work: (control: JobControl) => Promise<Result<T>>,
): Promise<Result<T>> {
  const unwatched: JobControl = { progress: () => undefined, signal: new AbortController().signal };
  return job === undefined ? work(unwatched) : parts.jobs.run(job, work);
}

/**
 * Roster and whole journal from the store, every signature checked (once in a run of the program). When somebody wrote meanwhile
 * it is read again, which then costs little. Code: cancelled.
 */
export async function checkedJournal(parts: DeskParts, control: JobControl): Promise<Result<CheckedJournal>> {
  const { store, background } = parts.ports;
  const pauses = pausesOf(parts, control);
  for (;;) {
    const roster = parts.refreshRoster();
    const stored = store.events();
    const log = { roster: store.roster(), events: stored };
    const learnt = await learnSignatures(log, parts.crypto, background.verify, pauses);
    if (!learnt) return CHECK_CANCELLED;
    const journal = await finishWithPauses(journalSteps(parts.crypto, roster, stored), pauses);
    if (!journal) return CHECK_CANCELLED;
    const unchanged = store.head().id === stored.at(-1)?.id || stored.length === 0;
    if (unchanged) return ok({ roster, stored, journal: withMissing(parts, journal) });
  }
}

/** The journal with what packages brought and is there no more told as problems. */
function withMissing({ ports: { store } }: DeskParts, { events, problems }: Journal): Journal {
  const forks = store.forks();
  const ids = new Set([...events, ...forks].map(({ id }) => id));
  const held = { has: (id: string) => ids.has(id), forks: forks.length };
  const missing = importProblems(importsIn(events.map(({ body }) => body)), store.head(), held);
  return { events, problems: [...problems, ...missing] };
}
