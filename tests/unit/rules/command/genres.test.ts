import { describe, expect, it } from 'vitest';
import { counting } from './command-engine.ts';
import { FOUND as LINKS, SILENT as NO_LINKS } from './link-sentences.ts';
import { FOUND as MARKS, SILENT as NO_MARKS } from './mark-sentences.ts';
import { SILENT as NO_PLANS, FOUND as PLANS } from './plan-sentences.ts';
import { SILENT as NO_REMARKS, FOUND as REMARKS } from './remark-sentences.ts';
import { SILENT as NO_TALK, FOUND as TALK } from './talk-sentences.ts';

const GROUPS = [
  { name: 'internal remarks', found: REMARKS, silent: NO_REMARKS },
  { name: 'plans, teams and targets', found: PLANS, silent: NO_PLANS },
  { name: 'radio, links and equipment', found: LINKS, silent: NO_LINKS },
  { name: 'marks', found: MARKS, silent: NO_MARKS },
  { name: 'talk of those who know', found: TALK, silent: NO_TALK },
];

describe.each(GROUPS)('$name in many genres', ({ found, silent }) => {
  it.each(found)('are found with their spans: %s', (text, spans) => {
    expect(counting(text)).toEqual(spans);
  });

  it.each(silent)('are told from public wording: %s', (text) => {
    expect(counting(text)).toEqual([]);
  });

  it('stays silent when all public wordings stand in one draft', () => {
    const draft = silent.filter((text) => !text.includes('\n')).join('\n');
    expect(counting(`岚湖市人民防空办公室工作情况\n\n${draft}`)).toEqual([]);
  });
});
