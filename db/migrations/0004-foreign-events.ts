import type { Migration } from '../migrate.ts';

/**
 * Events of other workstations come in packages (signoff-design 6): for every workstation and incarnation they stand without gap from
 * number 1, each behind the one it names. This workstation's own lost events may come back that way, but only below the incarnation
 * that a restore opened. What contradicts an event that is already there is kept apart in `fork`, for ever.
 */
export const foreignEvents: Migration = {
  version: 4,
  title: 'foreign-events',
  sql: `
    DROP TRIGGER event_follows_head;
    CREATE TRIGGER event_follows_head BEFORE INSERT ON event
      WHEN NEW.ws = (SELECT ws FROM workstation)
        AND NEW.inc >= coalesce((SELECT max(inc) FROM event WHERE ws = NEW.ws), 0)
        AND NOT (
          EXISTS(
            SELECT 1 FROM (SELECT inc, seq, hash FROM event WHERE ws = NEW.ws ORDER BY inc DESC, seq DESC LIMIT 1) AS head
            WHERE (NEW.inc = head.inc AND NEW.seq = head.seq + 1 AND NEW.prev = head.hash)
               OR (NEW.inc > head.inc AND NEW.seq = 1 AND NEW.prev = zeroblob(32))
          )
          OR (NEW.inc = 1 AND NEW.seq = 1 AND NEW.prev = zeroblob(32) AND NOT EXISTS(SELECT 1 FROM event WHERE ws = NEW.ws))
        )
      BEGIN SELECT RAISE(ABORT, 'not contiguous'); END;
    CREATE TRIGGER event_follows_line BEFORE INSERT ON event
      WHEN NOT (
          NEW.ws = (SELECT ws FROM workstation)
          AND NEW.inc >= coalesce((SELECT max(inc) FROM event WHERE ws = NEW.ws), 0)
        )
        AND NOT EXISTS(SELECT 1 FROM event WHERE ws = NEW.ws AND inc = NEW.inc AND seq = NEW.seq)
        AND NOT (
          (NEW.seq = 1 AND NEW.prev = zeroblob(32))
          OR EXISTS(SELECT 1 FROM event WHERE ws = NEW.ws AND inc = NEW.inc AND seq = NEW.seq - 1 AND hash = NEW.prev)
        )
      BEGIN SELECT RAISE(ABORT, 'not contiguous'); END;

    CREATE TABLE fork(
      position INTEGER PRIMARY KEY CHECK(position >= 1),
      hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32),
      ws TEXT NOT NULL CHECK(length(ws) BETWEEN 1 AND 64),
      inc INTEGER NOT NULL CHECK(inc >= 1),
      seq INTEGER NOT NULL CHECK(seq >= 1),
      prev BLOB NOT NULL CHECK(length(prev) = 32),
      case_id TEXT NOT NULL CHECK(length(case_id) BETWEEN 1 AND 64),
      type TEXT NOT NULL CHECK(length(type) BETWEEN 1 AND 64),
      body BLOB NOT NULL CHECK(length(body) BETWEEN 2 AND 16384),
      key_id TEXT NOT NULL CHECK(length(key_id) = 32),
      sig BLOB NOT NULL CHECK(length(sig) = 64)
    ) STRICT;
    CREATE TRIGGER fork_no_update BEFORE UPDATE ON fork
      BEGIN SELECT RAISE(ABORT, 'append-only: fork'); END;
    CREATE TRIGGER fork_no_delete BEFORE DELETE ON fork
      BEGIN SELECT RAISE(ABORT, 'append-only: fork'); END;
    CREATE TRIGGER fork_is_none BEFORE INSERT ON fork
      WHEN EXISTS(SELECT 1 FROM event WHERE hash = NEW.hash)
      BEGIN SELECT RAISE(ABORT, 'not a fork'); END;
  `,
};
