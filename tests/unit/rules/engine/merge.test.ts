import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../review/model/index.ts';
import { mergeFindings } from '../../../../rules/index.ts';

const found = (rule: string, start: number, end: number, more: Partial<Finding> = {}): Finding => ({
  id: `${rule} ${start}`,
  rule,
  title: rule,
  category: 'internal-work',
  level: 'review',
  reason: '可能涉及，请核对。',
  evidence: [{ label: rule }],
  basis: ['TL-16'],
  suggestion: '',
  advice: '',
  confidence: 0.7,
  piece: 0,
  start,
  end,
  text: 'x'.repeat(end - start),
  ...more,
});
const shown = (findings: readonly Finding[]) =>
  findings.map(
    ({ rule, start, end, level, evidence }) => `${rule} ${start}-${end} ${level} ${evidence.map(({ label }) => label)}`,
  );

describe('findings of the office beside those of the program', () => {
  test('stand in order of place where they do not meet', () => {
    const merged = mergeFindings([found('p', 5, 9), found('p', 0, 2, { piece: 1 })], [found('own', 0, 3), found('own', 9, 12)]);
    expect(shown(merged)).toEqual(['own 0-3 review own', 'p 5-9 review p', 'own 9-12 review own', 'p 0-2 review p']);
  });

  test('on the same span become the program’s, with both grounds and the stricter level', () => {
    const merged = mergeFindings([found('p', 0, 4)], [found('own', 0, 4, { level: 'block' })]);
    expect(shown(merged)).toEqual(['p 0-4 block p,own']);
  });

  test('sharpen and never soften: the longer stands, the stricter level stays', () => {
    expect(shown(mergeFindings([found('p', 2, 4, { level: 'block' })], [found('own', 0, 9)]))).toEqual(['own 0-9 block own,p']);
    expect(shown(mergeFindings([found('p', 0, 9)], [found('own', 2, 4, { level: 'block' })]))).toEqual(['p 0-9 block p,own']);
    expect(shown(mergeFindings([found('p', 0, 4)], [found('own', 0, 9, { level: 'notice' })]))).toEqual(['p 0-4 review p,own']);
  });

  test('take several of the program’s into one that covers them all, or into none', () => {
    expect(shown(mergeFindings([found('p', 0, 3), found('p', 5, 8)], [found('own', 0, 8)]))).toEqual(['own 0-8 review own,p']);
    expect(shown(mergeFindings([found('p', 0, 9), found('p', 9, 11)], [found('own', 7, 11)]))).toEqual([
      'p 0-9 review p,own',
      'p 9-11 review p,own',
    ]);
  });

  test('never touch another category', () => {
    const merged = mergeFindings([found('p', 0, 4, { category: 'personal-id' })], [found('own', 0, 4)]);
    expect(shown(merged)).toEqual(['own 0-4 review own', 'p 0-4 review p']);
  });

  test('are merged one by one when there are forty thousand', () => {
    const many = (rule: string, shift: number) =>
      Array.from({ length: 40_000 }, (_, at) => found(rule, at * 4 + shift, at * 4 + shift + 2));
    expect(mergeFindings(many('p', 0), many('own', 1)).length).toBe(40_000);
  });
});
