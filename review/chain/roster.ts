/** The roster as a fold over its log. Linear: one writer, the unit root key. */
import type { Role } from '../model/index.ts';
import type { Crypto, Envelope } from '../ports.ts';
import { fromHex } from './hex.ts';
import { idOf, PAYLOAD_TYPES, pae, ZERO_ID } from './pae.ts';
import { checkPublicKey, keyIdOf } from './public-key.ts';
import { orgOf, type RosterBody, readRosterBody } from './roster-entry.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly roles: readonly Role[];
  /** Present key; empty when it was revoked. */
  readonly key: string;
  /** 1-based number of the entry that enrolled them, for a stable order. */
  readonly since: number;
}

/** The roster as it stood after one entry. */
export interface RosterState {
  readonly head: string;
  /** Id of the newest policy entry; 64 zeros before the first. */
  readonly policy: string;
  readonly org: string;
  readonly office: string;
  readonly idleMinutes: number;
  readonly people: ReadonlyMap<string, Member>;
  /** Workstation id → its key. */
  readonly workstations: ReadonlyMap<string, string>;
}

export interface RosterProblem {
  /** 1-based number of the entry. */
  readonly seq: number;
  readonly message: string;
}

export interface Roster {
  /** State after the last good entry; undefined for an empty log. */
  readonly now: RosterState | undefined;
  /** State and position at a head that an event names; undefined when no such entry exists. */
  at(head: string): { readonly state: RosterState; readonly index: number } | undefined;
  /** Any key that was ever in the roster: 32 raw bytes. */
  publicKey(key: string): Uint8Array | undefined;
  readonly problems: readonly RosterProblem[];
}

const EMPTY: RosterState = {
  head: ZERO_ID,
  policy: ZERO_ID,
  org: '',
  office: '',
  idleMinutes: 10,
  people: new Map(),
  workstations: new Map(),
};

const ADMINISTRATORS: readonly Role[] = ['sysadmin', 'secadmin', 'auditor'];

/**
 * 三员分立: an administrator holds no business role, the auditor neither of the other two posts (workflow.md §5).
 * Returns a Chinese sentence when a set of roles breaks it.
 */
export function roleConflict(roles: readonly Role[]): string | undefined {
  const administrative = roles.filter((role) => ADMINISTRATORS.includes(role));
  if (administrative.length > 0 && administrative.length < roles.length) return '管理员不能同时承担审查工作';
  if (roles.includes('auditor') && roles.length > 1) return '安全审计员不能兼任其他管理员';
  return undefined;
}

/** Folds a roster log, oldest first. A bad entry stops the fold: nothing after it is believed. */
export function foldRoster(crypto: Crypto, log: readonly Envelope[]): Roster {
  const states = new Map<string, { state: RosterState; index: number }>();
  const keys = new Map<string, Uint8Array>();
  const problems: RosterProblem[] = [];
  let state = EMPTY;
  let rootKey = '';
  for (const [index, envelope] of log.entries()) {
    const message = entryProblem(crypto, envelope, { state, rootKey, keys, index });
    const body = readRosterBody(envelope.body);
    if (message !== undefined || !body.ok) {
      problems.push({ seq: index + 1, message: message ?? '名册记录的格式不符合规定' });
      break;
    }
    const { data } = body.data;
    if (body.data.type === 'root') rootKey = envelope.key;
    if ('publicKey' in data) keys.set(data.key, fromHex(data.publicKey) ?? new Uint8Array());
    state = advance(state, body.data, idOf(crypto, PAYLOAD_TYPES.roster, envelope.body), index + 1);
    states.set(state.head, { state, index });
  }
  return {
    now: states.size > 0 ? state : undefined,
    at: (head) => states.get(head),
    publicKey: (key) => keys.get(key),
    problems,
  };
}

interface FoldPosition {
  readonly state: RosterState;
  readonly rootKey: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly index: number;
}

function entryProblem(crypto: Crypto, envelope: Envelope, at: FoldPosition): string | undefined {
  const parsed = readRosterBody(envelope.body);
  if (envelope.payloadType !== PAYLOAD_TYPES.roster || !parsed.ok) return '名册记录的格式不符合规定';
  const body = parsed.data;
  const first = at.index === 0;
  if (first !== (body.type === 'root')) return '名册必须以单位根密钥开头，且只有一个';
  // The first entry vouches for its own key; its fingerprint is printed at installation and compared by people.
  const publicKey = body.type === 'root' ? fromHex(body.data.publicKey) : at.keys.get(at.rootKey);
  if (!publicKey || !crypto.verify(publicKey, pae(envelope.payloadType, envelope.body), envelope.signature)) {
    return '名册记录不是单位根密钥签名的，或被改动过';
  }
  if (body.type === 'root' ? body.data.key !== envelope.key : envelope.key !== at.rootKey) return '名册记录的签名密钥不对';
  if (body.seq !== at.index + 1 || body.prev !== at.state.head) return '名册记录前后不相接';
  if (body.org !== orgOf(first ? envelope.key : at.rootKey)) return '名册记录不属于本单位';
  return keyProblem(crypto, body, at) ?? memberProblem(body, at.state);
}

function keyProblem(crypto: Crypto, body: RosterBody, at: FoldPosition): string | undefined {
  if (!('publicKey' in body.data)) return undefined;
  const publicKey = fromHex(body.data.publicKey);
  if (!publicKey || !checkPublicKey(publicKey).ok || keyIdOf(crypto, publicKey) !== body.data.key) return '登记的密钥不合格';
  return at.keys.has(body.data.key) ? '密钥不能重复登记' : undefined;
}

function memberProblem(body: RosterBody, state: RosterState): string | undefined {
  if (body.type === 'enroll') {
    if (state.people.has(body.data.p)) return '人员编号不能重复使用';
    if ([...state.people.values()].some((member) => member.name === body.data.name)) return '名册中已有同名人员';
    return roleConflict(body.data.roles);
  }
  if (body.type === 'role') return state.people.has(body.data.p) ? roleConflict(body.data.roles) : '名册中没有这个人';
  if (body.type === 'revoke') return state.people.get(body.data.p)?.key === body.data.key ? undefined : '要注销的密钥不在用';
  if (body.type === 'workstation' && state.workstations.has(body.data.ws)) return '工作站编号不能重复使用';
  return undefined;
}

function advance(state: RosterState, body: RosterBody, id: string, since: number): RosterState {
  const next = { ...state, head: id };
  if (body.type === 'root') return { ...next, org: body.org, office: body.data.office };
  if (body.type === 'policy') return { ...next, policy: id, idleMinutes: body.data.idleMinutes };
  if (body.type === 'workstation') {
    return { ...next, workstations: new Map(state.workstations).set(body.data.ws, body.data.key) };
  }
  const people = new Map(state.people);
  const known = people.get(body.data.p);
  if (body.type === 'enroll') {
    const { p, name, department, roles, key } = body.data;
    people.set(p, { id: p, name, department, roles, key, since });
  } else if (known) {
    const { data } = body;
    people.set(known.id, 'roles' in data ? { ...known, roles: data.roles, department: data.department } : { ...known, key: '' });
  }
  return { ...next, people };
}
