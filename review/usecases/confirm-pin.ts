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
  return recorded(parts, person.id, await parts.ports.keys.unlock(person.key, pin), purpose);
}

/** Passes on what the key ring said about a PIN; a failed attempt is recorded first. */
export function recorded(parts: DeskParts, person: string, unlocked: Result<Signer>, purpose: 'session' | 'act'): Result<Signer> {
  if (unlocked.ok || !ATTEMPTS.includes(unlocked.error.code) || parts.readOnly() !== undefined) return unlocked;
  const data = { p: person, purpose, locked: unlocked.error.code === 'key-locked' };
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
