import type { PaperProofs } from '../chain/anchorage.ts';
import { learnSignatures } from '../chain/learn-signatures.ts';
import { rememberedCrypto } from '../chain/remembered-crypto.ts';
import { finishWithPauses } from '../chain/sliced.ts';
import { verifySteps } from '../chain/verify.ts';
import type { VerifyReport } from '../contract.ts';
import { ok, type Result } from '../model/index.ts';
import type { JobControl } from '../ports.ts';
import { asJob, CHECK_CANCELLED, pausesOf } from './checked-journal.ts';
import type { DeskParts } from './desk-parts.ts';
import type { Feature } from './handler.ts';

export const log: Feature<'log.verify'> = {
  'log.verify': (parts, { job, codes, root }) =>
    asJob(parts, job, (control) =>
      verifiedNow(parts, control, { ...(codes ? { codes } : {}), ...(root === undefined ? {} : { root }) }),
    ),
};

/** The whole log verified anew. Code: cancelled. */
export async function verifiedNow(parts: DeskParts, control: JobControl, paper: PaperProofs): Promise<Result<VerifyReport>> {
  const { store, background } = parts.ports;
  const pauses = pausesOf(parts, control);
  const model = { roster: store.roster(), events: store.events(), forks: store.forks() };
  // Nothing is taken as known: whoever asks for this check wants every signature looked at again.
  const crypto = rememberedCrypto(parts.ports.crypto);
  const learnt = await learnSignatures(model, crypto, background.verify, pauses);
  const report = learnt
    ? await finishWithPauses(verifySteps(model, crypto, { ...paper, ws: store.head().ws, sealed: false }), pauses)
    : undefined;
  return report ? ok(report) : CHECK_CANCELLED;
}
