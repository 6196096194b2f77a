import { readBody } from '../chain/event.ts';
import type { Delegation, Roster, RosterState } from '../chain/roster.ts';
import { approvalProblem, isAdministered, mayApprove, mayPropose, needsRoot } from '../chain/roster-rules.ts';
import { isPresent, keyOn, type Member, rosterHome } from '../chain/roster-state.ts';
import type { DelegationRow, PinFailure, ProposalRow, RosterPerson, RosterView } from '../contract.ts';
import {
  DELEGABLE_STEPS,
  DELEGATION_REASONS,
  fail,
  ok,
  type Person,
  type Result,
  type Role,
  STEP_ROLE,
  simplifiedWords,
} from '../model/index.ts';
import { PERMISSIONS } from '../workflow/permissions.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import { nameOf, workstationName } from './people-of.ts';
import { changeWords, entryWords, keyCode } from './roster-words.ts';
import { elsewhereWhy } from './roster-writer.ts';
import { inForceOn } from './standing.ts';

/** How far back wrong PINs are looked for. */
const LOOKED_AT = 5000;
const FAILURES_SHOWN = 50;
/** 保密办 and those who watch over the program (Part 11, 11.300). */
const SHOWN_FAILURES: readonly Role[] = ['reviewer', 'secadmin', 'auditor'];

/** The roster as the signed-in person may see it, with what they may do and why not. Code: not-set-up. */
export function rosterView(parts: DeskParts, person: Person): Result<RosterView> {
  const roster = parts.roster();
  const state = roster.now;
  const member = state?.people.get(person.id);
  if (!state || !member) return fail('not-set-up', '先审还没有建立单位和人员，请先完成设置。');
  const readOnly = parts.readOnly() ?? elsewhereWhy(parts);
  const here = parts.ports.keys.localRoot()?.key === state.rootKey;
  return ok({
    workstations: [...state.workstations].map(([id, key]) => ({
      id,
      name: workstationName(roster, id),
      code: keyCode(key, 4),
      here: id === parts.ports.store.head().ws,
      keepsRoster: id === rosterHome(state),
    })),
    people: peopleRows(parts, roster, state),
    delegations: delegationRows(parts, roster, state, person),
    proposals: [...state.proposals.values()].map((proposal) => proposalRow(parts, state, member, proposal.id, here)).reverse(),
    history: historyRows(roster, state),
    failures: SHOWN_FAILURES.includes(person.role) ? pinFailures(parts).slice(0, FAILURES_SHOWN) : [],
    root: { here, fingerprint: keyCode(state.rootKey, 8) },
    how: howItChanges(state),
    administered: isAdministered(state),
    routine: state.routine,
    policy: {
      chain: state.chain,
      checks: state.checks.filter((check) => check === 'competition' || check === 'legal'),
      idleMinutes: state.idleMinutes,
      simplified: simplifiedWords(state.chain),
    },
    whyNotPropose: readOnly ?? (mayPropose(state, member) ? '' : whoProposes(state)),
    whyNotRoot: readOnly ?? (rolesOf('root.export').includes(person.role) ? '' : '由分管领导、保密审查员或安全保密管理员办理'),
    whyNotTakeOver: takeOverWhy(parts) ?? (mayPropose(state, member) ? '' : whoProposes(state)),
    ownSteps: DELEGABLE_STEPS.filter((step) => member.roles.includes(STEP_ROLE[step])),
  });
}

const takeOverWhy = (parts: DeskParts): string | undefined =>
  parts.readOnly() ?? (elsewhereWhy(parts) === undefined ? '名册就在本机变更' : undefined);

function rolesOf(call: 'root.export' | 'roster.reject'): readonly Role[] {
  const permission = PERMISSIONS[call];
  return typeof permission === 'string' ? [] : permission;
}

const whoProposes = (state: RosterState): string =>
  isAdministered(state) ? '由系统管理员或安全保密管理员提出' : '由保密审查员或分管领导提出';

function howItChanges(state: RosterState): string {
  if (!isAdministered(state))
    return '本单位没有系统管理员：由保密审查员或分管领导提出，另一人（保密审查员、分管领导或处室负责人）确认，并用单位根密钥签署。';
  return state.routine === 'administrators'
    ? '由系统管理员提出，安全保密管理员确认，即生效；其中一人不能办理时，由分管领导确认并用单位根密钥签署。'
    : '由系统管理员或安全保密管理员提出，另一人（安全保密管理员或分管领导）确认，并用单位根密钥签署。';
}

function peopleRows({ ports }: DeskParts, roster: Roster, state: RosterState): readonly RosterPerson[] {
  const enrolledAt = new Map(roster.entries.map(({ body }) => [body.seq, body.at]));
  const here = ports.store.head().ws;
  const stateOf = (member: Member): RosterPerson['state'] => {
    if (member.left) return 'left';
    return isPresent(member) ? ports.keys.state(keyOn(member, here)) : 'revoked';
  };
  return [...state.people.values()]
    .sort((a, b) => a.since - b.since)
    .map((member) => ({
      id: member.id,
      name: member.name,
      role: member.roles[0] ?? 'drafter',
      department: member.department,
      state: stateOf(member),
      keyCode: keyCode(keyOn(member, here)),
      keys: [...member.keys].map(([workstation, key]) => ({
        workstation,
        name: workstationName(roster, workstation),
        code: keyCode(key),
      })),
      since: enrolledAt.get(member.since) ?? '',
    }));
}

function delegationRows({ ports }: DeskParts, roster: Roster, state: RosterState, person: Person): readonly DelegationRow[] {
  const today = dateOf(ports.clock.now().at);
  const stateOf = (one: Delegation): DelegationRow['state'] => {
    if (one.recalled) return 'recalled';
    if (one.until < today) return 'over';
    if (!one.steps.some((step) => inForceOn(roster, one, step, one.since))) return 'void';
    return one.since > today ? 'planned' : 'in-force';
  };
  return [...state.delegations.values()]
    .map((one) => ({
      id: one.id,
      from: one.from,
      to: one.to,
      fromName: nameOf(roster, one.from),
      toName: nameOf(roster, one.to),
      steps: one.steps,
      since: one.since,
      until: one.until,
      reason: DELEGATION_REASONS[one.reason],
      state: stateOf(one),
      mine: one.from === person.id || one.to === person.id,
    }))
    .reverse();
}

function proposalRow(parts: DeskParts, state: RosterState, member: Member, id: string, here: boolean): ProposalRow {
  const proposal = state.proposals.get(id);
  if (!proposal) return { id, what: '', by: '', at: '', approvedBy: '', whyNot: '', mayReject: false, needsRootFile: false };
  const proposer = state.people.get(proposal.by);
  return {
    id,
    what: changeWords(state, proposal.change),
    by: nameOf(parts.roster(), proposal.by),
    at: proposal.at,
    approvedBy: proposal.approvedBy === undefined ? '' : nameOf(parts.roster(), proposal.approvedBy),
    whyNot: approvalProblem(state, id, member) ?? parts.readOnly() ?? elsewhereWhy(parts) ?? '',
    mayReject: proposal.by === member.id || mayApprove(state, member),
    needsRootFile: !here && proposer !== undefined && needsRoot(state, proposal.change, proposer, member),
  };
}

function historyRows(roster: Roster, state: RosterState): RosterView['history'] {
  const byId = new Map(roster.entries.map((entry) => [entry.id, entry]));
  return roster.entries
    .map((entry) => ({
      seq: entry.body.seq,
      at: entry.body.at,
      by: entry.by === 'root' ? '单位根密钥' : nameOf(roster, entry.by),
      what: entryWords(state, entry, (id) => byId.get(id)),
    }))
    .reverse();
}

/** Wrong PINs among the newest events, newest first; of one person when given. */
export function pinFailures({ ports, roster }: DeskParts, person?: string): readonly PinFailure[] {
  const rows = ports.store.since(Math.max(0, ports.store.head().seq - LOOKED_AT));
  return rows
    .filter(({ type }) => type === 'auth.fail')
    .flatMap((row) => {
      const body = readBody(row.body);
      if (!body.ok || body.data.type !== 'auth.fail') return [];
      const { p, purpose, locked } = body.data.data;
      if (person !== undefined && p !== person) return [];
      return [{ at: body.data.at, name: nameOf(roster(), p), purpose, locked }];
    })
    .reverse();
}
