import type { Found } from './found.ts';
import type { Reading } from './reading.ts';

/** How much of the clause before and after a value belongs to its identity. */
const BEFORE = 8;
const AFTER = 4;
/** What changes when neighbours are masked in the next version; it must not change the identity of what stayed. */
const VOLATILE = /[0-9*×〇xX某 ]/g;

function surroundings(reading: Reading, found: Found): string {
  const { scene } = reading;
  const piece = scene.pieceAt(found.start);
  const reader = piece.visible ? '' : '隐';
  if (piece.cell) return `${reader}表|${piece.cell.header}|${piece.cell.column}`;
  const clause = { start: scene.clause(found.start).start, end: scene.clause(found.end).end };
  const before = scene.text.slice(Math.max(clause.start, found.start - 4 * BEFORE), found.start).replace(VOLATILE, '');
  const after = scene.text.slice(found.end, Math.min(clause.end, found.end + 4 * AFTER)).replace(VOLATILE, '');
  return `${reader}${before.slice(-BEFORE)}|${after.slice(0, AFTER)}`;
}

/**
 * Identity of a finding over versions of a draft: rule, normalised value, and the clause round it (the column in a table). Repeats of
 * the same are told apart by their order. 32 lower-case hex digits.
 */
export class Fingerprints {
  readonly #counts = new Map<string, number>();

  of(reading: Reading, found: Found): string {
    const base = `${found.planned.rule.id}\n${found.value}\n${surroundings(reading, found)}`;
    const repeat = this.#counts.get(base) ?? 0;
    this.#counts.set(base, repeat + 1);
    return hash128(repeat === 0 ? base : `${base}\n${repeat}`);
  }
}

const SEEDS = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35] as const;
const PRIMES = [0x01000193, 0x27d4eb2d, 0x165667b1, 0x5bd1e995] as const;

/**
 * Four FNV-like lanes of 32 bits, mixed at the end. Spreads well enough that two findings of an office's lifetime do not meet; it is no
 * protection against anybody: nothing that must not be forged or guessed may rest on it (events carry SHA-256, made by the host).
 */
export function hash128(text: string): string {
  const lanes = SEEDS.map((seed) => seed | 0);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    for (let lane = 0; lane < 4; lane++) {
      const mixed = Math.imul((lanes[lane] as number) ^ code, PRIMES[lane] as number);
      lanes[lane] = ((mixed << 13) | (mixed >>> 19)) ^ (mixed >>> 7);
    }
  }
  let carry = text.length;
  let digits = '';
  for (const lane of lanes) {
    carry = finish(lane ^ carry);
    digits += (carry >>> 0).toString(16).padStart(8, '0');
  }
  return digits;
}

function finish(lane: number): number {
  let mixed = lane;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
