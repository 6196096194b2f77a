import { describe, expect, it } from 'vitest';
import { worksFindings } from './works-engine.ts';

const KINDS: Readonly<Record<string, (length: number) => string>> = {
  'only 核': (length) => '核'.repeat(length),
  'grades without an end': (length) => '人防核6级常6级'.repeat(length / 8),
  'only digits': (length) => '1234567890'.repeat(length / 10),
  'nested brackets': (length) => `人防${'（'.repeat(length)}`,
  'places without an end': (length) => '人防位于东侧楼顶'.repeat(length / 8),
  'sizes without an end': (length) => '掩蔽面积五十人防'.repeat(length / 8),
};

const milliseconds = (text: string) => {
  const started = performance.now();
  worksFindings(text);
  return performance.now() - started;
};

describe('hostile text', () => {
  it.each(Object.keys(KINDS))('%s: twice the text is not four times the work', { timeout: 120_000 }, (kind) => {
    const make = KINDS[kind];
    if (!make) throw new Error(kind);
    milliseconds(make(6_000));
    const least = (length: number) => Math.min(milliseconds(make(length)), milliseconds(make(length)));
    const once = least(40_000);
    const twice = least(80_000);
    // The floor keeps the noise of a shared machine out of runs of a few milliseconds.
    expect(twice).toBeLessThan(Math.max(80, once) * 3);
  });
});
