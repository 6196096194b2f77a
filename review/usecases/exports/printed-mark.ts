import { type Checkpoint, checkpoints } from '../../chain/checkpoint.ts';
import { readJournal } from '../../chain/journal.ts';
import type { Result } from '../../model/index.ts';
import type { DeskParts } from '../desk-parts.ts';

/** Printed codes of this workstation's journal read anew: at its end, or at the given numbers. */
export function journalCodes(parts: DeskParts, at?: readonly number[]) {
  const { events } = readJournal(parts.crypto, parts.roster(), parts.ports.store.since(0));
  return checkpoints(parts.ports.crypto, events, at);
}

/** The checkpoint a printed sheet bears: stored first, unless the store can only be read. */
export function printedMark(parts: DeskParts): Result<Checkpoint> {
  return parts.readOnly() === undefined ? parts.journal.checkpoint('export') : parts.journal.presentCheckpoint();
}

/** First 12 hex characters of a digest, as printed: 9F3C-A7D2-51E0. */
export const fileCode = (sha256: string): string => (sha256.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-');
