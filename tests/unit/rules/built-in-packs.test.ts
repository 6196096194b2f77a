import { describe, expect, test } from 'vitest';
import { readRuleSet } from '../../../host/rule-files.ts';
import { CATEGORIES } from '../../../review/model/index.ts';
import { runExamples } from '../../../rules/index.ts';

const { engine, packs, problems } = readRuleSet();

describe('the built-in packs', () => {
  test('have no rule that cannot be used', () => {
    expect(problems).toEqual([]);
  });

  test('cover every category', () => {
    const covered = new Set(packs.flatMap((pack) => pack.rules.map((rule) => rule.category)));
    expect(Object.keys(CATEGORIES).filter((category) => !covered.has(category as keyof typeof CATEGORIES))).toEqual([]);
  });

  test.each(packs.map((pack) => [pack.name, pack] as const))('come out as their examples say: %s', (_name, pack) => {
    const failed = runExamples(engine, pack).filter((result) => !result.ok);
    expect(failed.map(({ rule, kind, index, message }) => `${rule} ${kind} ${index}: ${message}`)).toEqual([]);
  });

  test('never say more than the law lets a program say', () => {
    const words = /属于国家秘密|可以公开|是安全的/;
    const rules = packs.flatMap((pack) => pack.rules);
    expect(
      rules.filter((rule) => words.test(rule.reason + rule.suggestion) || !/可能|请/.test(rule.reason)).map((rule) => rule.id),
    ).toEqual([]);
  });
});
