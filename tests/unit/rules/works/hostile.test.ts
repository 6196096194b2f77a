import { describe, expect, it } from 'vitest';
import { HOSTILE_WORKS } from '../../../bench/texts.ts';
import { shortOrLong } from '../../../short-or-long.ts';
import { counted } from './works-engine.ts';

const FACT = '云溪花园人防工程核6常6。';

// A hang is caught by the runner's own limit; how the time grows with the length is measured by tests/bench/growth.ts.
describe('hostile text', () => {
  it.each(HOSTILE_WORKS.map(({ name, make }) => [name, make] as const))(
    'is read to its end, and what stands before and after is found: %s',
    (_name, make) => {
      const found = counted(`${FACT}\n${make(shortOrLong(20_000, 100_000))}\n${FACT}`);
      expect([found[0], found.at(-1)]).toEqual(['protection-level:核6常6', 'protection-level:核6常6']);
    },
  );
});
