/** Acts that two people must do together: both show their PIN, both sign, in one transaction. */
import { consentFor, consentSubject } from '../chain/two-people.ts';
import { fail, ok, type Result, type Role } from '../model/index.ts';
import { confirmPin, signerForAct } from './confirm-pin.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Act, NewEvent } from './journal-writer.ts';
import { activePeople } from './people-of.ts';

export interface SecondPerson {
  readonly person: string;
  readonly pin: string;
}

/** Who may be the second: those who answer for secrecy, supervise, or lead. Never the first again. */
const SECONDS: readonly Role[] = ['reviewer', 'leader', 'secadmin', 'auditor', 'sysadmin'];

/**
 * The consent of the second person and the act of the first, ready to be appended. Several acts of one kind each get a consent of their own.
 * Codes: second-missing, second-same, those of `KeyRing.unlock`.
 */
export async function actsOfTwo(
  parts: DeskParts,
  session: OpenSession,
  { pin, second }: { readonly pin: string; readonly second: SecondPerson | undefined },
  ...events: readonly NewEvent[]
): Promise<Result<readonly Act[]>> {
  const whats = events.map(consentFor);
  if (!second || whats.includes(undefined)) return fail('second-missing', '这一项须由两人办理，还缺另一人，没有办理。');
  if (second.person === session.person.id) return fail('second-same', '两人办理的事项不能由一人输入两次口令，没有办理。');
  const other = activePeople(parts.roster(), parts.ports.store.head().ws).find(({ id }) => id === second.person);
  if (!other || !SECONDS.includes(other.role)) {
    return fail('second-missing', '另一人须是保密审查员、分管领导、安全保密管理员、安全审计员或系统管理员，没有办理。');
  }
  const first = await signerForAct(parts, session, pin);
  if (!first.ok) return first;
  const agreed = await confirmPin(parts, other, second.pin, 'act');
  if (!agreed.ok) return fail(agreed.error.code, `${other.name}：${agreed.error.message}`);
  const one = { p: session.person.id, role: session.person.role, signer: first.data };
  const another = { p: other.id, role: other.role, signer: agreed.data };
  return ok(
    events.flatMap((event): Act[] => {
      const data = { what: consentFor(event) ?? 'shred', subject: consentSubject(parts.ports.crypto, event) };
      return [
        { actor: another, event: { type: 'consent', case: '-', data } },
        { actor: one, event },
      ];
    }),
  );
}
