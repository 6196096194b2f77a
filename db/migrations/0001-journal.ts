import type { Migration } from '../migrate.ts';

/**
 * The journal (signoff-design 4.3). `position` is the order in which events reached this store; it is explicit because VACUUM may
 * renumber implicit row numbers. The triggers make the file append-only for every program that opens it with ordinary SQL; what
 * they cannot stop, the chain exposes.
 */
export const journal: Migration = {
  version: 1,
  title: 'journal',
  sql: `
    CREATE TABLE workstation(
      one INTEGER PRIMARY KEY CHECK(one = 1),
      ws TEXT NOT NULL CHECK(length(ws) BETWEEN 1 AND 64)
    ) STRICT;
    CREATE TRIGGER workstation_no_second BEFORE INSERT ON workstation WHEN EXISTS(SELECT 1 FROM workstation)
      BEGIN SELECT RAISE(ABORT, 'append-only: workstation'); END;
    CREATE TRIGGER workstation_no_update BEFORE UPDATE ON workstation
      BEGIN SELECT RAISE(ABORT, 'append-only: workstation'); END;
    CREATE TRIGGER workstation_no_delete BEFORE DELETE ON workstation
      BEGIN SELECT RAISE(ABORT, 'append-only: workstation'); END;

    CREATE TABLE event(
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
      sig BLOB NOT NULL CHECK(length(sig) = 64),
      UNIQUE(ws, inc, seq)
    ) STRICT;
    CREATE INDEX event_of_case ON event(case_id, position);
    CREATE TRIGGER event_no_update BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'append-only: event'); END;
    CREATE TRIGGER event_no_delete BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'append-only: event'); END;
    CREATE TRIGGER event_at_end BEFORE INSERT ON event
      WHEN NEW.position IS NOT NULL AND NEW.position <> -1
        AND NEW.position <> 1 + coalesce((SELECT max(position) FROM event), 0)
      BEGIN SELECT RAISE(ABORT, 'append-only: position'); END;
    CREATE TRIGGER event_follows_head BEFORE INSERT ON event
      WHEN NEW.ws = (SELECT ws FROM workstation) AND NOT (
        EXISTS(
          SELECT 1 FROM (SELECT inc, seq, hash FROM event WHERE ws = NEW.ws ORDER BY inc DESC, seq DESC LIMIT 1) AS head
          WHERE (NEW.inc = head.inc AND NEW.seq = head.seq + 1 AND NEW.prev = head.hash)
             OR (NEW.inc = head.inc + 1 AND NEW.seq = 1)
        )
        OR (NEW.inc = 1 AND NEW.seq = 1 AND NEW.prev = zeroblob(32) AND NOT EXISTS(SELECT 1 FROM event WHERE ws = NEW.ws))
      )
      BEGIN SELECT RAISE(ABORT, 'not contiguous'); END;

    CREATE TABLE roster(
      position INTEGER PRIMARY KEY CHECK(position >= 1),
      hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32),
      payload_type TEXT NOT NULL CHECK(length(payload_type) BETWEEN 1 AND 128),
      body BLOB NOT NULL CHECK(length(body) BETWEEN 2 AND 16384),
      key_id TEXT NOT NULL CHECK(length(key_id) BETWEEN 1 AND 64),
      sig BLOB NOT NULL CHECK(length(sig) = 64)
    ) STRICT;
    CREATE TRIGGER roster_no_update BEFORE UPDATE ON roster
      BEGIN SELECT RAISE(ABORT, 'append-only: roster'); END;
    CREATE TRIGGER roster_no_delete BEFORE DELETE ON roster
      BEGIN SELECT RAISE(ABORT, 'append-only: roster'); END;
    CREATE TRIGGER roster_at_end BEFORE INSERT ON roster
      WHEN NEW.position IS NOT NULL AND NEW.position <> -1
        AND NEW.position <> 1 + coalesce((SELECT max(position) FROM roster), 0)
      BEGIN SELECT RAISE(ABORT, 'append-only: position'); END;
  `,
};
