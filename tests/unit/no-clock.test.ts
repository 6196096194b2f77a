import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const tests = join(import.meta.dirname, '..');
const CLOCKS = ['performance', 'hrtime', 'cpuUsage'].map((word) => new RegExp(`\\b${word}(\\.now)?\\(`));

test('no test is judged by a clock: time is measured by the benchmarks', () => {
  const files = globSync('{unit,corpus,faults}/**/*.test.ts', { cwd: tests });
  expect(files.length).toBeGreaterThan(50);
  const timed = files.filter((file) => {
    const text = readFileSync(join(tests, file), 'utf8');
    return CLOCKS.some((clock) => clock.test(text));
  });
  expect(timed).toEqual([]);
});
