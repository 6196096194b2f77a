import type { Recogniser } from '../model.ts';

/** All recognisers, one line each; a rule names them by `id`. */
export const RECOGNISERS: readonly Recogniser[] = [];
