import { expect, test } from 'vitest';
import { nextStep } from '../../../renderer/screens/desk/wordSteps.ts';

test('a cursor goes over whole characters, or whole words, and stops at both ends', () => {
  const text = '洞口𠮷在北侧';
  expect([
    nextStep(text, 2, true, false),
    nextStep(text, 4, false, false),
    nextStep(text, 0, true, true),
    nextStep(text, 7, true, false),
    nextStep(text, 0, false, true),
  ]).toEqual([4, 2, 2, 7, 0]);
});
