/** Workstations of one office that work on one case and hand packages to each other: the pure rooms with real keys, without a store. */
import { crypto, sha256 } from '../../../../host/crypto.ts';
import { parcels } from '../../../../host/parcels.ts';
import { caseGraph } from '../../../../review/chain/case-graph.ts';
import { checkpoints, sealCheckpoint } from '../../../../review/chain/checkpoint.ts';
import { type ChainEvent, type EventBody, sealEvent } from '../../../../review/chain/event.ts';
import { toHex } from '../../../../review/chain/hex.ts';
import { checkEvent } from '../../../../review/chain/journal.ts';
import type { EventData, EventType } from '../../../../review/chain/kinds/index.ts';
import { writeEnvelope } from '../../../../review/chain/log-text.ts';
import { sealContents } from '../../../../review/chain/package-contents.ts';
import { linesOf, MANIFEST_NAME, PART_NAMES, sealManifest } from '../../../../review/chain/package-manifest.ts';
import { mergePlan } from '../../../../review/chain/package-merge.ts';
import { openPackage } from '../../../../review/chain/package-read.ts';
import { ZERO_ID } from '../../../../review/chain/pae.ts';
import { rememberedCrypto } from '../../../../review/chain/remembered-crypto.ts';
import { foldRoster, type Roster, type RosterState } from '../../../../review/chain/roster.ts';
import { encodeUtf8 } from '../../../../review/chain/utf8.ts';
import type { Role } from '../../../../review/model/index.ts';
import type { Envelope, NewBlob, Signer, StoredEvent } from '../../../../review/ports.ts';
import { type GateResult, gate } from '../../../../review/workflow/gate.ts';
import { CASE, digestOf, FOUR, must, officeClaims, rosterLog, signerOf } from './case-builder.ts';

export type Parts = ReadonlyMap<string, Uint8Array>;
export const SECRET = 'ABCD-EFGH-JKMN-PQRS-TVWX';

const wsOf = (index: number): string => `ws-00000000000${index + 2}`;
const keyOf = (index: number): Signer => signerOf(`workstation ${index}`);
const remembered = rememberedCrypto(crypto);
/** Events opened once; every station here has the same roster. */
const known = new Map<string, ChainEvent>();

/** The roster of an office with so many workstations. */
export function exchangeRoster(count: number, people: Readonly<Record<string, readonly Role[]>> = FOUR): readonly Envelope[] {
  const stations = Array.from({ length: count }, (_, index) => {
    const { key, publicKey } = keyOf(index);
    return { type: 'workstation', data: { ws: wsOf(index), key, publicKey: toHex(publicKey) } } as const;
  });
  return rosterLog([...officeClaims(people), ...stations]);
}

export class Station {
  readonly log: readonly Envelope[];
  readonly roster: Roster;
  readonly ws: string;
  readonly signer: Signer;
  events: StoredEvent[] = [];
  forks: StoredEvent[] = [];
  /** A roster that an insider claims to have seen instead of the present one. */
  claims: RosterState | undefined;
  /** Set when a package showed that this journal is an old copy. */
  blocked = false;
  /** The last judgement and how much it was about: nothing that is held ever goes. */
  #judged: { readonly held: string; readonly result: GateResult } | undefined;

  constructor(log: readonly Envelope[], index: number) {
    this.log = log;
    this.roster = foldRoster(remembered, log);
    this.ws = wsOf(index);
    this.signer = keyOf(index);
  }

  get own(): ChainEvent[] {
    return this.#opened(this.events).filter(({ body }) => body.ws === this.ws);
  }
  /** Every id there is, forks too, ascending. */
  get ids(): readonly string[] {
    return [...this.events, ...this.forks].map(({ id }) => id).sort();
  }

  #opened(events: readonly StoredEvent[]): ChainEvent[] {
    return events.map((event) => {
      const opened = known.get(event.id) ?? checkEvent(remembered, this.roster, event).event;
      if (!opened) throw new Error('an event was kept that cannot be opened');
      known.set(event.id, opened);
      return opened;
    });
  }

  get ofCase(): ChainEvent[] {
    return this.#opened(this.events).filter(({ body }) => body.case === CASE);
  }

  /** The case as the desk judges it: what stands in a fork, or behind its beginning, makes it unreadable. */
  judge(): GateResult {
    const held = `${this.events.length} ${this.forks.length}`;
    if (this.#judged?.held !== held) this.#judged = { held, result: this.#judge() };
    return this.#judged.result;
  }

  #judge(): GateResult {
    const events = this.#opened(this.events);
    const forks = this.#opened(this.forks);
    const begins = forks.map(({ body }) => body).filter((fork) => events.some(({ body }) => samePlace(body, fork)));
    const behind = events.filter(({ body }) =>
      begins.some((fork) => fork.ws === body.ws && fork.inc === body.inc && body.seq >= fork.seq),
    );
    const damaged = [...forks, ...behind].some(({ body }) => body.case === CASE);
    const ofCase = events.filter(({ body }) => body.case === CASE);
    return gate({ crypto: remembered, caseId: CASE, events: ofCase, damaged });
  }

  write<T extends EventType>(who: string, role: Role, type: T, data: EventData<T>, caseId = CASE): void {
    const last = this.own.at(-1);
    const seq = (last?.body.seq ?? 0) + 1;
    const state = this.claims ?? this.roster.now;
    const ofCase = this.#opened(this.events).filter(({ body }) => body.case === CASE);
    const body = {
      v: 1,
      alg: 'ed25519-sha256',
      org: state?.org ?? '',
      ws: this.ws,
      inc: 1,
      seq,
      prev: last?.id ?? ZERO_ID,
      case: caseId,
      parents: type === 'case.create' || caseId === '-' ? [] : [...caseGraph(ofCase).heads],
      type,
      actor: { p: `p-${who}`, role, key: signerOf(who).key },
      roster: state?.head ?? ZERO_ID,
      policy: state?.policy ?? ZERO_ID,
      at: new Date(Date.UTC(2026, 10, 21, 1, 0, seq)).toISOString().replace('.000Z', '+00:00'),
      boot: `boot-${this.ws}`,
      mono: seq * 1000,
      flags: [],
      data,
    } as unknown as EventBody;
    this.events.push(must(sealEvent(crypto, signerOf(who), body)));
  }

  /** A package of everything held here, as the parts of its archive. */
  pack(blobs: readonly NewBlob[] = []): Parts {
    const own = this.own;
    const last = own.at(-1);
    const mark = checkpoints(crypto, own).get(own.length);
    if (!last || !mark) throw new Error('nothing to send');
    const all = [...this.events, ...this.forks];
    const salt = toHex(sha256(encodeUtf8(last.id))).slice(0, 32);
    const bytesOf = {
      'roster.jsonl': linesOf(this.log.map(writeEnvelope)),
      'events.jsonl': linesOf(all.map(writeEnvelope)),
      'checkpoint.json': linesOf([writeEnvelope(sealCheckpoint(this.signer, mark))]),
      'contents.jsonl': sealContents(parcels, SECRET, salt, blobs),
    };
    const state = this.roster.now;
    const head = { v: 1, alg: 'ed25519-sha256', org: state?.org ?? '', at: last.body.at, roster: state?.head ?? '' } as const;
    const from = { ws: this.ws, inc: 1, seq: own.length, id: last.id };
    const files = PART_NAMES.map((name) => ({ name, size: bytesOf[name].length, sha256: toHex(sha256(bytesOf[name])) }));
    const manifest = { ...head, from, events: all.length, contents: blobs.length, salt, files };
    const { text } = must(sealManifest(crypto, this.signer, manifest));
    return new Map([[MANIFEST_NAME, encodeUtf8(text)], ...PART_NAMES.map((name) => [name, bytesOf[name]] as const)]);
  }

  /** What a desk does with a package; the code. */
  take(parts: Parts): string {
    const opened = openPackage(remembered, parts, this.log);
    if (!opened.ok) return opened.error.code;
    const last = this.own.at(-1);
    const head = { ws: this.ws, inc: 1, seq: last?.body.seq ?? 0, id: last?.id ?? ZERO_ID };
    const plan = mergePlan({ crypto: remembered, head, events: this.events, forks: this.forks }, opened.data);
    if (!plan.ok) {
      if (plan.error.code === 'package-rolled-back') this.blocked = true;
      return plan.error.code;
    }
    for (const { event, fork } of plan.data.news) (fork ? this.forks : this.events).push(event);
    return 'ok';
  }

  /** The same workstation over a copy of its disk. */
  clone(): Station {
    const copy = new Station(this.log, Number(this.ws.at(-1)) - 2);
    copy.events = [...this.events];
    copy.forks = [...this.forks];
    return copy;
  }

  /** Registration, text and scan with two findings. */
  open(): this {
    const create = { number: 'XS-2026-001', title: digestOf('title'), createdOn: '2026-11-16' };
    this.write('zhang', 'drafter', 'case.create', { ...create, attribute: 'active', channels: ['website'] });
    this.version(1, '初稿');
    return this;
  }

  version(version: number, text: string): void {
    const file = { version, sha256: digestOf(text), size: 100, format: 'txt', name: digestOf('name') };
    this.write('zhang', 'drafter', 'doc.add', { ...file, origin: 'given' });
    const found = {
      version,
      draft: digestOf(`draft ${text}`),
      findings: digestOf(`findings ${text}`),
      numbers: '0-1',
      unread: 0,
    };
    const counts = { block: 0, review: 0, notice: 0 };
    this.write('zhang', 'drafter', 'scan.done', { ...found, counts, ruleSet: digestOf('rules 1') });
  }
}

const samePlace = (a: EventBody, b: EventBody): boolean => a.ws === b.ws && a.inc === b.inc && a.seq === b.seq;
