import type { Recogniser } from '../model.ts';
import { COMMAND_RECOGNISERS } from './command/index.ts';
import { PERSONAL_RECOGNISERS } from './personal/index.ts';
import { WORK_RECOGNISERS } from './works/index.ts';

/** All recognisers, one line each; a rule names them by `id`. */
export const RECOGNISERS: readonly Recogniser[] = [...COMMAND_RECOGNISERS, ...PERSONAL_RECOGNISERS, ...WORK_RECOGNISERS];
