import type { EventBody } from '../chain/event.ts';
import type { Member, Roster } from '../chain/roster.ts';
import { isPresent, keyOn } from '../chain/roster-state.ts';
import { type Person, ROLES, type Role, STEP_ROLE, type Step } from '../model/index.ts';
import { deputiesFor } from './standing.ts';

/** A member as the screens show one; the first role is the one a person acts in. `ws` gives the key they have on that workstation. */
const personOf = (member: Member, ws = ''): Person => ({
  id: member.id,
  name: member.name,
  role: member.roles[0] ?? 'drafter',
  department: member.department,
  key: keyOn(member, ws),
});

/** People who can act now, in the order of enrolment; with the keys they have on a workstation when one is named. */
export function activePeople(roster: Roster, ws?: string): readonly Person[] {
  const members = [...(roster.now?.people.values() ?? [])].filter(isPresent);
  return members.sort((a, b) => a.since - b.since).map((member) => personOf(member, ws));
}

/** What the office calls a workstation. */
export const workstationName = (roster: Roster, ws: string): string => roster.now?.workstationNames.get(ws) ?? ws;

/** Printed name of an actor; the id when the roster does not know it. */
export function nameOf(roster: Roster, actor: string): string {
  return roster.now?.people.get(actor)?.name ?? (roster.now?.workstations.has(actor) ? '本工作站' : actor);
}

/** Printed name of whoever did something: 李某, or 李某（代王某） for a deputy. Both names stand wherever the act is shown. */
export function actorName(roster: Roster, actor: EventBody['actor']): string {
  const name = nameOf(roster, actor.p);
  return actor.for === undefined ? name : `${name}（代${nameOf(roster, actor.for)}）`;
}

export const roleName = (role: string): string => (role in ROLES ? ROLES[role as keyof typeof ROLES] : '工作站');

/** Names of those who hold a role, in the order of enrolment. */
export const namesForRole = (roster: Roster, role: Role): string =>
  activePeople(roster)
    .filter((person) => person.role === role)
    .map(({ name }) => name)
    .join('、');

/**
 * Names of those who can take a step on a day: the drafter of the case, the head of the drafter's 处室, otherwise all of the role;
 * with their deputies, as 王某（李某代）.
 */
export function namesForStep(roster: Roster, step: Step, drafter: string, day: string): string {
  const people = activePeople(roster);
  const own = people.find((person) => person.id === drafter);
  if (step === 'draft' && own) return own.name;
  const able = people.filter((person) => person.role === STEP_ROLE[step]);
  const near = step === 'head' ? able.filter((person) => person.department === own?.department) : [];
  return (near.length > 0 ? near : able)
    .map((person) => {
      const deputies = deputiesFor(roster, person.id, step, day).map((deputy) => nameOf(roster, deputy));
      return deputies.length > 0 ? `${person.name}（${deputies.join('、')}代）` : person.name;
    })
    .join('、');
}
