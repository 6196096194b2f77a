import type { Migration } from '../migrate.ts';

/**
 * Texts and files that events name by commitment (signoff-design 1.5 and 4.4). Each row has its own key, so that shredding a row
 * also makes every older copy of its page unreadable. A row may go only after a blob.shred event of its case was recorded (8).
 */
export const blobs: Migration = {
  version: 2,
  title: 'blobs',
  sql: `
    CREATE TABLE blob(
      commitment BLOB NOT NULL CHECK(length(commitment) = 32),
      case_id TEXT NOT NULL CHECK(length(case_id) BETWEEN 1 AND 64),
      key BLOB NOT NULL CHECK(length(key) = 32),
      salt BLOB NOT NULL CHECK(length(salt) IN (0, 16)),
      nonce BLOB NOT NULL CHECK(length(nonce) = 12),
      data BLOB NOT NULL CHECK(length(data) >= 16),
      PRIMARY KEY(commitment, case_id)
    ) STRICT;
    CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
      BEGIN SELECT RAISE(ABORT, 'append-only: blob'); END;
    CREATE TRIGGER blob_only_shredded BEFORE DELETE ON blob
      WHEN NOT EXISTS(SELECT 1 FROM event WHERE event.case_id = OLD.case_id AND event.type = 'blob.shred')
      BEGIN SELECT RAISE(ABORT, 'not shredded: blob'); END;
  `,
};
