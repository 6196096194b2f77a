import type { Migration } from '../migrate.ts';

/**
 * A restore opens a new row of numbers above every one this workstation ever used, also above those whose events were lost with the
 * file: one step was not enough when an old copy is all that is left (signoff-design 4.8).
 */
export const restoredJournals: Migration = {
  version: 3,
  title: 'restored-journals',
  sql: `
    DROP TRIGGER event_follows_head;
    CREATE TRIGGER event_follows_head BEFORE INSERT ON event
      WHEN NEW.ws = (SELECT ws FROM workstation) AND NOT (
        EXISTS(
          SELECT 1 FROM (SELECT inc, seq, hash FROM event WHERE ws = NEW.ws ORDER BY inc DESC, seq DESC LIMIT 1) AS head
          WHERE (NEW.inc = head.inc AND NEW.seq = head.seq + 1 AND NEW.prev = head.hash)
             OR (NEW.inc > head.inc AND NEW.seq = 1 AND NEW.prev = zeroblob(32))
        )
        OR (NEW.inc = 1 AND NEW.seq = 1 AND NEW.prev = zeroblob(32) AND NOT EXISTS(SELECT 1 FROM event WHERE ws = NEW.ws))
      )
      BEGIN SELECT RAISE(ABORT, 'not contiguous'); END;
  `,
};
