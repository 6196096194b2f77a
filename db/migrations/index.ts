import type { Migration } from '../migrate.ts';
import { journal } from './0001-journal.ts';
import { blobs } from './0002-blobs.ts';
import { restoredJournals } from './0003-restored-journals.ts';
import { foreignEvents } from './0004-foreign-events.ts';

/** In order; a new one is one file and one line here. A migration never rewrites events. */
export const MIGRATIONS: readonly Migration[] = [journal, blobs, restoredJournals, foreignEvents];
