/** How the time of a whole check grows on texts made to be slow: n, 2n and 4n characters in one line, all built-in rules. */
import { readRuleSet } from '../../host/rule-files.ts';
import { exampleDraft } from '../../rules/index.ts';
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

/** Prints one row a text: time of the longest, growth of both doublings. `short`: a hundredth of the text. */
export function benchGrowth(short = false): void {
  const { engine } = readRuleSet();
  const base = short ? 1000 : 100_000;
  engine.scan(exampleDraft(officeText(60_000)));
  const growth = (times: readonly number[]): readonly [number, number] => [
    (times[1] ?? 0) / (times[0] ?? 1),
    (times[2] ?? 0) / (times[1] ?? 1),
  ];
  for (const [group, kinds] of GROUPS)
    for (const { name, make } of kinds) {
      const drafts = [1, 2, 4].map((factor) => exampleDraft(make(base * factor)));
      const costs = drafts.map((draft) => costOf(() => engine.scan(draft), short));
      const enough = (times: readonly number[]) => growth(times).every((factor) => factor <= LIMIT);
      const times = leastOfEach(costs, short ? 1 : 2, short ? {} : { enough, most: 5 });
      const [first, second] = growth(times);
      figure(
        `${group}: ${name}, ${(base * 4) / 1000} k`,
        ms(times[2] ?? 0),
        { text: `${first.toFixed(2)} ×, ${second.toFixed(2)} ×, each at most ${LIMIT}`, met: first <= LIMIT && second <= LIMIT },
        short,
      );
    }
}
