/** The roster as a fold over its log. Linear: one writer, every entry names the one before. */
import type { Crypto, Envelope } from '../ports.ts';
import { fromHex } from './hex.ts';
import { idOf, PAYLOAD_TYPES, pae } from './pae.ts';
import { checkPublicKey, keyIdOf } from './public-key.ts';
import { isChange, keysIn, orgOf, type RosterBody, type RosterChange, readRosterBody } from './roster-entry.ts';
import { approvalProblem, changeProblem, mayApprove, needsRoot, placeProblem, proposalProblem } from './roster-rules.ts';
import { EMPTY_ROSTER, holderOf, type Member, type RosterState, withChange } from './roster-state.ts';

export { roleConflict } from './roster-rules.ts';
export type { Delegation, Member, Proposal, RosterState } from './roster-state.ts';

export interface RosterProblem {
  /** 1-based number of the entry. */
  readonly seq: number;
  readonly message: string;
}

/** A good entry, for the history of the roster. */
export interface RosterEntry {
  readonly id: string;
  readonly body: RosterBody;
  /** Who signed: a person's id, or `root`. */
  readonly by: string;
  /** What the entry put into force; absent for a proposal, its refusal, and a second signature that waits for the root key. */
  readonly change?: RosterChange;
}

export interface Roster {
  /** State after the last good entry; undefined for an empty log. */
  readonly now: RosterState | undefined;
  /** State and position at a head that an event names; undefined when no such entry exists. */
  at(head: string): { readonly state: RosterState; readonly index: number } | undefined;
  /** Any key that was ever in the roster: 32 raw bytes. */
  publicKey(key: string): Uint8Array | undefined;
  readonly entries: readonly RosterEntry[];
  readonly problems: readonly RosterProblem[];
}

interface Position {
  readonly crypto: Crypto;
  readonly state: RosterState;
  readonly keys: ReadonlyMap<string, Uint8Array>;
  readonly index: number;
}

/** What an entry does: a change in force, or a step on the way to one. */
type Outcome = { readonly problem: string } | { readonly state: RosterState; readonly change?: RosterChange };

/** Folds a roster log, oldest first. A bad entry stops the fold: nothing after it is believed. */
export function foldRoster(crypto: Crypto, log: readonly Envelope[]): Roster {
  const states = new Map<string, { state: RosterState; index: number }>();
  const keys = new Map<string, Uint8Array>();
  const entries: RosterEntry[] = [];
  const problems: RosterProblem[] = [];
  let state = EMPTY_ROSTER;
  for (const [index, envelope] of log.entries()) {
    const opened = openEntry({ crypto, state, keys, index }, envelope);
    const outcome = typeof opened === 'string' ? { problem: opened } : outcomeOf({ crypto, state, keys, index }, opened);
    if (typeof opened === 'string' || 'problem' in outcome) {
      problems.push({ seq: index + 1, message: 'problem' in outcome ? outcome.problem : '' });
      break;
    }
    const { body, id, by } = opened;
    const named = body.type === 'root' ? [body.data] : outcome.change ? keysIn(outcome.change) : [];
    for (const { key, publicKey } of named) keys.set(key, fromHex(publicKey) ?? new Uint8Array());
    state = { ...outcome.state, head: id };
    states.set(id, { state, index });
    entries.push({ id, body, by: by === 'root' ? by : by.id, ...(outcome.change ? { change: outcome.change } : {}) });
  }
  return {
    now: states.size > 0 ? state : undefined,
    at: (head) => states.get(head),
    publicKey: (key) => keys.get(key),
    entries,
    problems,
  };
}

interface Opened {
  readonly body: RosterBody;
  readonly id: string;
  readonly by: Member | 'root';
  readonly key: string;
}

/** Form, signature and place of an entry; a Chinese sentence when one of them is wrong. */
function openEntry({ crypto, state, keys, index }: Position, envelope: Envelope): Opened | string {
  const parsed = readRosterBody(envelope.body);
  if (envelope.payloadType !== PAYLOAD_TYPES.roster || !parsed.ok) return '名册记录的格式不符合规定';
  const body = parsed.data;
  const first = index === 0;
  if (first !== (body.type === 'root')) return '名册必须以单位根密钥开头，且只有一个';
  // The first entry vouches for its own key; its fingerprint is printed at installation and compared by people.
  const publicKey = body.type === 'root' ? fromHex(body.data.publicKey) : keys.get(envelope.key);
  const byRoot = body.type === 'root' ? body.data.key === envelope.key : envelope.key === state.rootKey;
  const by = byRoot ? 'root' : holderOf(state, envelope.key);
  const signed = publicKey && crypto.verify(publicKey, pae(envelope.payloadType, envelope.body), envelope.signature);
  if (!signed || !by) return '名册记录不是单位根密钥签名的，或被改动过';
  if (body.type === 'root' && (!checkPublicKey(publicKey).ok || keyIdOf(crypto, publicKey) !== envelope.key)) {
    return '登记的密钥不合格';
  }
  if (body.seq !== index + 1 || body.prev !== state.head) return '名册记录前后不相接';
  if (body.org !== orgOf(first ? envelope.key : state.rootKey)) return '名册记录不属于本单位';
  return { body, id: idOf(crypto, PAYLOAD_TYPES.roster, envelope.body), by, key: envelope.key };
}

function outcomeOf(at: Position, { body, id, by, key }: Opened): Outcome {
  if (body.type === 'root') {
    return { state: { ...at.state, org: body.org, office: body.data.office, rootKey: body.data.key } };
  }
  if (by === 'root') return byRoot(at, body, id);
  const problem = placeProblem(at.state, body, by, key);
  return problem === undefined ? byPerson(at, body, id, by) : { problem };
}

function inForce(at: Position, change: RosterChange, id: string, done?: string): Outcome {
  const problem = changeProblem(at.crypto, at.state, at.keys, change);
  if (problem !== undefined) return { problem };
  const state = withChange(at.state, change, id, at.index + 1);
  return { state: done === undefined ? state : withoutProposal(state, done), change };
}

function withoutProposal(state: RosterState, id: string): RosterState {
  const proposals = new Map(state.proposals);
  proposals.delete(id);
  return { ...state, proposals };
}

function byRoot(at: Position, body: RosterBody, id: string): Outcome {
  if (isChange(body.type)) return inForce(at, body as RosterChange, id);
  const proposal = body.type === 'ratify' ? at.state.proposals.get(body.data.of) : undefined;
  if (!proposal?.approvedBy) return { problem: '单位根密钥只能签两人都已签名的变更' };
  return inForce(at, proposal.change, id, proposal.id);
}

/** What a person signs alone: a proposal, the answer to somebody else's, and who deputises for themselves. */
function byPerson(at: Position, body: RosterBody, id: string, member: Member): Outcome {
  const { state } = at;
  if (body.type === 'propose') {
    const { change } = body.data;
    const problem = proposalProblem(state, change, member) ?? changeProblem(at.crypto, state, at.keys, change);
    if (problem !== undefined) return { problem };
    const proposal = { id, change, by: member.id, at: body.at };
    return { state: { ...state, proposals: new Map(state.proposals).set(id, proposal) } };
  }
  if (body.type === 'approve') return approved(at, body.data.of, id, member);
  if (body.type === 'reject') {
    const proposal = state.proposals.get(body.data.of);
    if (!proposal) return { problem: '没有这项待确认的变更' };
    if (proposal.by !== member.id && !mayApprove(state, member)) return { problem: '这个角色不能答复名册变更' };
    return { state: withoutProposal(state, proposal.id) };
  }
  if (body.type === 'delegate' && body.data.from === member.id) return inForce(at, { type: body.type, data: body.data }, id);
  if (body.type === 'recall') {
    const known = state.delegations.get(body.data.d);
    if (known?.from === member.id || known?.to === member.id) return inForce(at, { type: body.type, data: body.data }, id);
  }
  return { problem: '名册记录不是单位根密钥签名的，或被改动过' };
}

function approved(at: Position, of: string, id: string, approver: Member): Outcome {
  const problem = approvalProblem(at.state, of, approver);
  const proposal = at.state.proposals.get(of);
  const proposer = proposal && at.state.people.get(proposal.by);
  if (problem !== undefined || !proposer) return { problem: problem ?? '没有这项待确认的变更' };
  if (!needsRoot(at.state, proposal.change, proposer, approver)) return inForce(at, proposal.change, id, of);
  const waiting = { ...proposal, approvedBy: approver.id };
  return { state: { ...at.state, proposals: new Map(at.state.proposals).set(of, waiting) } };
}
