import { describe, expect, it } from 'vitest';
import { HOSTILE_COMMAND } from '../../../bench/texts.ts';
import { shortOrLong } from '../../../short-or-long.ts';
import { counting } from './command-engine.ts';

const FACT = '战备电台守听频率4865千赫。';

// A hang is caught by the runner's own limit; how the time grows with the length is measured by tests/bench/growth.ts.
describe('texts made to be slow', () => {
  it.each(HOSTILE_COMMAND.map(({ name, make }) => [name, make] as const))(
    'are read to their end, and what stands before and after is found: %s',
    (_name, make) => {
      const found = counting(`${FACT}\n${make(shortOrLong(20_000, 100_000))}\n${FACT}`);
      expect([found[0], found.at(-1)]).toEqual(['4865千赫', '4865千赫']);
    },
  );
});
