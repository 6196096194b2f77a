import type { Checkpoint } from '../chain/checkpoint.ts';
import { clockFlags } from '../chain/clock.ts';
import { readBody } from '../chain/event.ts';
import { checkEvent } from '../chain/journal.ts';
import type { ClockFlag } from '../chain/kinds/index.ts';
import { peerAfter } from '../chain/peer-clock.ts';
import type { Roster } from '../chain/roster.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { Head, Moment, NewBlob, Ports, StoredEvent } from '../ports.ts';
import { type CheckpointReason, checkpointWriter } from './checkpoint-writer.ts';
import { type Actor, type NewEvent, sealAll } from './seal-events.ts';

export type { Actor, NewEvent } from './seal-events.ts';

export interface JournalWriter {
  /**
   * Signs the events of one command and appends them with their blobs, all or nothing; durable when it returns ok. `parents` are
   * the heads of the case (empty for a new one); further events of the same case follow one another. A checkpoint follows in the
   * same transaction where one is due. Codes: clock-before-build, not-set-up, event-refused (under the present roster), those of `sealEvent`
   * and of `Store.append`.
   */
  append(actor: Actor, events: readonly NewEvent[], parents?: readonly string[], blobs?: readonly NewBlob[]): Result<Head>;
  /** The same for an act of two people: each event signed by its own actor. */
  appendActs(
    acts: readonly Act[],
    parents?: readonly string[],
    blobs?: readonly NewBlob[],
    /** Writes the sealed events in another way than `Store.append`. */
    store?: (events: readonly StoredEvent[]) => Result<Head>,
  ): Result<Head>;
  /** Checkpoint over everything so far; the newest one when nothing was written since. Codes: those of `append`, journal-empty. */
  checkpoint(why: CheckpointReason): Result<Checkpoint>;
  /** The same without writing anything, for a store that can only be read. */
  presentCheckpoint(): Result<Checkpoint>;
  /** The workstation as an actor, for what happens before anybody has shown a PIN. */
  workstation(): Actor;
}

export interface Act {
  readonly actor: Actor;
  readonly event: NewEvent;
}
type Reading = Moment & { readonly flags: readonly ClockFlag[] };

const CLOCK_WRONG = fail('clock-before-build', '本机时钟早于程序发布的年份，这一步没有记录。请把日期和时间校准后再办。');
const NOT_SET_UP = fail('not-set-up', '先审还没有建立单位和人员，请先完成设置。');

export function journalWriter(ports: Ports, roster: () => Roster, appended: (caseIds: readonly string[]) => void): JournalWriter {
  let lastReading: { readonly id: string; readonly reading: Reading | undefined } | undefined;
  let lastPeer: { readonly id: string; readonly peer: string | undefined } | undefined;
  const checkpoints = checkpointWriter(ports);

  const previousReading = (head: Head): Reading | undefined => {
    if (lastReading?.id === head.id) return lastReading.reading;
    const newest = ports.store.since(head.seq - 1)[0];
    const body = newest && readBody(newest.body);
    return body?.ok ? body.data : undefined;
  };
  const peerOf = (head: Head): string | undefined => {
    if (lastPeer?.id === head.id) return lastPeer.peer;
    const newest = ports.store.newestOf('pkg.import');
    const body = newest && readBody(newest.body);
    return body?.ok ? peerAfter(body.data, undefined) : undefined;
  };
  const workstation = (): Actor => {
    const signer = ports.keys.workstation();
    return { p: ports.store.head().ws, role: 'workstation', signer };
  };
  const write = (
    acts: readonly Act[],
    parents: readonly string[],
    blobs: readonly NewBlob[],
    asked?: CheckpointReason,
    store = (events: readonly StoredEvent[]): Result<Head> => ports.store.append(events, blobs),
  ): Result<Head> => {
    const head = ports.store.head();
    const now = ports.clock.now();
    const previous = previousReading(head);
    const [brought] = acts.flatMap(({ event }) => (event.type === 'pkg.import' ? (event.data.newest ?? []) : []));
    const peer = brought ?? peerOf(head);
    const flags = clockFlags(previous, now, peer);
    if (flags.includes('preBuild')) return CLOCK_WRONG;
    const state = roster().now;
    if (!state) return NOT_SET_UP;
    const news = flags.filter((flag) => !previous?.flags.includes(flag));
    const flagEvent: NewEvent = { type: 'clock.flag', case: '-', data: { flags: news } };
    const all = news.length > 0 ? [{ actor: workstation(), event: flagEvent }, ...acts] : acts;
    const place = { head, now, flags, parents };
    const sealed = sealAll(ports, state, place, all);
    if (!sealed.ok) return sealed;
    const events = acts.map(({ event }) => event);
    const why = asked ?? checkpoints.due(events, head.seq + sealed.data.length);
    const checkpoint = why ? checkpoints.seal(workstation(), state, place, sealed.data, why) : ok([]);
    if (!checkpoint.ok) return checkpoint;
    const signed = [...sealed.data, ...checkpoint.data];
    // Nothing enters that reading it back would not accept: one bad record would stop every release.
    const problem = signed.map((event) => checkEvent(ports.crypto, roster(), event).problem).find((text) => text !== undefined);
    if (problem !== undefined) return fail('event-refused', `没有记录：${problem}。请重新登录后再办。`);
    const written = store(signed);
    if (!written.ok) return written;
    lastReading = { id: written.data.id, reading: { ...now, flags } };
    lastPeer = { id: written.data.id, peer };
    appended(events.map((event) => event.case));
    return written;
  };
  return {
    workstation,
    append: (actor, events, parents = [], blobs = []) =>
      write(
        events.map((event) => ({ actor, event })),
        parents,
        blobs,
      ),
    appendActs: (acts, parents = [], blobs = [], store = undefined) => write(acts, parents, blobs, undefined, store),
    presentCheckpoint: () => checkpoints.present(),
    checkpoint(why) {
      const { seq } = ports.store.head();
      const covered = seq === 0 || ports.store.since(seq - 1)[0]?.type === 'checkpoint';
      const written = covered ? ok(null) : write([], [], [], why);
      return written.ok ? checkpoints.present() : written;
    },
  };
}
