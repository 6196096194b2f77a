import { expect, test } from 'vitest';
import { nextZoom } from '../../../electron/zoom.ts';

const after = (from: number, change: 'in' | 'out', times: number): number => {
  let factor = from;
  for (let turn = 0; turn < times; turn += 1) factor = nextZoom(factor, change);
  return factor;
};

test('text grows to twice and shrinks to four fifths, never further, and comes back to its size exactly', () => {
  expect([after(1, 'in', 50), after(1, 'out', 50), after(after(1, 'in', 3), 'out', 3), nextZoom(1.7, 'reset')]).toEqual([
    2, 0.8, 1, 1,
  ]);
});
