import { LEVEL_ORDER, type Level } from '../../review/model/index.ts';

/** Weakest first: 0 for a notice. */
export const levelRank = (level: Level): number => LEVEL_ORDER.indexOf(level);

/** The stricter of two levels. */
export const stricter = (a: Level, b: Level): Level => (levelRank(a) >= levelRank(b) ? a : b);
