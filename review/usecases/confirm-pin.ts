import { ok, type Result } from '../model/index.ts';
import type { Signer } from '../ports.ts';
import type { DeskParts } from './desk-parts.ts';

/** Failures of the key ring that mean somebody tried: each becomes an event (Part 11, 11.300). */
const ATTEMPTS = ['pin-wrong', 'key-locked'];

/** Checks a PIN and unlocks the key; a failed attempt is recorded. Codes: those of `KeyRing.unlock`. */
export async function confirmPin(
  parts: DeskParts,
  person: { readonly id: string; readonly key: string },
  pin: string,
  purpose: 'session' | 'act',
): Promise<Result<Signer>> {
  const unlocked = await parts.ports.keys.unlock(person.key, pin);
  if (unlocked.ok || !ATTEMPTS.includes(unlocked.error.code)) return unlocked;
  if (parts.readOnly() !== undefined) return unlocked;
  const locked = unlocked.error.code === 'key-locked';
  const data = { p: person.id, purpose, locked };
  const written = parts.journal.append(parts.journal.workstation(), [{ type: 'auth.fail', case: '-', data }]);
  return written.ok ? unlocked : written;
}

/** The signer of an act by the person in the session, after the PIN. */
export async function signerForAct(
  parts: DeskParts,
  session: { readonly person: { readonly id: string; readonly key: string } },
  pin: string,
): Promise<Result<Signer>> {
  const signer = await confirmPin(parts, session.person, pin, 'act');
  return signer.ok ? ok(signer.data) : signer;
}
