/** What happens to packages on their way: lost, repeated, late, forged. Nothing forged may ever be taken in. */
import { expect } from 'vitest';
import type { Parts, Station } from './exchange-office.ts';
import type { randomOf } from './random-of.ts';

type Chance = ReturnType<typeof randomOf>;

/** A package with one byte of one part changed. */
function forged(parts: Parts, chance: Chance): Parts {
  const names = [...parts.keys()].filter((name) => (parts.get(name)?.length ?? 0) > 0);
  const name = names[chance(names.length)] ?? '';
  const bytes = Uint8Array.from(parts.get(name) ?? []);
  const at = chance(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8));
  return new Map(parts).set(name, bytes);
}

/** One package goes on its way, or is lost; `older` gathers what was ever sent. */
export function deliver(from: Station, to: Station, older: Parts[], chance: Chance): void {
  const parts = from.pack();
  older.push(parts);
  const lost = chance(5) === 0;
  if (chance(5) === 0) {
    const before = to.ids;
    expect(to.take(forged(parts, chance))).not.toBe('ok');
    expect(to.ids).toEqual(before);
  }
  if (lost) return;
  // Now and then an old one comes again, or comes late.
  if (chance(4) === 0) to.take(older[chance(older.length)] ?? parts);
  to.take(parts);
  if (chance(4) === 0) expect([to.take(parts), to.ids]).toEqual(['ok', to.ids]);
}

/** Everybody hands everything to everybody. */
export function settle(stations: readonly Station[]): void {
  for (let round = 0; round < 2; round++) {
    for (const from of stations.filter(({ own }) => own.length > 0)) {
      const parts = from.pack();
      for (const to of stations) if (to !== from) to.take(parts);
    }
  }
}
