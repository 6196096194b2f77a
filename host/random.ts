import type { Random } from '../review/ports.ts';
import { randomBytes } from './crypto.ts';

/** The operating system's random numbers. */
export const systemRandom: Random = { bytes: randomBytes };
