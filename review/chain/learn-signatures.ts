import type { LogModel } from '../artefacts.ts';
import type { Envelope } from '../ports.ts';
import { pae } from './pae.ts';
import type { RememberedCrypto } from './remembered-crypto.ts';
import { foldRoster, type Roster } from './roster.ts';
import type { Pauses } from './sliced.ts';

/** Checks one signature somewhere else: in a thread pool, by the browser. As strict as `Crypto.verify`. */
export type VerifyLater = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;

/** Signatures in flight at once: enough for every core, little enough to stop soon. */
const BATCH = 256;

/**
 * Checks the signatures of a log elsewhere and tells the good ones to `crypto`, so that the checks that follow find them known. A
 * signature that is not good here is judged again there, with its place: nothing is believed and nothing is refused here. False
 * when it was given up.
 */
export async function learnSignatures(
  log: LogModel,
  crypto: RememberedCrypto,
  later: VerifyLater,
  pauses: Pauses,
): Promise<boolean> {
  return learnFrom(foldRoster(crypto, log.roster), log.events, crypto, later, pauses);
}

/** The same for some events, by the keys of a roster that was folded already. */
export async function learnFrom(
  roster: Roster,
  events: readonly Envelope[],
  crypto: RememberedCrypto,
  later: VerifyLater,
  pauses: Pauses,
): Promise<boolean> {
  const check = async ({ payloadType, body, key, signature }: Envelope): Promise<void> => {
    const publicKey = roster.publicKey(key);
    if (!publicKey) return;
    const message = pae(payloadType, body);
    const learn = crypto.toLearn(publicKey, message, signature);
    if (learn && (await later(publicKey, message, signature))) learn();
  };
  for (let at = 0; at < events.length; at += BATCH) {
    pauses.progress?.('正在核对签名', at / events.length);
    await Promise.all(events.slice(at, at + BATCH).map(check));
    await pauses.pause();
    if (pauses.signal?.aborted) return false;
  }
  return true;
}
