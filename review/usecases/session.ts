import type { Session } from '../contract.ts';
import { fail, ok, type Person } from '../model/index.ts';
import { confirmPin } from './confirm-pin.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import { offersFor } from './exports/index.ts';
import type { Feature } from './handler.ts';
import { activePeople, nameOf } from './people-of.ts';
import { deputiesOf } from './standing.ts';

/** The session as the window knows it. */
export function sessionOf(parts: DeskParts, person: Person): Session {
  const roster = parts.roster();
  const today = dateOf(parts.ports.clock.now().at);
  return {
    person,
    idleMinutes: parts.session.idleMinutes,
    deputyFor: deputiesOf(roster, person.id, today).map(({ step, until, for: other }) => ({
      step,
      name: nameOf(roster, other),
      until,
    })),
    exports: offersFor(person.role),
  };
}

export const session: Feature<'session.open' | 'session.close' | 'session.keep'> = {
  'session.open': async (parts, { person: id, pin }) => {
    const person = activePeople(parts.roster(), parts.ports.store.head().ws).find((one) => one.id === id);
    if (!person) return fail('person-unknown', '名册中没有这个人，或密钥已注销。请重新选择姓名。');
    const signer = await confirmPin(parts, person, pin, 'session');
    if (!signer.ok) return signer;
    parts.session.open({ person, signer: signer.data });
    return ok(sessionOf(parts, person));
  },
  'session.close': (parts) => {
    parts.session.close();
    return ok(null);
  },
  // Admission itself moves the idle clock.
  'session.keep': () => ok(null),
};
