import { CATEGORY_BIT } from './category-bit.ts';
import type { Found } from './found.ts';
import { stricter } from './level-rank.ts';
import type { Reading } from './reading.ts';

const length = (found: Found) => found.end - found.start;

/** A refusal comes first, then what a person must look at, then the longer span, then the surer one. */
function byWeight(a: Found, b: Found): number {
  const refuses = Number(b.planned.rule.refuses) - Number(a.planned.rule.refuses);
  const counts = Number(b.level !== 'notice') - Number(a.level !== 'notice');
  if (refuses || counts) return refuses || counts;
  if (length(a) !== length(b)) return length(b) - length(a);
  if (a.confidence !== b.confidence) return b.confidence - a.confidence;
  return a.start - b.start || (a.planned.rule.id < b.planned.rule.id ? -1 : 1);
}

/** What stands when two say the same: one span, both grounds, the stricter level. */
function merged(kept: Found, other: Found): Found {
  const labels = new Set(kept.evidence.map((fact) => fact.label));
  const evidence = [...kept.evidence, ...other.evidence.filter((fact) => !labels.has(fact.label))];
  return { ...kept, evidence, level: stricter(kept.level, other.level), confidence: Math.max(kept.confidence, other.confidence) };
}

/**
 * Overlaps inside one category become one finding, the weightiest; categories never touch each other. Order of the result: by place.
 * One bit per category and character keeps it linear however many candidates a hostile text makes.
 */
export function settle(reading: Reading, founds: readonly Found[]): readonly Found[] {
  const taken = new Uint16Array(reading.scene.text.length);
  const kept = new Map<string, Found>();
  for (const found of [...founds].sort(byWeight)) {
    const { category } = found.planned.rule;
    const bit = CATEGORY_BIT[category];
    const key = `${category},${found.start},${found.end}`;
    const twin = kept.get(key);
    if (twin) {
      kept.set(key, merged(twin, found));
      continue;
    }
    if (isTaken(taken, found, bit)) {
      reading.passOver(found.planned, found, () => '与同类的另一处发现重叠，已并入');
      continue;
    }
    for (let at = found.start; at < found.end; at++) taken[at] = (taken[at] as number) | bit;
    kept.set(key, found);
  }
  return [...kept.values()].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.planned.rule.id < b.planned.rule.id ? -1 : 1),
  );
}

function isTaken(taken: Uint16Array, found: Found, bit: number): boolean {
  for (let at = found.start; at < found.end; at++) if (((taken[at] as number) & bit) !== 0) return true;
  return false;
}
