import { type Checkpoint, checkpointAt, checkpointData } from '../chain/checkpoint.ts';
import { readBody } from '../chain/event.ts';
import type { CHECKPOINT_REASONS, EventType } from '../chain/kinds/index.ts';
import type { RosterState } from '../chain/roster.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { Ports, StoredEvent } from '../ports.ts';
import { journalTree } from './journal-tree.ts';
import { type Actor, type NewEvent, type Place, sealAll } from './seal-events.ts';

export type CheckpointReason = keyof typeof CHECKPOINT_REASONS;

/** What a checkpoint follows at once (signoff-design 5.2). */
const CHECKPOINT_AFTER: Partial<Record<EventType, CheckpointReason>> = {
  sign: 'act',
  return: 'act',
  refuse: 'act',
  withdraw: 'act',
  release: 'act',
  'export.file': 'export',
  'export.full': 'export',
  'pkg.export': 'export',
  'pkg.import': 'import',
  'blob.shred': 'act',
  'audit.review': 'act',
  'ws.restore': 'restore',
};
/** And so many events at the latest. */
const CHECKPOINT_EVERY = 200;

const EMPTY = fail('journal-empty', '还没有任何记录，没有链上编码。');

/** Seals checkpoints over this workstation's journal, and tells the one in force. */
export interface CheckpointWriter {
  /** Why a checkpoint must follow these events, which end at `seq`. */
  due(events: readonly NewEvent[], seq: number): CheckpointReason | undefined;
  /** The checkpoint event over the journal up to `place.head` and the events just sealed. Codes: checkpoint-inconsistent, journal-empty. */
  seal(
    actor: Actor,
    state: RosterState,
    place: Place,
    sealed: readonly StoredEvent[],
    why: CheckpointReason,
  ): Result<readonly StoredEvent[]>;
  /** Checkpoint over everything but a checkpoint at the very end. Codes as above. */
  present(): Result<Checkpoint>;
}

export function checkpointWriter(ports: Ports): CheckpointWriter {
  const { crypto, store } = ports;
  const tree = journalTree(crypto, store);
  const over = (newest: StoredEvent | undefined, size: number, root: string): Result<Checkpoint> => {
    const body = newest && readBody(newest.body);
    return body?.ok && newest ? ok(checkpointAt(crypto, { id: newest.id, body: body.data }, size, root)) : EMPTY;
  };
  return {
    due(events, seq) {
      const after = events.map(({ type }) => CHECKPOINT_AFTER[type]).find((why) => why);
      return after ?? (seq - tree.lastSize() >= CHECKPOINT_EVERY ? 'count' : undefined);
    },
    seal(actor, state, place, sealed, why) {
      const { head } = place;
      const before = tree.at(head);
      if (!before.ok) return before;
      const grown = before.data.copy();
      for (const { id } of sealed) grown.add(id);
      const newest = sealed.at(-1) ?? store.since(head.seq - 1)[0];
      const root = grown.root();
      const mark = over(newest, grown.size, root);
      if (!mark.ok || !newest) return mark.ok ? EMPTY : mark;
      const event: NewEvent = { type: 'checkpoint', case: '-', data: checkpointData(crypto, mark.data, root, why) };
      return sealAll(ports, state, { ...place, head: { ...head, seq: grown.size, id: newest.id } }, [{ actor, event }]);
    },
    present() {
      const head = store.head();
      const newest = store.since(head.seq - 1)[0];
      const body = newest && readBody(newest.body);
      // A code over nothing but the checkpoint before would be another code for the same records.
      if (body?.ok && body.data.type === 'checkpoint') {
        const { size, root } = body.data.data;
        return over(store.since(size - 1)[0], size, root);
      }
      const known = tree.at(head);
      return known.ok ? over(newest, head.seq, known.data.root()) : known;
    },
  };
}
