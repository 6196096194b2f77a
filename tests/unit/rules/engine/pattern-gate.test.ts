import { describe, expect, test } from 'vitest';
import { neededTexts } from '../../../../rules/engine/needed-text.ts';
import { PatternGate, patternGuard } from '../../../../rules/engine/pattern-gate.ts';
import { PARTS } from '../../../../rules/recognisers/command/inner-parts.ts';
import { CONDITIONS } from '../../../../rules/recognisers/personal/condition-groups.ts';
import { HOSTILE, officeText } from '../../../bench/texts.ts';

describe('what a text must hold before an expression is found in it', () => {
  test.each([
    [/人防工程/, ['人防工程']],
    [/人防(?:工程|地下室)/, ['人防工程', '人防地下室']],
    [/(?:位于|坐落在?)[^，。]{2,20}/, ['位于', '坐落', '坐落在']],
    [/[省市]里(?!程)/, ['省里', '市里']],
    [/(?<![经通])常\d级/, Array.from('0123456789', (digit) => `常${digit}级`)],
    [/(?=[拖放])(?:拖到|放一放)/, ['拖到', '放一放']],
    [/VLAN\s?\d/gi, ['vlan']],
    [/[一-龥]{2,8}路/, ['路']],
    [/(?:内部)?(?:意见|说明):?/, ['意见', '说明']],
  ] as const)('of %s', (pattern, texts) => {
    expect(neededTexts(pattern)?.toSorted()).toEqual(texts.toSorted());
  });

  test.each([/[一-龥]{2,4}/, /(?:人防)?/, /人防|.+/, /\p{Script=Han}级/u, /(人)\1/, /^$/])(
    'nothing can be said of %s',
    (pattern) => {
      expect(neededTexts(pattern)).toBeUndefined();
    },
  );
});

describe('the gate before the patterns of a recogniser', () => {
  const patterns = [...PARTS.map(({ pattern }) => pattern), ...CONDITIONS.flatMap(({ statements }) => statements)];
  const sentences = [
    ...officeText(120_000).split(/[。\n]/),
    ...HOSTILE.map(({ make }) => make(400)),
    '主任的意见是先不对外说，等县里批复下来再说',
    '结果尚未公布，请勿外传；口头同意，先按原数报',
    '该户主患有糖尿病，因病致贫，每月领取低保金820元',
    'ICU重症监护，HIV阳性，2021年离异',
  ];

  test('never keeps back a pattern that is found', () => {
    const gate = new PatternGate(patterns, (pattern) => pattern);
    for (const text of sentences) {
      const found = patterns.filter((pattern) => new RegExp(pattern.source, pattern.flags).test(text));
      expect(gate.open(text)).toEqual(expect.arrayContaining(found));
    }
  });

  test('keeps back most patterns in a sentence that holds none of their words', () => {
    const gate = new PatternGate(patterns, (pattern) => pattern);
    expect(gate.open('全市开展安全宣传周活动').length).toBeLessThan(patterns.length / 5);
  });

  test('keeps back a pattern of which only one half stands there, by each of its alternatives', () => {
    const opinion = /(?:主任|局长)们?的?(?:意见|态度)|(?:尚未|还没)[^，]{0,4}(?:批复|研究)/;
    const gate = new PatternGate([opinion, /\d{3}/, /下不为例/], (pattern) => pattern);
    const opened = ['征求意见', '局长的意见', '局长尚未到', '尚未研究', '批复3份', '下不为例'].map(
      (text) => gate.open(text).length,
    );
    expect(opened).toEqual([0, 1, 0, 1, 1, 1]);
  });

  test('looks only at the stretch it is asked about, in either case of ASCII letters', () => {
    const guard = patternGuard(/VLAN\d/i);
    expect([guard('端口 vlan2', 0, 8), guard('端口 VLAN2', 0, 8), guard('端口 vlan2', 0, 5)]).toEqual([true, true, false]);
  });
});
