import { PAYLOAD_TYPES, pae } from '../chain/pae.ts';
import { ok, type Result } from '../model/index.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';

/** Older than this a half-filled form is nobody's work any more. */
const KEPT_DAYS = 30;

/**
 * What is typed into forms is as confidential as the draft it is about. It is sealed under a key that only the person's own
 * signing key yields (Ed25519 is deterministic: one message, one signature), so neither another person nor the disk alone opens it.
 */
export const stash: Feature<'stash.read' | 'stash.keep' | 'stash.drop'> = {
  'stash.read': (parts, { place }, session) => {
    const text = kept(parts, session).get(place)?.text;
    return ok(text === undefined ? {} : { text });
  },
  'stash.keep': (parts, { place, text }, session) =>
    write(parts, session, kept(parts, session).set(place, { text, at: parts.ports.clock.now().at })),
  'stash.drop': (parts, { place }, session) => {
    const forms = kept(parts, session);
    return forms.delete(place) ? write(parts, session, forms) : ok(null);
  },
};

interface Kept {
  readonly text: string;
  readonly at: string;
}

/** A payload type of its own: no signature that ever leaves this function is made over it. */
const keyOf = ({ ports }: DeskParts, { signer }: OpenSession): Uint8Array =>
  ports.crypto.sha256(signer.sign(pae(PAYLOAD_TYPES.stash, new Uint8Array())));

/** Forms by place; empty when there is nothing, or nothing that this key opens (a key given anew, a damaged file). */
function kept(parts: DeskParts, session: OpenSession): Map<string, Kept> {
  const text = parts.ports.stash.read(session.person.id, keyOf(parts, session));
  const now = Date.parse(parts.ports.clock.now().at);
  const entries = text === undefined ? [] : (JSON.parse(text) as [string, Kept][]);
  return new Map(entries.filter(([, { at }]) => now - Date.parse(at) < KEPT_DAYS * 86_400_000));
}

function write(parts: DeskParts, session: OpenSession, forms: ReadonlyMap<string, Kept>): Result<null> {
  const text = forms.size === 0 ? undefined : JSON.stringify([...forms]);
  return parts.ports.stash.write(session.person.id, keyOf(parts, session), text);
}
