/** What an office's own list costs: a check with ten and twenty thousand listed works beside one without, in one run. */
import { readRuleSet } from '../../host/rule-files.ts';
import type { ListInForce } from '../../review/model/index.ts';
import { exampleDraft } from '../../rules/index.ts';
import { costOf, figure, leastOfEach, ms, worked } from './figures.ts';
import { listedWorks, officeText } from './texts.ts';

/** The same bound that issue 3 sets for ten times the keywords. */
const LIMIT = 1.5;

const inForce = (count: number): ListInForce => ({
  list: { kind: 'works', rows: listedWorks(count) },
  version: 1,
  digest: `works-${count}`,
  since: '2026-09-01',
});

/** Prints a row a list. `short`: lists and text of a hundredth. */
export function benchLists(short = false): void {
  const plain = readRuleSet();
  const draft = exampleDraft(officeText(short ? 20_000 : 2_000_000));
  const sizes = short ? [100, 200] : [10_000, 20_000];
  const engines = [plain.engine];
  for (const size of sizes) {
    const loading = worked(() => void engines.push(plain.withLists([inForce(size)]).engine));
    figure(`taking a list of ${size} works into force`, ms(loading));
  }
  for (const engine of engines) engine.scan(draft);
  const [without = 0, ...withList] = leastOfEach(
    engines.map((engine) => costOf(() => engine.scan(draft), short)),
    short ? 1 : 6,
  );
  figure('a check without a list', ms(without));
  sizes.forEach((size, at) => {
    const ratio = (withList[at] ?? 0) / without;
    figure(
      `a check with ${size} works`,
      ms(withList[at] ?? 0),
      { text: `${ratio.toFixed(2)} ×, at most ${LIMIT}`, met: ratio <= LIMIT },
      short,
    );
  });
}
