/** The machine round the journal. */
import type { BackupCopy, CheckItem, Result } from '../model/index.ts';
import type { Envelope, StoredEvent } from './journal.ts';

/** The machine round the journal: its state, and copies of the journal. */
export interface Upkeep {
  /** Disk, key store, algorithms; what the journal itself says is added by the use case. */
  inspect(): Promise<readonly CheckItem[]>;
  copies(): readonly BackupCopy[];
  /** Folder of the second copy. */
  secondPlace(): string | undefined;
  /** Codes: place-missing, place-inside. */
  setSecondPlace(folder: string): Result<null>;
  /** True when the second copy lies on the same disk as the journal. */
  sameDisk(): boolean;
  /** Verified copies in every place that can be reached; how many. Codes: backup-failed, store-read-only. */
  backUp(): Result<number>;
  /** The newest copy, read whole. Codes: backup-missing, backup-failed. */
  drill(): Result<{
    readonly day: string;
    readonly events: readonly StoredEvent[];
    readonly forks: readonly StoredEvent[];
    readonly roster: readonly Envelope[];
    readonly contents: number;
    readonly damaged: number;
  }>;
  /** After a shredding: every copy within reach is made anew from the journal, older ones go. How many there are now. */
  rewriteCopies(): Result<number>;
}
