/** The roster after an entry, and what a change makes of it. Whether a change is allowed is in roster-rules.ts. */
import {
  type Consultation,
  type DelegableStep,
  type DelegationReason,
  FULL_POLICY,
  type Role,
  STEP_ROLE,
  type Step,
} from '../model/index.ts';
import { ZERO_ID } from './pae.ts';
import type { ChangeData, RosterChange } from './roster-entry.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly roles: readonly Role[];
  /** Present keys by workstation, one on each at most (signoff-design 2.2); empty when all their keys were revoked. */
  readonly keys: ReadonlyMap<string, string>;
  /** 1-based number of the entry that enrolled them, for a stable order. */
  readonly since: number;
  /** True for ever once the person has left: the id is not given a key again. */
  readonly left: boolean;
}

export interface Delegation {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly steps: readonly DelegableStep[];
  /** Civil dates, both included. */
  readonly since: string;
  readonly until: string;
  readonly reason: DelegationReason;
  readonly recalled: boolean;
}

/** A change that one person has signed for and that is not in force yet. */
export interface Proposal {
  /** Id of the entry that proposed it. */
  readonly id: string;
  readonly change: RosterChange;
  readonly by: string;
  readonly at: string;
  /** Who else has signed; only the root key is missing then. */
  readonly approvedBy?: string;
}

/** The roster as it stood after one entry. */
export interface RosterState {
  readonly head: string;
  /** Id of the newest policy entry; 64 zeros before the first. */
  readonly policy: string;
  readonly org: string;
  readonly office: string;
  readonly idleMinutes: number;
  /** Steps that are signed, and checks demanded before 签发. */
  readonly chain: readonly Step[];
  readonly checks: readonly Consultation[];
  readonly rootKey: string;
  /** Who signs routine changes. */
  readonly routine: 'administrators' | 'root';
  readonly people: ReadonlyMap<string, Member>;
  /** Workstation id → its key, in the order they came. */
  readonly workstations: ReadonlyMap<string, string>;
  /** Those that joined with keys of their own for whoever signs there (ADR 23); before there were such, people used one key everywhere. */
  readonly admitted: ReadonlySet<string>;
  /** The one on which the roster is written since it was handed over; absent while that is the first. */
  readonly home?: string;
  /** What the office calls them, where they were given a name. */
  readonly workstationNames: ReadonlyMap<string, string>;
  /** All that ever were, by id. */
  readonly delegations: ReadonlyMap<string, Delegation>;
  /** Waiting for a signature, by id of the proposing entry. */
  readonly proposals: ReadonlyMap<string, Proposal>;
}

export const EMPTY_ROSTER: RosterState = {
  head: ZERO_ID,
  policy: ZERO_ID,
  org: '',
  office: '',
  idleMinutes: 10,
  ...FULL_POLICY,
  rootKey: '',
  routine: 'root',
  people: new Map(),
  workstations: new Map(),
  admitted: new Set(),
  workstationNames: new Map(),
  delegations: new Map(),
  proposals: new Map(),
};

export const isPresent = (member: Member | undefined): member is Member => member !== undefined && member.keys.size > 0;

/** All present keys of a person. */
export const keysOfMember = ({ keys }: Member): readonly string[] => [...keys.values()];

/** The key a person signs with on a workstation; where they have none there, the oldest of the others; empty when there is none. */
export const keyOn = ({ keys }: Member, ws: string): string => keys.get(ws) ?? keys.values().next().value ?? '';

/**
 * Whether a present key of a person signs in the name of a workstation: a key that was made on one proves nothing about acts on another.
 */
export function signsOn({ admitted }: RosterState, { keys }: Member, key: string, ws: string): boolean {
  const made = [...keys].find(([, own]) => own === key)?.[0];
  return made === ws || (made !== undefined && !admitted.has(made) && !admitted.has(ws));
}

/** The person whose present key this is. */
export const holderOf = ({ people }: RosterState, key: string): Member | undefined =>
  [...people.values()].find((member) => keysOfMember(member).includes(key));

/** The one workstation on which the roster is changed, so that it stays linear: the first that was entered, until it is handed over. */
export const rosterHome = ({ home, workstations }: RosterState): string | undefined => home ?? workstations.keys().next().value;

/**
 * Delegations under which `to` may act in the role of `from`, as this state of the roster has them: not recalled, both still there,
 * the delegator still in that role. The days they are valid on are judged where the event is judged, because they rest on a clock.
 */
export function delegationsFor(state: RosterState, from: string, to: string, role: string): readonly Delegation[] {
  const delegator = state.people.get(from);
  if (!isPresent(delegator) || !isPresent(state.people.get(to))) return [];
  if (!(delegator.roles as readonly string[]).includes(role)) return [];
  return [...state.delegations.values()].filter(
    (one) => one.from === from && one.to === to && !one.recalled && one.steps.some((step) => STEP_ROLE[step] === role),
  );
}

/**
 * Keys that are void once a change is in force. A new key that is made where the roster is changed replaces the one there, or the
 * oldest one of somebody who has none there.
 * @param state the roster before the change
 */
export function keysEnded(state: RosterState, change: RosterChange): readonly string[] {
  const member = (p: string): Member | undefined => state.people.get(p);
  if (change.type === 'admit') return change.data.keys.flatMap(({ p }) => member(p)?.keys.get(change.data.ws) ?? []);
  const known = 'p' in change.data ? member(change.data.p) : undefined;
  if (!known || (change.type !== 'rekey' && change.type !== 'revoke')) return [];
  if (change.type === 'revoke') return change.data.ws === undefined ? keysOfMember(known) : [change.data.key];
  const replaced = keyOn(known, rosterHome(state) ?? '');
  return replaced === '' ? [] : [replaced];
}

/** The state after a change that was found allowed. `id` and `seq` are those of the entry that puts it into force. */
export function withChange(state: RosterState, change: RosterChange, id: string, seq: number): RosterState {
  switch (change.type) {
    case 'policy':
      return { ...state, policy: id, checks: [], ...change.data };
    case 'workstation':
      return withWorkstation(state, { keys: [], enrolled: [], ...change.data }, seq);
    case 'admit':
      return { ...withWorkstation(state, change.data, seq), admitted: new Set(state.admitted).add(change.data.ws) };
    case 'home':
      return { ...state, home: change.data.ws };
    case 'routine':
      return { ...state, routine: change.data.by };
    case 'delegate': {
      const { d, ...delegation } = change.data;
      return { ...state, delegations: new Map(state.delegations).set(d, { id: d, ...delegation, recalled: false }) };
    }
    case 'recall': {
      const known = state.delegations.get(change.data.d);
      if (!known) return state;
      return { ...state, delegations: new Map(state.delegations).set(known.id, { ...known, recalled: true }) };
    }
    default:
      return { ...state, people: withPerson(state, change, seq) };
  }
}

type Admitted = Omit<ChangeData<'admit'>, 'name'> & { readonly name?: string | undefined };

function withWorkstation(state: RosterState, data: Admitted, seq: number): RosterState {
  const { ws, name, key, keys, enrolled } = data;
  const people = new Map(state.people);
  for (const { p, key: own } of keys) {
    const member = people.get(p);
    if (member) people.set(p, { ...member, keys: new Map(member.keys).set(ws, own) });
  }
  for (const person of enrolled) people.set(person.p, newMember(person, ws, seq));
  return {
    ...state,
    people,
    workstations: new Map(state.workstations).set(ws, key),
    ...(name === undefined ? {} : { workstationNames: new Map(state.workstationNames).set(ws, name) }),
  };
}

const newMember = ({ p, name, department, roles, key }: ChangeData<'enroll'>, ws: string, since: number): Member => ({
  id: p,
  name,
  department,
  roles,
  keys: new Map([[ws, key]]),
  since,
  left: false,
});

type PersonChange = Extract<RosterChange, { readonly type: 'enroll' | 'role' | 'revoke' | 'rekey' }>;

function withPerson(state: RosterState, change: PersonChange, since: number): RosterState['people'] {
  const next = new Map(state.people);
  const known = state.people.get(change.data.p);
  const home = rosterHome(state) ?? '';
  if (change.type === 'enroll') return next.set(change.data.p, newMember(change.data, home, since));
  if (!known) return next;
  if (change.type === 'role')
    return next.set(known.id, { ...known, roles: change.data.roles, department: change.data.department });
  const ended = keysEnded(state, change);
  const keys = new Map([...known.keys].filter(([, key]) => !ended.includes(key)));
  if (change.type === 'rekey') return next.set(known.id, { ...known, keys: keys.set(home, change.data.key) });
  return next.set(known.id, { ...known, keys, left: change.data.reason === 'left' });
}
