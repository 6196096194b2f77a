import { describe, expect, test } from 'vitest';
import { buildEngine, loadPack, type PackFile, runExamples } from '../../../../rules/index.ts';
import { basisCodes, packOf, rule, textHash, tryEngine } from '../try-engine.ts';

const PACK: PackFile = {
  path: 'pack.yaml',
  text: 'name: try\ntitle: 试用\nversion: 1.0.0\nissuer: 测试\ninForceFrom: 2026-01-01\n',
};
const GOOD = `id: grade
title: 防护等级
category: protection-level
level: review
since: 1.0.0
basis: [TL-14]
reason: 可能涉及防护等级，请核对。
suggestion: ''
match: { pattern: '核[4-6]级', anchors: [核] }
examples:
  hit: [等级⟦核6级⟧, 等级⟦核5级⟧, 等级⟦核４级⟧, { text: 等級核 6 级, find: [核 6 级], note: 空格 }]
  miss: [审核6项, 考核5次, 复核4家, { text: 核心, note: 词 }]
`;
const load = (files: readonly PackFile[]) => loadPack('try', files, { builtIn: true, sha256: textHash });
const withRule = (text: string, path = 'grade.yaml') => load([PACK, { path, text }]);
const faults = (text: string) => withRule(text).problems.map((problem) => problem.message);

/** Problems of building an engine of one rule file that loads. */
function planned(text: string): readonly string[] {
  const { pack } = withRule(text);
  const parts = { basis: basisCodes, sha256: textHash, recognisers: [] };
  return pack ? buildEngine({ packs: [pack], ...parts }).problems.map(({ file, message }) => `${file} ${message}`) : [];
}

describe('loading a pack', () => {
  test('reads a rule with its examples', () => {
    const { pack, problems } = withRule(GOOD, 'grades/grade.yaml');
    expect([problems, pack?.version, pack?.rules[0]?.boundary, pack?.rules[0]?.refuses, pack?.rules[0]?.examples.hit[3]]).toEqual(
      [[], '1.0.0', 'none', false, { text: '等級核 6 级', find: ['核 6 级'], note: '空格' }],
    );
  });

  test('changes its digest with any character of any rule', () => {
    expect(withRule(GOOD).pack?.sha256).not.toBe(withRule(GOOD.replace('请核对', '请核实')).pack?.sha256);
  });

  test.each([
    ['id: grade', 'id: other', '规则编号 other 与文件名 grade.yaml 不一致'],
    ['level: review', 'level: severe', 'level：应当是 notice、review、block 之一'],
    ['level: review', 'level: review\ncolour: red', 'colour：没有这一项'],
    ['[TL-14]', '[TL-14, TL-15, TL-16, BMF-35]', '依据（basis）最多三条'],
    ['审核6项, ', '', '反例（examples.miss）只有 3 条，至少要 4 条'],
    ['等级⟦核6级⟧, ', '', '正例（examples.hit）只有 3 条，至少要 4 条'],
    ['等级⟦核6级⟧', '等级核6级', 'examples.hit[0]：正例要用 find 或 ⟦…⟧ 写明应当找到的文字'],
    ['find: [核 6 级]', 'find: [核6级]', 'examples.hit[3]：应当找到的文字不在例句中'],
    ['match: {', 'match: { keywords: [核],', 'match.pattern：没有这一项'],
    ['title: 防护等级', 'title: [', '不是有效的 YAML 文件'],
  ])('names what is wrong: %s → %s', (from, to, message) => {
    expect(faults(GOOD.replace(from, to))).toEqual([message]);
  });

  test('without pack.yaml there is no pack', () => {
    expect(load([{ path: 'grade.yaml', text: GOOD }])).toEqual({
      problems: [{ file: 'try/pack.yaml', message: '规则包缺少 pack.yaml' }],
    });
  });
});

describe('building an engine', () => {
  test.each([
    ["'核[4-6]级'", "'核[4-6级'", 'try/grade.yaml 表达式写法有误，无法编译'],
    ["'核[4-6]级'", "'(?:核+)+级'", 'try/grade.yaml 表达式中有嵌套的重复，可能耗时过长'],
    ["'核[4-6]级'", "'(核)\\1级'", 'try/grade.yaml 表达式中不能有反向引用'],
    ["'核[4-6]级'", "'常[4-6]级'", 'try/grade.yaml 在自己的正例中也找不到任何可疑处，规则永远不会命中'],
    ['anchors: [核]', 'anchors: [常]', 'try/grade.yaml 在自己的正例中也找不到任何可疑处，规则永远不会命中'],
    ['[TL-14]', '[TL-99]', 'try/grade.yaml 依据代码 TL-99 不在依据表中'],
    ["{ pattern: '核[4-6]级', anchors: [核] }", '{ recogniser: nobody }', 'try/grade.yaml 没有名为 nobody 的识别器'],
    [
      'examples:',
      'combine: { with: work-object, scope: draft, otherwise: drop }\nexamples:',
      'try/grade.yaml 没有名为 work-object 的识别器，无法做组合判断',
    ],
  ])('leaves a rule out and says why: %s → %s', (from, to, message) => {
    expect(planned(GOOD.replace(from, to))).toEqual([message]);
  });

  test('refuses a second rule with the same id', () => {
    const pack = packOf([rule('a', { keywords: ['核'] })]);
    const { problems } = buildEngine({ packs: [pack, { ...pack, name: 'other' }], basis: basisCodes, sha256: textHash });
    expect(problems).toEqual([{ file: 'other/a.yaml', message: '规则编号与另一条规则重复' }]);
  });

  test('binds its identity to engine and packs', () => {
    const one = tryEngine([rule('a', { keywords: ['核'] })]).engine.identity;
    const two = tryEngine([rule('a', { keywords: ['常'] })]).engine.identity;
    expect([one.packs.length, one.packs[0]?.startsWith('try@1.0.0:'), one.digest === two.digest]).toEqual([1, true, false]);
  });
});

describe('running examples', () => {
  test('tells which example came out otherwise than written', () => {
    const { pack } = withRule(GOOD.replace('审核6项', '核6级').replace('等级⟦核5级⟧', '⟦等级核5级⟧'));
    if (!pack) throw new Error('the pack should load');
    const { engine } = buildEngine({ packs: [pack], basis: basisCodes, sha256: textHash });
    const failed = runExamples(engine, pack).filter((result) => !result.ok);
    expect(failed.map(({ kind, index, message }) => [kind, index, message])).toEqual([
      ['hit', 1, '应当找到“等级核5级”，实际为“核5级”'],
      ['miss', 0, '不应找到“核6级”'],
    ]);
  });
});
