import type { Finding } from '../../review/model/index.ts';
import { stricter } from './level-rank.ts';

const length = (finding: Finding) => finding.end - finding.start;
const byPlace = (a: Finding, b: Finding): number =>
  a.piece - b.piece || a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1);

/** As in settle.ts: what a person must look at, then the longer span, then the surer one. */
function outweighs(a: Finding, b: Finding): boolean {
  const counts = Number(a.level !== 'notice') - Number(b.level !== 'notice');
  if (counts !== 0) return counts > 0;
  if (length(a) !== length(b)) return length(a) > length(b);
  return a.confidence > b.confidence;
}

function merged(kept: Finding, other: Finding): Finding {
  const labels = new Set(kept.evidence.map(({ label }) => label));
  const evidence = [...kept.evidence, ...other.evidence.filter(({ label }) => !labels.has(label))];
  return { ...kept, evidence, level: stricter(kept.level, other.level), confidence: Math.max(kept.confidence, other.confidence) };
}

/** The findings of one category and piece, in order; nothing in it overlaps. */
class Places {
  readonly #lists = new Map<string, Finding[]>();
  readonly #from = new Map<string, number>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) {
      const key = `${finding.category},${finding.piece}`;
      const list = this.#lists.get(key);
      if (list) list.push(finding);
      else this.#lists.set(key, [finding]);
    }
  }

  /** Those that a finding overlaps; asked in order of place, so that nobody is looked at twice. */
  meeting(finding: Finding): readonly Finding[] {
    const key = `${finding.category},${finding.piece}`;
    const list = this.#lists.get(key) ?? [];
    let at = this.#from.get(key) ?? 0;
    while (at < list.length && (list[at]?.end ?? 0) <= finding.start) at++;
    this.#from.set(key, at);
    let behind = at;
    while (behind < list.length && (list[behind]?.start ?? 0) < finding.end) behind++;
    return list.slice(at, behind);
  }
}

/**
 * Puts the findings of an office's own packs, which were found apart, beside those of the program: the settle step's rule, on findings.
 * Inside a category two that overlap become one: the weightier stands (on the same span the program's), with both grounds and the
 * stricter level, so that an own rule can sharpen what the program says and never soften it. Both lists are settled in themselves and
 * in order of place; so is the answer.
 */
export function mergeFindings(program: readonly Finding[], own: readonly Finding[]): readonly Finding[] {
  if (own.length === 0) return program;
  const places = new Places(program);
  /** What stands in the place of a finding of the program; undefined: it has gone into one of the office's. */
  const now = new Map<Finding, Finding | undefined>(program.map((finding) => [finding, finding]));
  const added: Finding[] = [];
  for (const finding of own) {
    const meets = places.meeting(finding).filter((other) => now.get(other));
    if (meets.every((other) => outweighs(finding, other))) {
      added.push(meets.reduce(merged, finding));
      for (const other of meets) now.set(other, undefined);
      continue;
    }
    for (const other of meets) {
      const kept = now.get(other);
      if (kept) now.set(other, merged(kept, finding));
    }
  }
  return [...[...now.values()].filter((finding) => finding !== undefined), ...added].sort(byPlace);
}
