import { describe, expect, it } from 'vitest';
import { personalFindings } from './personal-engine.ts';

const KINDS: Readonly<Record<string, (length: number) => string>> = {
  'only digits': (length) => '1234567890'.repeat(length / 10),
  'digits with blanks': (length) => '1 38 5'.repeat(length / 6),
  'only 住': (length) => '住'.repeat(length),
  'labels without values': (length) => '身份证号手机住址患病'.repeat(length / 10),
  'names without an end': (length) => '当事人周敏华反映'.repeat(length / 8),
  'Chinese digits': (length) => '一三九八七六'.repeat(length / 6),
};

const milliseconds = (text: string) => {
  const started = performance.now();
  personalFindings(text);
  return performance.now() - started;
};

describe('hostile text', () => {
  it.each(Object.keys(KINDS))('%s: twice the text is not four times the work', { timeout: 60_000 }, (kind) => {
    const make = KINDS[kind];
    if (!make) throw new Error(kind);
    milliseconds(make(6_000));
    const least = (length: number) => Math.min(...[1, 2, 3].map(() => milliseconds(make(length))));
    const once = least(30_000);
    const twice = least(60_000);
    // The floor keeps the noise of a shared machine out of runs of a few milliseconds.
    expect(twice).toBeLessThan(Math.max(150, once) * 3);
  });
});
