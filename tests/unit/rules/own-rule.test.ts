import { describe, expect, test } from 'vitest';
import type { OwnRule } from '../../../review/model/index.ts';
import {
  ownRuleFaults,
  ownRuleForm,
  ownRuleYaml,
  packDifference,
  readPackContent,
  writePackContent,
} from '../../../rules/authoring/index.ts';
import { loadPack } from '../../../rules/index.ts';
import { ownRule } from '../host/own-rule-form.ts';
import { packOf, rule } from './try-engine.ts';

const HEAD = {
  path: 'pack.yaml',
  text: 'name: own\ntitle: 本单位规则\nversion: "1"\nissuer: 办公室\ninForceFrom: "2026-11-01"\n',
};
function throughFile(form: OwnRule): OwnRule | undefined {
  const files = [HEAD, { path: `${form.id}.yaml`, text: ownRuleYaml(form, '1') }];
  const { pack, problems } = loadPack('own', files, { builtIn: false, sha256: () => '' });
  expect(problems).toEqual([]);
  return pack?.rules[0] && ownRuleForm(pack.rules[0]);
}
const TABLE = {
  hit: ['代号||⟦甲乙⟧', '代号|备注||⟦甲乙⟧|无', '代号|名称||⟦甲乙⟧|站', '名称|代号||站|⟦甲乙⟧'],
  miss: ['代号||乙', '代号|备注||乙|无', '名称||甲乙', '名称|代号||站|乙'],
};
const faults = (more: Partial<OwnRule>) =>
  ownRuleFaults(ownRule(more), (code) => code === 'TL-16').map(({ field, message }) => `${field} ${message}`);

describe('the form of a rule', () => {
  test('comes back from its file as it was', () => {
    const pattern: Partial<OwnRule> = {
      how: 'pattern',
      keywords: [],
      pattern: '代号(?P<value>[A-Z]-\\d{2})',
      anchors: ['代号'],
      needs: ['工程', '点位'],
      unless: ['航班'],
      scope: 'piece',
      allow: [],
    };
    const column: Partial<OwnRule> = {
      how: 'column',
      keywords: [],
      header: ['代号', '编号(内部)'],
      cell: '[A-Z]-\\d{2}',
      allow: [],
      hit: ['名称|代号||甲站|⟦Q-12⟧', '代号||⟦Q-13⟧', '名称|编号(内部)||乙站|⟦Q-14⟧', '代号|备注||⟦Q-15⟧|无'],
      miss: ['名称|代号||甲站|无', '名称|型号||甲站|Q-12', '代号|备注||无|见附件', '代号||12'],
    };
    const forms = [
      ownRule({ id: 'own-1' }),
      ownRule({ id: 'own-2', ...pattern }),
      ownRule({ id: 'own-4', boundary: 'word', work: 'notice', workScope: 'section' }),
      ownRule({ id: 'own-5', ...column, work: 'drop', workScope: 'row' }),
      ownRule({ id: 'own-3', title: '2026.10', keywords: ['010', 'yes', '"引号"', '# 号'], advice: '', suggestion: '' }),
    ];
    expect(forms.map(throughFile)).toEqual(forms);
  });

  test('is absent for a rule that says more than it has fields for', () => {
    const more = [
      rule('a', { keywords: ['甲乙'] }, { combine: { with: 'work-object', scope: 'clause', otherwise: 'drop' } }),
      rule('b', { column: { header: '代号?', cell: '.+甲' } }),
      rule('c', { column: { header: '代号', cell: '.+甲', not: '无' } }),
      rule('d', { keywords: ['甲乙'] }, { examples: { hit: [], miss: [{ text: '一\n二' }] } }),
    ];
    expect(more.map(ownRuleForm)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('has nothing against a good rule', () => {
    expect(faults({})).toEqual([]);
  });

  test.each<[string, Partial<OwnRule>, string]>([
    ['no title', { title: ' ' }, 'title 请填写名称，例如“未公开的内部代号”'],
    ['a verdict', { reason: '此处属于国家秘密' }, 'reason 规则不作结论，请改为“可能涉及……，请核对。”'],
    ['a claim', { reason: '这是内部信息' }, 'reason 请写成“可能涉及……，请核对。”，由人判断'],
    ['a verdict as advice', { advice: '改后可以公开' }, 'advice 规则不作结论，请改为建议怎么处理'],
    ['no word', { keywords: [] }, 'keywords 至少写一个词语，一行一个'],
    [
      'lookahead',
      { how: 'pattern', pattern: '甲(?=乙)', anchors: ['甲'] },
      'pattern 表达式写法有误，无法编译（用 re2 写法，没有环视和反向引用）',
    ],
    [
      'a pattern for nothing',
      { how: 'pattern', pattern: '甲*', anchors: ['甲'] },
      'pattern 表达式连空白都符合，会到处命中，请写具体',
    ],
    ['no anchor', { how: 'pattern', pattern: '甲乙', anchors: [] }, 'anchors 至少写一个锚词：只在锚词所在的分句里试表达式'],
    ['no column', { how: 'column', cell: '甲乙', ...TABLE }, 'header 至少写一个栏目名，例如“代号”'],
    [
      'a cell of nothing',
      { how: 'column', cell: '甲*', header: ['代号'], ...TABLE },
      'cell 表达式连空白都符合，会到处命中，请写具体',
    ],
    [
      'examples that are no table',
      { how: 'column', cell: '甲乙', header: ['代号'] },
      'hit 例句要写成表格：格之间用 |，换行用 ||，如“名称|代号||甲站|⟦Q-12⟧”',
    ],
    ['no ground', { basis: [] }, 'basis 请选择至少一条依据'],
    ['four grounds', { basis: ['a', 'b', 'c', 'd'] }, 'basis 依据最多三条，最贴切的在前'],
    ['an unknown ground', { basis: ['TL-999'] }, 'basis 依据表中没有代码 TL-999'],
    ['three examples', { miss: ['一', '二', '三'] }, 'miss 不应找到的例句现有 3 条，至少要 4 条'],
    ['an example twice', { miss: ['一', '二', '三', '三'] }, 'miss 不应找到的例句有重复的'],
    ['an example without mark', { hit: ['⟦甲⟧', '⟦乙⟧', '丙', '⟦丁⟧'] }, 'hit 第3条没有用 ⟦ ⟧ 标出应当找到的文字'],
    ['a mark where none belongs', { miss: ['一', '二', '三', '⟦四⟧'] }, 'miss 不应找到的例句里不要写 ⟦ ⟧'],
  ])('names the field: %s', (_name, more, fault) => {
    expect(faults(more)).toEqual([fault]);
  });
});

describe('a pack as text', () => {
  const content = { name: 'own', version: '3', files: [HEAD, { path: 'own-1.yaml', text: 'id: own-1' }] };
  const text = writePackContent(content);

  test('is the same however the files were ordered, and reads back', () => {
    expect(writePackContent({ ...content, files: [...content.files].reverse() })).toBe(text);
    expect(writePackContent(readPackContent(text))).toBe(text);
  });

  test.each([
    ['another spelling', ` ${text}`],
    ['a further key', text.replace('{"v":1', '{"x":1,"v":1')],
    ['another version of the format', text.replace('"v":1', '"v":2')],
    ['a way out of the pack', text.replace('own-1.yaml', '../own-1.yaml')],
    ['an absolute path', text.replace('own-1.yaml', '/etc/own-1.yaml')],
    ['a version that is none', text.replace('"version":"3"', '"version":"3-beta"')],
    ['no JSON', 'own'],
  ])('is refused with %s', (_name, wrong) => {
    expect(() => readPackContent(wrong)).toThrow();
  });
});

describe('the difference between two packs', () => {
  test('names what was added, removed, and changed in which part', () => {
    const before = packOf([rule('a', { keywords: ['甲'] }), rule('b', { keywords: ['乙'] }), rule('c', { keywords: ['丙'] })]);
    const after = packOf([
      rule('d', { keywords: ['丁'] }),
      rule('c', { keywords: ['丙', '并'] }, { level: 'block', since: '2.0.0' }),
      rule('a', { keywords: ['甲'] }, { since: '2.0.0' }),
    ]);
    expect(packDifference(before, after)).toEqual({
      added: [{ id: 'd', title: 'd' }],
      removed: [{ id: 'b', title: 'b' }],
      changed: [{ id: 'c', title: 'c', parts: ['级别', '写法'] }],
    });
    expect(packDifference(undefined, before).added.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
