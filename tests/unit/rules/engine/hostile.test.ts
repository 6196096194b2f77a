import { describe, expect, test } from 'vitest';
import { readRuleSet } from '../../../../host/rule-files.ts';
import { HOSTILE, keywords, officeText } from '../../../bench/texts.ts';
import { draftFromText } from '../draft-from-text.ts';
import { rule, tryEngine } from '../try-engine.ts';

const { engine } = readRuleSet();

/** Fastest of three runs: other work on the machine only ever adds time. */
function fastest(text: string): number {
  const draft = draftFromText(text);
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      engine.scan(draft);
      return performance.now() - start;
    }),
  );
}

describe('hostile texts', () => {
  test.each(HOSTILE.map(({ name, make }) => [name, make] as const))(
    'four times the text takes about four times the time: %s',
    (_name, make) => {
      fastest(make(50_000));
      const quarter = fastest(make(100_000));
      const whole = fastest(make(400_000));
      // Linear is 4, quadratic 16. The bench measures the goal; short times drown in noise.
      expect(whole).toBeLessThan(Math.max(8 * quarter, 200));
    },
  );

  test('a megabyte of any of them is done in seconds', () => {
    const start = performance.now();
    for (const { make } of HOSTILE) engine.scan(draftFromText(make(350_000)));
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

describe('long lists', () => {
  test('an office list of twenty thousand names is found like brute force finds it', () => {
    const words = keywords(20_000);
    const text = officeText(60_000).replaceAll('\n', '');
    const { engine: listed } = tryEngine([rule('list', { keywords: words })]);
    const found = listed.scan(draftFromText(text), {}).findings.length;
    const touched = new Uint8Array(text.length);
    for (const word of words)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) touched.fill(1, at, at + word.length);
    const covered = new Uint8Array(text.length);
    for (const finding of listed.scan(draftFromText(text)).findings) covered.fill(1, finding.start, finding.end);
    const missed = text.split('').filter((_, at) => touched[at] === 0 && covered[at] === 1).length;
    expect([found > 0, missed]).toEqual([true, 0]);
  });
});
