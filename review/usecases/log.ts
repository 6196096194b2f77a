import { learnSignatures } from '../chain/learn-signatures.ts';
import { finishWithPauses } from '../chain/sliced.ts';
import { verifySteps } from '../chain/verify.ts';
import { ok } from '../model/index.ts';
import { asJob, CHECK_CANCELLED, pausesOf } from './checked-journal.ts';
import type { Feature } from './handler.ts';

export const log: Feature<'log.verify'> = {
  'log.verify': (parts, { job, codes, root }) =>
    asJob(parts, job, async (control) => {
      const { store, background } = parts.ports;
      const pauses = pausesOf(parts, control);
      const model = { roster: store.roster(), events: store.events() };
      const paper = { ...(codes ? { codes } : {}), ...(root === undefined ? {} : { root }) };
      const learnt = await learnSignatures(model, parts.crypto, background.verify, pauses);
      const report = learnt
        ? await finishWithPauses(verifySteps(model, parts.crypto, { ...paper, sealed: false }), pauses)
        : undefined;
      return report ? ok(report) : CHECK_CANCELLED;
    }),
};
