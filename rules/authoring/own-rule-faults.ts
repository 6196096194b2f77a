import type { OwnRule, RuleFault } from '../../review/model/index.ts';
import { compilePattern } from '../engine/pattern.ts';
import { ownRuleYaml, ruleFileFault } from './own-rule-yaml.ts';

/** As the loader asks of every rule: tried from both sides. */
export const LEAST_EXAMPLES = 4;

const repeated = (texts: readonly string[]): string | undefined => texts.find((text, at) => texts.indexOf(text) !== at);
/** Words that no program may say about a text: 不作结论. */
const VERDICT = /属于国家秘密|可以公开|是安全的/;

function wordFaults(rule: OwnRule): readonly RuleFault[] {
  const faults: RuleFault[] = [];
  const wrong = (field: RuleFault['field'], message: string) => faults.push({ field, message });
  if (rule.title.trim() === '') wrong('title', '请填写名称，例如“未公开的内部代号”');
  if (rule.reason.trim() === '') wrong('reason', '请写明为什么提示，例如“可能涉及……，请核对。”');
  else if (VERDICT.test(rule.reason)) wrong('reason', '规则不作结论，请改为“可能涉及……，请核对。”');
  else if (!/可能|请/.test(rule.reason)) wrong('reason', '请写成“可能涉及……，请核对。”，由人判断');
  if (VERDICT.test(rule.advice + rule.suggestion)) wrong('advice', '规则不作结论，请改为建议怎么处理');
  return faults;
}

function matchFaults(rule: OwnRule): readonly RuleFault[] {
  const faults: RuleFault[] = [];
  const wrong = (field: RuleFault['field'], message: string) => faults.push({ field, message });
  if (rule.how === 'keywords') {
    if (rule.keywords.length === 0) wrong('keywords', '至少写一个词语，一行一个');
    if (rule.keywords.some((word) => word.trim().length < 2)) wrong('keywords', '单个字会到处命中，每个词语至少两个字');
    return faults;
  }
  const field = rule.how === 'pattern' ? 'pattern' : 'cell';
  const compiled = compilePattern(rule[field], false);
  if ('error' in compiled) wrong(field, `${compiled.error}（用 re2 写法，没有环视和反向引用）`);
  else if (compiled.pattern.test('')) wrong(field, '表达式连空白都符合，会到处命中，请写具体');
  if (rule.how === 'pattern' && rule.anchors.length === 0) wrong('anchors', '至少写一个锚词：只在锚词所在的分句里试表达式');
  if (rule.how === 'column' && rule.header.length === 0) wrong('header', '至少写一个栏目名，例如“代号”');
  return faults;
}

function basisFaults(rule: OwnRule, basis: (code: string) => boolean): readonly RuleFault[] {
  if (rule.basis.length === 0) return [{ field: 'basis', message: '请选择至少一条依据' }];
  if (rule.basis.length > 3) return [{ field: 'basis', message: '依据最多三条，最贴切的在前' }];
  const unknown = rule.basis.find((code) => !basis(code));
  return unknown === undefined ? [] : [{ field: 'basis', message: `依据表中没有代码 ${unknown.slice(0, 20)}` }];
}

function exampleFaults(rule: OwnRule): readonly RuleFault[] {
  const faults: RuleFault[] = [];
  for (const field of ['hit', 'miss'] as const) {
    const name = field === 'hit' ? '应当找到的例句' : '不应找到的例句';
    const count = rule[field].length;
    if (count < LEAST_EXAMPLES) faults.push({ field, message: `${name}现有 ${count} 条，至少要 ${LEAST_EXAMPLES} 条` });
    else if (repeated(rule[field]) !== undefined) faults.push({ field, message: `${name}有重复的` });
  }
  const bare = rule.hit.findIndex((text) => !/⟦[^⟦⟧]+⟧/.test(text));
  if (bare >= 0) faults.push({ field: 'hit', message: `第${bare + 1}条没有用 ⟦ ⟧ 标出应当找到的文字` });
  if (rule.how === 'column' && ![...rule.hit, ...rule.miss].every((text) => text.includes('|')))
    faults.push({ field: 'hit', message: '例句要写成表格：格之间用 |，换行用 ||，如“名称|代号||甲站|⟦Q-12⟧”' });
  if (rule.miss.some((text) => /[⟦⟧]/.test(text))) faults.push({ field: 'miss', message: '不应找到的例句里不要写 ⟦ ⟧' });
  return faults;
}

/** Fields without which a rule cannot even be tried. */
export const MATCH_FIELDS: readonly RuleFault['field'][] = ['keywords', 'pattern', 'anchors', 'header', 'cell'];

/**
 * What is wrong with the form of a rule, field by field, in the order of the form; whether the examples come out as written is for the
 * engine to say. What no field rule catches is asked of the loader itself, so that nothing is saved that would not load.
 */
export function ownRuleFaults(rule: OwnRule, basis: (code: string) => boolean): readonly RuleFault[] {
  const faults = [...wordFaults(rule), ...matchFaults(rule), ...basisFaults(rule, basis), ...exampleFaults(rule)];
  if (faults.length > 0) return faults;
  const id = rule.id || 'own-0';
  const message = ruleFileFault(ownRuleYaml({ ...rule, id }, '1'), id);
  return message === '' ? [] : [{ field: 'rule', message }];
}
