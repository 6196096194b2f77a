import { describe, expect, it } from 'vitest';
import { compactText } from '../../../../rules/recognisers/works/compact.ts';
import { matchGrades } from '../../../../rules/recognisers/works/protection-grammar.ts';
import { worksFindings } from './works-engine.ts';

const CHINESE: Readonly<Record<string, string>> = { '4': '四', '5': '五', '6': '六' };
const wide = (text: string) =>
  [...text].map((unit) => (/[0-9A-Z]/.test(unit) ? String.fromCharCode(unit.charCodeAt(0) + 0xfee0) : unit)).join('');
const spaced = (text: string) => [...text].join(' ');
const zeroWidth = (text: string) => [...text].join('\u200b');
const chinese = (text: string) => text.replace(/[456]/g, (digit) => CHINESE[digit] ?? digit);
const lower = (text: string) => text.replaceAll('B', 'b');
const cad = (text: string) => text.replace(/级$/, '{\\C3;级}');
const traditional = (text: string) => text.replaceAll('级', '級').replaceAll('类', '類');
const SPELLINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['plain', (text) => text],
  ['full width', wide],
  ['blanks', spaced],
  ['zero width', zeroWidth],
  ['Chinese numerals', chinese],
  ['small b', lower],
  ['drawing codes', cad],
  ['traditional', traditional],
  ['all at once', (text) => spaced(wide(traditional(text)))],
];
const PAIRS = ['核6级、常6级', '常6级、核6级', '核6级常6级', '常6核6', '核6/常6', '核5常5', '核6B级常6级', '核(常)6级'];
const CLASSED = ['甲类核6级常6级', '核6级常6级甲类', '甲类6级', '乙类常5级'];
const FRAMES: readonly (readonly [string, string])[] = [
  ['青杉里二期人防工程，', '。'],
  ['青杉里二期防空地下室防护等级为', '，已竣工。'],
  ['檀溪医院人防工程（', '）'],
  ['檀溪医院人防工程抗力级别：', ''],
];

describe('a grade is the same fact in every spelling', () => {
  const cases = [...PAIRS, ...CLASSED].flatMap((grade) =>
    SPELLINGS.flatMap(([name, spell]) =>
      FRAMES.map(([before, after]) => [`${name}: ${before}${grade}${after}`, grade, before, spell, after] as const),
    ),
  );
  it.each(cases)('%s', (_name, grade, before, spell, after) => {
    const text = `${before}${spell(grade)}${after}`;
    const found = worksFindings(text).filter((finding) => finding.category === 'protection-level' && finding.level !== 'notice');
    expect(
      found.map((finding) => [finding.start <= before.length, finding.end >= before.length + spell(grade).length - 1]),
    ).toEqual([[true, true]]);
  });
});

describe('the plain value of a grade', () => {
  const value = (text: string) => matchGrades(compactText(text).text).map((match) => match.value);
  it.each([
    ['核6级、常6级', '核6常6'],
    ['常六级核六级', '核6常6'],
    ['核６级／常６级', '核6常6'],
    ['核(常)6级', '核6常6'],
    ['核6(常6)级', '核6常6'],
    ['核武器6级、常规武器6级', '核6常6'],
    ['甲类核6b级', '甲类核6B'],
    ['核6级常6级甲类', '甲类核6常6'],
    ['抗力等级为六B级', '6B'],
    ['6级人防', '6'],
    ['人防工程6级', '6'],
    ['防化等级为丙级', '防化丙'],
    ['乙级防化', '防化乙'],
  ])('%s is %s', (text, expected) => {
    expect(value(text)).toEqual([expected]);
  });

  it.each([
    '审核5项',
    '考核6级职员',
    '复核6个',
    '通常6级大风',
    '正常5级值班',
    '核定5级',
    '核心4级',
    '常住5万人',
    '消防化解',
    '耐火等级为一级',
    '省市县三级人防部门',
    '常6.5分',
  ])('%s holds no grade', (text) => {
    expect(value(text)).toEqual([]);
  });
});
