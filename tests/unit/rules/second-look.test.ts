import { expect, test } from 'vitest';
import { readRuleSet } from '../../../host/rule-files.ts';
import { exampleDraft } from '../../../rules/engine/example-draft.ts';

const { engine } = readRuleSet();
const KNOWN = '云溪花园人防工程为核6级，建筑面积3200平方米，位于云溪路12号。';
const TOLD = '水泵房在负二层北侧。';
const likely = (text: string): readonly string[] =>
  engine
    .scan(exampleDraft(text))
    .findings.filter(({ rule }) => rule.startsWith('likely-'))
    .map(({ rule, text: words, level }) => `${rule} ${level} ${words}`);

test('a clause that tells of a place in words no rule knows is found beside what the rules found', () => {
  expect(likely(`${KNOWN}\n${TOLD}`)).toEqual(['likely-place review 水泵房在负二层北侧']);
});

test('the same clause in a draft in which the rules find nothing is left alone', () => {
  expect(likely(`关于开展宣传活动的通知\n${TOLD}`)).toEqual([]);
});

test('the same clause far from what the rules found is left alone', () => {
  const between = Array.from({ length: 20 }, (_, index) => `第${index + 1}条 请各单位按时参加宣传活动。`).join('\n');
  expect(likely(`${KNOWN}\n${between}\n${TOLD}`)).toEqual([]);
});

test('a clause in which a finding stands is not looked at again', () => {
  const { findings } = engine.scan(exampleDraft(`${KNOWN}\n按核6级加固。`));
  const second = findings.filter(({ piece }) => piece === 1).map(({ rule }) => rule);
  expect(second.filter((rule) => rule.startsWith('likely-'))).toEqual([]);
  expect(second.length).toBeGreaterThan(0);
});
