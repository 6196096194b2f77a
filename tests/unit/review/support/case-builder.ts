/** Signed events of one case without a store: for the chain and the gate alone. Persons, numbers and texts are invented. */
import { crypto, sha256, signerFromSeed } from '../../../../host/crypto.ts';
import { caseGraph } from '../../../../review/chain/case-graph.ts';
import { type ChainEvent, type EventBody, sealEvent } from '../../../../review/chain/event.ts';
import { toHex } from '../../../../review/chain/hex.ts';
import { delegationsSeen, settingsSeen } from '../../../../review/chain/journal.ts';
import type { EventData, EventType } from '../../../../review/chain/kinds/index.ts';
import { ZERO_ID } from '../../../../review/chain/pae.ts';
import { foldRoster, type Roster } from '../../../../review/chain/roster.ts';
import {
  type ChangeData,
  orgOf,
  type RosterBody,
  type RosterClaim,
  sealRosterEntry,
} from '../../../../review/chain/roster-entry.ts';
import type { DecisionKind, Role, Step } from '../../../../review/model/index.ts';
import { STEP_ROLE } from '../../../../review/model/index.ts';
import type { Envelope, Signer, StoredEvent } from '../../../../review/ports.ts';
import { caseFacts } from '../../../../review/workflow/case-facts.ts';
import { subjectDigest, subjectOf } from '../../../../review/workflow/subject.ts';

export const WS = 'ws-000000000001';
export const CASE = 'c-00000000000000000000000000000001';
const signers = new Map<string, Signer>();
/** Always the same key for a name; derived once, because tests sign thousands of events. */
export function signerOf(name: string): Signer {
  const signer = signers.get(name) ?? signerFromSeed(sha256(new TextEncoder().encode(`seed of ${name}`)));
  signers.set(name, signer);
  return signer;
}
export const digestOf = (text: string): string => toHex(sha256(new TextEncoder().encode(text)));
export const root = signerOf('root');
export const workstation = signerOf('workstation');

export function must<T>(result: { ok: true; data: T } | { ok: false; error: { code: string; message: string } }): T {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.message}`);
  return result.data;
}

/** Seals claims in order, each entry after the one before. */
export function rosterLog(claims: readonly RosterClaim[], at = '2026-11-21T09:00:00+08:00'): readonly Envelope[] {
  let prev = ZERO_ID;
  return claims.map((claim, index) => {
    const head = { v: 1, alg: 'ed25519-sha256', org: orgOf(root.key), seq: index + 1, prev, at } as const;
    const sealed = must(sealRosterEntry(crypto, root, { ...head, ...claim } as RosterBody));
    prev = sealed.id;
    return sealed.envelope;
  });
}

const key = (signer: Signer) => ({ key: signer.key, publicKey: toHex(signer.publicKey) });
export const officeClaims = (people: Readonly<Record<string, readonly Role[]>>): RosterClaim[] => [
  { type: 'root', data: { office: '云溪市人民防空办公室', ...key(root) } },
  { type: 'workstation', data: { ws: WS, ...key(workstation) } },
  { type: 'policy', data: { chain: ['draft', 'head', 'secrecy', 'approve'], idleMinutes: 10 } },
  ...Object.entries(people).map(
    ([name, roles]): RosterClaim => ({
      type: 'enroll',
      data: { p: `p-${name}`, name, department: '指挥通信处', roles: [...roles], ...key(signerOf(name)) },
    }),
  ),
];

/** One person a role, plus a second drafter. */
export const FOUR: Readonly<Record<string, readonly Role[]>> = {
  zhang: ['drafter'],
  zhao: ['head'],
  li: ['reviewer'],
  wang: ['leader'],
  sun: ['drafter'],
};
/** `to` signs a step for `from` on the days round 2026-11-21, unless told otherwise. */
export const delegate = (
  from: string,
  to: string,
  steps: ChangeData<'delegate'>['steps'],
  more: Partial<ChangeData<'delegate'>> = {},
): RosterClaim => ({
  type: 'delegate',
  data: {
    d: `d-${from}-${to}`,
    from: `p-${from}`,
    to: `p-${to}`,
    steps,
    since: '2026-11-20',
    until: '2026-11-27',
    reason: 'trip',
    ...more,
  },
});
/** Everybody may hold every post: only the rule about persons keeps them apart. */
export const ALL_ROLES: Readonly<Record<string, readonly Role[]>> = Object.fromEntries(
  ['zhang', 'zhao', 'li', 'wang'].map((name) => [name, ['drafter', 'head', 'reviewer', 'leader']]),
);

export interface Written {
  readonly event: ChainEvent;
  readonly stored: StoredEvent;
}

export interface BodyChange {
  readonly parents?: readonly string[];
  readonly role?: Role | 'workstation';
  readonly signer?: Signer;
  readonly case?: string;
  /** Workstation in whose name it is signed. */
  readonly ws?: string;
  /** Name of the person deputised for. */
  readonly for?: string;
  /** Civil date of the act, instead of 2026-11-21. */
  readonly on?: string;
  /** The whole reading of the clock, zone and all. */
  readonly at?: string;
  readonly flags?: readonly string[];
}

export interface OfficeLog {
  readonly log: readonly Envelope[];
  readonly roster: Roster;
}
export function officeLog(claims: readonly RosterClaim[]): OfficeLog {
  const log = rosterLog(claims);
  const roster = foldRoster(crypto, log);
  if (roster.problems.length > 0) throw new Error(roster.problems[0]?.message);
  return { log, roster };
}

/** Writes events one after another, like the journal writer, but with every field open to be bent. */
export class CaseBuilder {
  readonly log: readonly Envelope[];
  readonly roster: Roster;
  readonly written: Written[];

  constructor(office: OfficeLog = officeLog(officeClaims(FOUR)), written: readonly Written[] = []) {
    this.log = office.log;
    this.roster = office.roster;
    this.written = [...written];
  }

  get events(): ChainEvent[] {
    return this.written.map(({ event }) => event);
  }
  ofCase(caseId = CASE): ChainEvent[] {
    return this.events.filter((event) => event.body.case === caseId);
  }
  heads(caseId = CASE): readonly string[] {
    return caseGraph(this.ofCase(caseId)).heads;
  }

  /** A copy that goes on by itself. */
  fork(): CaseBuilder {
    return new CaseBuilder(this, this.written);
  }

  add<T extends EventType>(who: string, type: T, data: EventData<T>, change: BodyChange = {}): ChainEvent {
    const last = this.written.at(-1);
    const state = this.roster.now;
    const signer = change.signer ?? (who === 'workstation' ? workstation : signerOf(who));
    const office = ['draft.refuse', 'auth.fail', 'clock.flag', 'export.full', 'pack.install'].includes(type);
    const caseId = change.case ?? (office ? '-' : CASE);
    const seq = this.written.length + 1;
    const rootless = office || type === 'case.create';
    const body = {
      v: 1,
      alg: 'ed25519-sha256',
      org: state?.org ?? '',
      ws: change.ws ?? WS,
      inc: 1,
      seq,
      prev: last?.event.id ?? ZERO_ID,
      case: caseId,
      parents: rootless ? [] : [...(change.parents ?? this.heads(caseId))].sort(),
      type,
      actor: {
        p: who === 'workstation' ? WS : `p-${who}`,
        role: change.role ?? (who === 'workstation' ? 'workstation' : this.#roleOf(who)),
        key: signer.key,
        ...(change.for === undefined ? {} : { for: `p-${change.for}` }),
      },
      roster: state?.head ?? ZERO_ID,
      policy: state?.policy ?? ZERO_ID,
      at:
        change.at ??
        new Date(Date.parse(`${change.on ?? '2026-11-21'}T01:00:00Z`) + seq * 1000).toISOString().replace('.000Z', '+00:00'),
      boot: 'boot-1',
      mono: seq * 1000,
      flags: [...(change.flags ?? [])],
      data,
    } as unknown as EventBody;
    const stored = must(sealEvent(crypto, signer, body));
    const delegations = delegationsSeen(body, this.roster);
    const policy = settingsSeen(body, this.roster);
    const event: ChainEvent = { id: stored.id, body, ...(delegations ? { delegations } : {}), ...(policy ? { policy } : {}) };
    this.written.push({ event, stored });
    return event;
  }

  #roleOf(who: string): Role {
    return this.roster.now?.people.get(`p-${who}`)?.roles[0] ?? 'drafter';
  }

  create(more: Partial<EventData<'case.create'>> = {}): ChainEvent {
    return this.add(
      'zhang',
      'case.create',
      {
        number: 'XS-2026-001',
        title: digestOf('title'),
        createdOn: '2026-11-16',
        attribute: 'active',
        channels: ['website'],
        ...more,
      },
      { role: 'drafter' },
    );
  }
  document(version = 1, change: BodyChange = {}): ChainEvent {
    const data = {
      version,
      sha256: digestOf(`bytes ${version}`),
      size: 100,
      format: 'txt',
      name: digestOf('name'),
      origin: 'given' as const,
    };
    return this.add('zhang', 'doc.add', data, { role: 'drafter', ...change });
  }
  /** A version of an attachment and its scan, with file and findings of its own. */
  attach(document: number, numbers: string, version = 1, more: Partial<EventData<'scan.done'>> = {}): ChainEvent {
    const data = {
      document,
      version,
      sha256: digestOf(`bytes ${document}.${version}`),
      size: 100,
      format: 'txt',
      name: digestOf(`name ${document}`),
      origin: version === 1 ? ('given' as const) : ('clean-copy' as const),
    };
    this.add('zhang', 'doc.add', data, { role: 'drafter' });
    const draft = digestOf(`draft ${document}.${version}`);
    return this.scan(version, numbers, { document, draft, ...more });
  }
  remove(document: number): ChainEvent {
    return this.add('zhang', 'doc.remove', { document, reason: digestOf('why') }, { role: 'drafter' });
  }
  order(...documents: number[]): ChainEvent {
    return this.add('zhang', 'doc.order', { documents }, { role: 'drafter' });
  }
  scan(version: number, numbers: string, more: Partial<EventData<'scan.done'>> = {}): ChainEvent {
    return this.add(
      'zhang',
      'scan.done',
      {
        version,
        draft: digestOf(`draft ${version}`),
        findings: digestOf(`findings ${more.document ?? ''}${version} ${numbers}`),
        numbers,
        counts: { block: 0, review: 0, notice: 0 },
        unread: 0,
        ruleSet: digestOf('rules 1'),
        ...more,
      },
      { role: 'drafter' },
    );
  }
  decide(findings: string, decision: DecisionKind, reason: string | undefined = 'why', change: BodyChange = {}): ChainEvent {
    const data = { version: 1, findings, decision, ...(reason === undefined ? {} : { reason: digestOf(reason) }) };
    return this.add('zhang', 'finding.decide', data, { role: 'drafter', ...change });
  }
  /** The digest a signer sees now, or under other parents. */
  subject(parents?: readonly string[]): string {
    const graph = caseGraph(this.ofCase());
    const seen = parents
      ? graph.ordered.filter((event) => parents.includes(event.id) || parents.some((id) => graph.precedes(event.id, id)))
      : graph.ordered;
    return subjectDigest(crypto, subjectOf(CASE, caseFacts(seen, graph.precedes)));
  }
  sign(who: string, step: Step, change: BodyChange & { readonly subject?: string } = {}): ChainEvent {
    const subject = change.subject ?? this.subject(change.parents);
    const data = {
      step,
      subject,
      version: 1,
      opinion: digestOf('opinion'),
      meaning: step === 'draft' ? ('checked' as const) : ('agree' as const),
    };
    return this.add(who, 'sign', data, { role: STEP_ROLE[step], ...change });
  }
  /** Registration, document, a scan with two findings, both decided so that the text may stand. */
  ready(): this {
    this.create();
    this.document();
    this.scan(1, '0-1');
    this.decide('0', 'keep');
    this.decide('1', 'false-alarm');
    return this;
  }
  signAll(): this {
    this.sign('zhang', 'draft');
    this.sign('zhao', 'head');
    this.sign('li', 'secrecy');
    this.sign('wang', 'approve');
    return this;
  }
}
