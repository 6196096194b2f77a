import type { Background } from '../review/ports.ts';
import { verifyLater } from './crypto.ts';

/** The thread pool of Node, and the event loop. */
export const background: Background = {
  verify: verifyLater,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
};
