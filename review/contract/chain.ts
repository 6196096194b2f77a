/** The sign-off chain, the release and what was published. */
import { z } from 'zod';
import { CHANNELS, STEPS } from '../model/index.ts';
import type { CaseView } from './case-view.ts';
import { civilDate, id, keys, line, pin } from './shapes.ts';

export const chainInputs = {
  'chain.sign': z.object({
    case: id,
    step: keys(STEPS),
    opinion: line(500).min(1),
    /** 同意部分公开: what stays unpublished and on which ground; left out for 同意公开. */
    partly: line(500).min(1).optional(),
    pin,
  }),
  'chain.return': z.object({ case: id, reason: line(500).min(1), pin }),
  'chain.refuse': z.object({ case: id, reason: line(500).min(1), basis: line(100).min(1), pin }),
  /** The whole journal is checked first; `job` to watch and to cancel that. */
  'release.register': z.object({ case: id, pin, job: id.optional() }),
  'publish.record': z.object({ case: id, channel: keys(CHANNELS), address: line(300).min(1), publishedOn: civilDate }),
} as const;

export interface ChainOutputs {
  'chain.sign': CaseView;
  'chain.return': CaseView;
  'chain.refuse': CaseView;
  'release.register': CaseView;
  'publish.record': CaseView;
}
