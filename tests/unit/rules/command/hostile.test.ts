import { describe, expect, it } from 'vitest';
import { exampleDraft } from '../../../../rules/engine/example-draft.ts';
import { ENGINE } from './command-engine.ts';

const SIZE = 20_000;
const filled = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const milliseconds = (text: string) => {
  const started = performance.now();
  ENGINE.scan(exampleDraft(text));
  return performance.now() - started;
};

describe('texts made to be slow', () => {
  it.each([
    '疏散经沿往至',
    '目标为某某大桥、',
    '秘密★密〔',
    '频率1.5兆、',
    '待后拟尚未不得',
    '((((疏散))))',
    '10.1.1.1',
    '内部注意保密',
  ])('cost time in proportion to their length: %s', (unit) => {
    const best = (size: number) => Math.min(...[1, 2, 3].map(() => milliseconds(filled(unit, size))));
    const once = best(SIZE);
    // Generous: the machine is shared; a quadratic reading would be near four.
    expect(best(SIZE * 2) / Math.max(once, 40)).toBeLessThan(3);
  });
});
