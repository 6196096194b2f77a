import type { RememberedCrypto } from '../chain/remembered-crypto.ts';
import type { Roster } from '../chain/roster.ts';
import type { Progress } from '../contract.ts';
import type { Person, Result } from '../model/index.ts';
import type { JobControl, Ports, Signer } from '../ports.ts';
import type { Calendar } from '../workflow/working-days.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import type { CaseReader } from './case-reader.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { ListShelf } from './list-shelf.ts';
import type { PackShelf } from './pack-shelf.ts';
import type { PublishedIndex } from './published-index.ts';

export { dateOf } from '../workflow/working-days.ts';

/** A person who has shown the PIN; the unlocked key serves for work that needs no PIN of its own. */
export interface OpenSession {
  readonly person: Person;
  readonly signer: Signer;
}

/** The one session of this workstation. */
export interface SessionState {
  /** The open session, or undefined; an idle one is closed by asking. `expired` stays true until somebody signs in or out. */
  current(): { readonly session?: OpenSession; readonly expired: boolean };
  open(session: OpenSession): void;
  close(): void;
  /** Counts as use: the idle time begins again. */
  touch(): void;
  readonly idleMinutes: number;
}

export interface Jobs {
  /** Runs a job that can be cancelled and shows progress under its id. Code: job-running when the id is in use. */
  run<T>(job: string, work: (control: JobControl) => Promise<Result<T>>): Promise<Result<T>>;
  cancel(job: string): void;
  onProgress(listener: (progress: Progress) => void): () => void;
}

/** What handlers work with. */
export interface DeskParts {
  readonly ports: Ports;
  /** Remembers signatures it has checked. */
  readonly crypto: RememberedCrypto;
  readonly session: SessionState;
  readonly jobs: Jobs;
  readonly cases: CaseReader;
  /** Judges every case that nobody has asked for yet, beside other calls; see judge-ahead.ts. */
  judgeAhead(): Promise<void>;
  readonly journal: JournalWriter;
  readonly lists: ListShelf;
  readonly packs: PackShelf;
  readonly published: PublishedIndex;
  /** Working days as the office's table has them. */
  calendar(): Calendar;
  readonly calendars: CalendarShelf;
  /** The roster as last folded; `refreshRoster` reads it again. */
  roster(): Roster;
  refreshRoster(): Roster;
  /** Chinese sentence when nothing may be written. */
  readOnly(): string | undefined;
  block(reason: string): void;
  /** After a restore. */
  unblock(): void;
}
