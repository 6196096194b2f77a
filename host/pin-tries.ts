/**
 * Counts failed PIN checks of one key in a file. The count goes up, durably, before a PIN is checked and back to 0 after a right
 * one, so that pulling the plug at the right moment gives nobody a free try. A missing or unreadable count is a locked key:
 * deleting the file must not give ten new tries.
 */
import { readFileSync } from 'node:fs';
import { writeDurably } from '../db/durable-file.ts';

export const TRIES = 10;

export interface PinTries {
  /** Failures so far; `TRIES` when locked. */
  used(): number;
  set(used: number): void;
}

export function pinTriesIn(path: string): PinTries {
  return {
    used() {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error) return TRIES;
        throw error;
      }
      return /^\d{1,2}\n$/.test(text) ? Math.min(Number(text), TRIES) : TRIES;
    },
    set: (used) => writeDurably(path, `${used}\n`),
  };
}
