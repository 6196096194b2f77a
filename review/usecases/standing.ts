/** In whose place a person acts: their own, or that of somebody they deputise for today. */
import type { Roster } from '../chain/roster.ts';
import { type Delegation, isPresent } from '../chain/roster-state.ts';
import { type DelegableStep, type Person, STEP_ORDER, STEP_ROLE, type Step } from '../model/index.ts';
import { eventsOf, peopleBehind } from '../workflow/case-facts.ts';
import type { GateResult } from '../workflow/gate.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';

/** A step a person may take in one case, and for whom. */
export interface Standing {
  readonly step: Step;
  /** Person deputised for; absent when the step is their own. */
  readonly for?: string;
}
/** A step a person may take for another today. */
export interface Deputy {
  readonly step: DelegableStep;
  readonly for: string;
  /** Last day. */
  readonly until: string;
}

/** The step whose role the person holds. */
export const stepOfRole = (person: Person): Step | undefined => STEP_ORDER.find((step) => STEP_ROLE[step] === person.role);

/** Whether a delegation is in force on a civil date: not recalled, both people there, the delegator still in the role. */
export function inForceOn(roster: Roster, delegation: Delegation, step: DelegableStep, day: string): boolean {
  const people = roster.now?.people;
  const from = people?.get(delegation.from);
  if (delegation.recalled || !isPresent(from) || !isPresent(people?.get(delegation.to))) return false;
  if (!delegation.steps.includes(step) || !from.roles.includes(STEP_ROLE[step])) return false;
  return delegation.since <= day && day <= delegation.until;
}

/** Steps a person may take for others on a day, in the order of the chain. */
export function deputiesOf(roster: Roster, person: string, day: string): readonly Deputy[] {
  const own = [...(roster.now?.delegations.values() ?? [])].filter((delegation) => delegation.to === person);
  return STEP_ORDER.filter((step): step is DelegableStep => step !== 'draft').flatMap((step) =>
    own
      .filter((delegation) => inForceOn(roster, delegation, step, day))
      .map((delegation) => ({ step, for: delegation.from, until: delegation.until })),
  );
}

/** Who takes a step for a person on a day; person ids. */
export const deputiesFor = (roster: Roster, person: string, step: Step, day: string): readonly string[] =>
  step === 'draft'
    ? []
    : [...(roster.now?.delegations.values() ?? [])]
        .filter((delegation) => delegation.from === person && inForceOn(roster, delegation, step, day))
        .map((delegation) => delegation.to);

/** The step that is due, or that will be again once a hold or a referral ends. */
export const dueStep = ({ nextStep, state, steps }: GateResult): Step | undefined =>
  nextStep ?? (state === 'held' || state === 'referred' ? steps.find(({ done }) => !done)?.step : undefined);

/**
 * The place a person has in a case now: the step that is due when they may take it, else their own. Of several people they could
 * sign for, one who has not signed the case yet.
 */
export function standingOf(parts: DeskParts, result: GateResult, person: Person): Standing | undefined {
  const roster = parts.roster();
  const own = stepOfRole(person);
  const next = dueStep(result);
  const deputies = deputiesOf(roster, person.id, dateOf(parts.ports.clock.now().at));
  const due = deputies.filter((deputy) => deputy.step === next);
  const signed = new Set(eventsOf(result.graph.ordered, 'sign').flatMap(({ body }) => peopleBehind(body)));
  const free = due.find((deputy) => !signed.has(deputy.for)) ?? due[0];
  if (next && free && (own !== next || ofAnotherDepartment(parts, result, person, free))) return { step: next, for: free.for };
  if (own) return { step: own };
  const [first] = deputies;
  return first && { step: first.step, for: first.for };
}

/** A head who deputises for the head of the drafter's 处室 signs as deputy there, not as head of their own. */
function ofAnotherDepartment(parts: DeskParts, { facts }: GateResult, person: Person, deputy: Deputy): boolean {
  if (deputy.step !== 'head') return false;
  const people = parts.roster().now?.people;
  const department = people?.get(facts.create?.body.actor.p ?? '')?.department;
  return person.department !== department && people?.get(deputy.for)?.department === department;
}
