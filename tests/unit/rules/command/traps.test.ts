import { describe, expect, it } from 'vitest';
import { counting } from './command-engine.ts';
import { TRAPS } from './trap-sentences.ts';

describe('public sentences that only look like findings', () => {
  it.each(TRAPS)('trap %i raises nothing that counts: %s', (_number, sentence) => {
    expect(counting(sentence)).toEqual([]);
  });

  it('stays silent when all of them stand in one draft of an office', () => {
    const draft = ['岚湖市人民防空办公室年度工作报告', ...TRAPS.map(([, sentence]) => sentence)].join('\n');
    expect(counting(draft)).toEqual([]);
  });
});
