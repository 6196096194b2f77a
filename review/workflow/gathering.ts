/**
 * 汇聚 (保密法 36; civil-defence-terms.md §13): facts that were harmless one by one show a work when they come together. What was
 * released about a work in other cases is held against what the present draft says of the same work. Pure.
 */
import type { Category, Finding } from '../model/index.ts';

/** One attribute of one work that has gone out. */
export interface PublishedFact {
  readonly case: string;
  /** 审查编号. */
  readonly number: string;
  /** Civil date of the release. */
  readonly on: string;
  /** Name of the work, as written there. */
  readonly work: string;
  readonly category: Category;
  readonly text: string;
}

const WORDS_OF_KIND =
  /(?:人民防空|人防|民防|防空|单建|结建|附建|建设|新建|改造|加固|地下室|地下|车库|工程|项目|小区|地块|名称|[的及()（）“”"'《》〈〉·、,，.\s-])/g;

/** Names that say the same work: 滨河花园二期人防工程, “滨河花园”（二期）防空地下室. Empty when nothing of its own is left. */
export function workKey(name: string): string {
  const key = name.normalize('NFKC').replace(WORDS_OF_KIND, '').toLowerCase();
  return key.length > 1 ? key : '';
}

/** What the findings of a released version gave away: all that stand in it, but those that people called 误报. */
export function publishedFacts(
  released: Pick<PublishedFact, 'case' | 'number' | 'on'>,
  findings: readonly Finding[],
): readonly PublishedFact[] {
  return findings.flatMap(({ work, category, text }) => (work === undefined ? [] : [{ ...released, work, category, text }]));
}

/** By work, so that one look finds what went out about it. */
export function byWork(facts: Iterable<PublishedFact>): ReadonlyMap<string, readonly PublishedFact[]> {
  const works = new Map<string, PublishedFact[]>();
  for (const fact of facts) {
    const key = workKey(fact.work);
    if (key === '') continue;
    const list = works.get(key);
    if (list) list.push(fact);
    else works.set(key, [fact]);
  }
  return works;
}

/**
 * What is already out about the finding's work in other cases and is another attribute than this one: with it the draft adds a
 * further attribute to a known work. One fact a case and category, oldest first.
 */
export function gatheredWith(
  finding: Finding,
  caseId: string,
  works: ReadonlyMap<string, readonly PublishedFact[]>,
): readonly PublishedFact[] {
  if (finding.work === undefined) return [];
  const seen = new Set<string>();
  return (works.get(workKey(finding.work)) ?? [])
    .filter((fact) => fact.case !== caseId && fact.category !== finding.category)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .filter(({ case: from, category }) => {
      const known = seen.has(`${from} ${category}`);
      seen.add(`${from} ${category}`);
      return !known;
    });
}
