/** How time grows with n, 2n, 4n: a whole check on texts made to be slow, one line each; comparing versions; merging findings. */
import { readRuleSet } from '../../host/rule-files.ts';
import type { Finding } from '../../review/model/index.ts';
import { paragraphChanges } from '../../review/workflow/text-difference.ts';
import { exampleDraft, mergeFindings } from '../../rules/index.ts';
import { costOf, figure, leastOfEach, ms } from './figures.ts';
import { HOSTILE, HOSTILE_COMMAND, HOSTILE_PERSONAL, HOSTILE_WORKS, type HostileText, officeText } from './texts.ts';

/** Issue 3: doubling the text at most so many times the time. */
const LIMIT = 2.2;
const GROUPS: readonly (readonly [string, readonly HostileText[]])[] = [
  ['plain', [{ name: 'office prose', make: (characters) => officeText(characters * 3).slice(0, characters) }]],
  ['any engine', HOSTILE],
  ['command', HOSTILE_COMMAND],
  ['personal', HOSTILE_PERSONAL],
  ['works', HOSTILE_WORKS],
];

const growth = (times: readonly number[]): readonly [number, number] => [
  (times[1] ?? 0) / (times[0] ?? 1),
  (times[2] ?? 0) / (times[1] ?? 1),
];

/** Two versions of a draft: every hundredth paragraph changed; the other way round, nothing in common. */
const lines = (count: number, first: number) => Array.from({ length: count }, (_, at) => `第${first + at}项工作已经完成。`);
const versions = (one: readonly string[], other: readonly string[]) => {
  const drafts = [exampleDraft(one.join('\n')), exampleDraft(other.join('\n'))] as const;
  return () => paragraphChanges(...drafts);
};
/** Findings by the thousand that touch one another, as a careless rule of an office makes them. */
function findings(rule: string, count: number, shift: number): readonly Finding[] {
  const words = { title: rule, reason: '', evidence: [], basis: [], suggestion: '', advice: '' };
  return Array.from({ length: count }, (_, at): Finding => {
    const place = { piece: 0, start: at * 4 + shift, end: at * 4 + shift + 2, text: '某某' };
    return { id: `${rule} ${at}`, rule, category: 'internal-work', level: 'review', confidence: 0.7, ...place, ...words };
  });
}
const OTHER: readonly { readonly name: string; readonly size: number; readonly make: (size: number) => () => unknown }[] = [
  {
    name: 'comparing versions, few changes',
    size: 3000,
    make: (size) =>
      versions(
        lines(size, 0),
        lines(size, 0).map((line, at) => (at % 100 === 7 ? `${line}另行通知。` : line)),
      ),
  },
  { name: 'comparing versions, nothing in common', size: 1000, make: (size) => versions(lines(size, 0), lines(size, 50_000)) },
  {
    name: 'merging the findings of an office',
    size: 20_000,
    make: (size) => {
      const [program, own] = [findings('program', size, 0), findings('own', size, 1)];
      return () => mergeFindings(program, own);
    },
  },
];

/** Prints one row a text: time of the longest, growth of both doublings. `short`: a hundredth of the text. */
export function benchGrowth(short = false): void {
  const { engine } = readRuleSet();
  const base = short ? 1000 : 100_000;
  engine.scan(exampleDraft(officeText(60_000)));
  for (const [group, kinds] of GROUPS)
    for (const { name, make } of kinds) {
      const drafts = [1, 2, 4].map((factor) => exampleDraft(make(base * factor)));
      row(
        `${group}: ${name}, ${(base * 4) / 1000} k`,
        drafts.map((draft) => () => engine.scan(draft)),
        short,
      );
    }
  for (const { name, make, size } of OTHER)
    row(
      `other: ${name}`,
      [1, 2, 4].map((factor) => make(short ? 4 * factor : size * factor)),
      short,
    );
}

function row(name: string, works: readonly (() => unknown)[], short: boolean): void {
  const costs = works.map((work) => costOf(work, short));
  const enough = (times: readonly number[]) => growth(times).every((factor) => factor <= LIMIT);
  const times = leastOfEach(costs, short ? 1 : 2, short ? {} : { enough, most: 12 });
  const [first, second] = growth(times);
  figure(
    name,
    ms(times[2] ?? 0),
    { text: `${first.toFixed(2)} ×, ${second.toFixed(2)} ×, each at most ${LIMIT}`, met: first <= LIMIT && second <= LIMIT },
    short,
  );
}
