import { describe, expect, test } from 'vitest';
import { rulePages, stalePages, writtenPages } from '../../../build/rule-pages.ts';
import { rulePage } from '../../../rules/authoring/index.ts';
import { packOf, rule } from './try-engine.ts';

describe('the pages of docs/rules', () => {
  test('are there for every rule and say what it says: npm run rules:docs writes them', () => {
    expect(stalePages(rulePages(), writtenPages())).toEqual([]);
  });

  test('are told missing, out of date, or of a rule that is gone', () => {
    const wanted = new Map([
      ['README.md', 'index'],
      ['marks/a.md', 'new words'],
    ]);
    const written = new Map([
      ['marks/a.md', 'old words'],
      ['marks/b.md', 'gone'],
    ]);
    expect(stalePages(wanted, written)).toEqual(['missing: README.md', 'of no rule: marks/b.md', 'out of date: marks/a.md']);
  });

  test('show an expression as it is, and nothing of it as formatting', () => {
    const page = rulePage(packOf([]), rule('r', { pattern: '`a|b`{1,2}_c_', anchors: ['<甲>'] }), new Map());
    const match = page.split('\n').find((line) => line.startsWith('- 在'));
    expect(match).toBe('- 在 “\\<甲\\>” 所在的分句里，符合写法：`` `a|b`{1,2}_c_ ``');
  });
});
