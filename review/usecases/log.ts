import { verifyParts } from '../chain/verify.ts';
import { ok } from '../model/index.ts';
import type { Feature } from './handler.ts';

export const log: Feature<'log.verify'> = {
  'log.verify': (parts) => {
    const { store, crypto } = parts.ports;
    return ok(verifyParts({ roster: store.roster(), events: store.events() }, crypto));
  },
};
