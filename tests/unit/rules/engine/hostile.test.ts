import { describe, expect, test } from 'vitest';
import { readRuleSet } from '../../../../host/rule-files.ts';
import { HOSTILE, HOSTILE_COMMAND, HOSTILE_PERSONAL, HOSTILE_WORKS, keywords, officeText } from '../../../bench/texts.ts';
import { shortOrLong } from '../../../short-or-long.ts';
import { draftFromText } from '../draft-from-text.ts';
import { rule, tryEngine } from '../try-engine.ts';

const { engine } = readRuleSet();
const KINDS = [...HOSTILE, ...HOSTILE_COMMAND, ...HOSTILE_PERSONAL, ...HOSTILE_WORKS];
const PHONE = '信访人手机：13900000011。';

// A hang is caught by the runner's own limit; how the time grows with the length is measured by tests/bench/growth.ts.
describe('hostile texts', () => {
  test.each(KINDS.map(({ name, make }) => [name, make] as const))(
    'neither stop the reading nor hide what stands before and after: %s',
    (_name, make) => {
      const draft = draftFromText(`${PHONE}\n${make(shortOrLong(30_000, 300_000))}\n${PHONE}`);
      const found = engine.scan(draft).findings.filter(({ text }) => text === '13900000011');
      expect(found.map(({ piece }) => piece)).toEqual([0, 2]);
    },
  );
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
