/** The whole pipeline with all built-in rules: beside GNU grep -F on the same text, on a usual draft, over twice the text. */
import { readRuleSet } from '../../host/rule-files.ts';
import { exampleDraft, timeRules } from '../../rules/index.ts';
import { costOf, figure, leastOfEach, megabytes, ms, peakMemory, rate, worked } from './figures.ts';
import { grepFor } from './grep.ts';
import { keywords, officeText } from './texts.ts';

const SLOWEST = 8;

/** Prints the rows of issue 3 about the engine. `short`: a fiftieth of the text. */
export function benchEngine(short = false): void {
  const text = officeText(short ? 100_000 : 5_000_000);
  const bytes = Buffer.byteLength(text);
  figure('text', megabytes(bytes));
  let rules = readRuleSet();
  const loading = worked(() => {
    rules = readRuleSet();
  });
  const { engine } = rules;
  figure('loading the rules', ms(loading));
  const draft = exampleDraft(text);
  const half = exampleDraft(text.slice(0, text.length / 2));
  engine.scan(half);
  const words = keywords(short ? 1000 : 10_000);
  const grep = grepFor(text, words);
  const scanning = [draft, half].map((one) => costOf(() => engine.scan(one), short));
  const [whole = 0, halfTime = 0, grepTime = 0] = leastOfEach([...scanning, grep?.cost ?? (() => 0)], short ? 1 : 4);
  grep?.close();
  const faster = grepTime / whole;
  figure(
    'whole pipeline, all rules',
    rate(bytes, whole),
    grep && { text: `${faster.toFixed(2)} × grep, at least 1`, met: faster >= 1 },
    short,
  );
  figure(`GNU grep -F, ${words.length} words`, grep ? rate(bytes, grepTime) : 'not here');
  const doubled = whole / halfTime;
  figure('twice the text', `${doubled.toFixed(2)} ×`, { text: 'at most 2.2 ×', met: doubled <= 2.2 }, short);
  const usual = exampleDraft(officeText(10_000, 3));
  const [warm = 0] = leastOfEach([costOf(() => engine.scan(usual), short)], short ? 1 : 5);
  figure('a draft of 10 KB, warm', ms(warm), { text: 'under 20 ms', met: warm < 20 }, short);
  figure('peak memory', megabytes(peakMemory()));
  for (const { rule, milliseconds } of timeRules(engine, [draft], () => performance.now()).slice(0, SLOWEST))
    figure(`  rule ${rule}`, ms(milliseconds));
}
