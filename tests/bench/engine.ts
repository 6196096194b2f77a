/** The whole pipeline with all built-in rules: beside GNU grep -F on the same text, on drafts as they come, over twice the text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRuleSet } from '../../host/rule-files.ts';
import { exampleDraft, timeRules } from '../../rules/index.ts';
import { readLabels } from '../corpus/labels.ts';
import { costOf, figure, leastOfEach, megabytes, ms, peakMemory, rate, worked } from './figures.ts';
import { grepFor } from './grep.ts';
import { keywords, officeText } from './texts.ts';

const SLOWEST = 8;
/** Issue 3: doubling the text at most so many times the time. */
const MOST_FOR_TWICE = 2.2;
const DRAFTS = join(import.meta.dirname, '..', 'corpus', 'drafts');

/** The labelled drafts without their marks: short, and each made to hold many things that may not go out. */
const labelledDrafts = (): readonly string[] =>
  readdirSync(DRAFTS)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readLabels(readFileSync(join(DRAFTS, name), 'utf8')).text);

/**
 * Prints the rows of issue 3 about the engine. The text that is judged is made-up office prose (`officeText`): everyday words of offices at
 * random, a sixth of them rare characters, numbers here and there, in paragraphs of five sentences; it wakes recognisers in every sentence
 * and holds nearly nothing to find. The other extreme is shown beside it and not judged: the labelled drafts, each by itself, where a finding
 * stands in every other sentence and most of the time goes into telling it from what is harmless. `short`: a fiftieth of the text.
 */
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
  const cold = worked(() => void engine.scan(half));
  const words = keywords(short ? 1000 : 10_000);
  const grep = grepFor(text, words);
  const scanning = [draft, half].map((one) => costOf(() => engine.scan(one), short));
  // The compiler is done with a hundred thousand lines after some ten scans of such a text, on a busy machine later: what is judged is the
  // running program, not its warming up. The first scan of all has a row of its own.
  const enough = ([all = 0, part = 0, other = 0]: readonly number[]) => all <= Math.min(MOST_FOR_TWICE * part, other);
  const costs = [...scanning, grep?.cost ?? (() => 0)];
  const [whole = 0, halfTime = 0, grepTime = 0] = leastOfEach(costs, short ? 1 : 4, short ? {} : { enough, most: 16 });
  grep?.close();
  const faster = grepTime / whole;
  figure(
    'whole pipeline, all rules',
    rate(bytes, whole),
    grep && { text: `${faster.toFixed(2)} × grep, at least 1`, met: faster >= 1 },
    short,
  );
  figure(`GNU grep -F, ${words.length} words`, grep ? rate(bytes, grepTime) : 'not here');
  figure('the first scan of the process, half the text', rate(bytes / 2, cold));
  const doubled = whole / halfTime;
  const isLinear = { text: `at most ${MOST_FOR_TWICE} ×`, met: doubled <= MOST_FOR_TWICE };
  figure('twice the text', `${doubled.toFixed(2)} ×`, isLinear, short);
  const drafts = labelledDrafts().map((each) => exampleDraft(each));
  const size = labelledDrafts().reduce((sum, each) => sum + Buffer.byteLength(each), 0);
  const [labelled = 0] = leastOfEach([costOf(() => drafts.map((each) => engine.scan(each)), short)], short ? 1 : 4);
  figure(`${drafts.length} labelled drafts, ${megabytes(size)}, one by one`, rate(size, labelled));
  const usual = exampleDraft(officeText(10_000, 3));
  const [warm = 0] = leastOfEach([costOf(() => engine.scan(usual), short)], short ? 1 : 5);
  figure('a draft of 10 KB, warm', ms(warm), { text: 'under 20 ms', met: warm < 20 }, short);
  figure('peak memory', megabytes(peakMemory()));
  for (const { rule, milliseconds } of timeRules(engine, [draft], () => performance.now()).slice(0, SLOWEST))
    figure(`  rule ${rule}`, ms(milliseconds));
}
