import type { ContextWords, Rule } from '../model.ts';

const SCOPE_NAMES: Readonly<Record<ContextWords['scope'], string>> = {
  'adjacent-left': '紧靠其左',
  'adjacent-right': '紧靠其右',
  clause: '同一分句内',
  sentence: '同一句内',
  piece: '同一段内',
  row: '同一表格行内',
  heading: '所在标题中',
  title: '文稿标题中',
  draft: '全文中',
};
const COMBINE_NAMES = {
  clause: '同一分句',
  sentence: '同一句',
  piece: '同一段',
  row: '同一表格行',
  section: '同一节',
  draft: '全文',
} as const;
const WORKS = { 'work-object': '能认出是哪一处的工程', 'listed-work': '本单位工程名录中的工程' } as const;

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join('、');

/** A sentence for people, and the expression it speaks of, where there is one. */
export interface RuleWords {
  readonly text: string;
  readonly code?: string;
}

function matchInWords({ match }: Rule): readonly RuleWords[] {
  if ('keywords' in match) return [{ text: `出现词语 ${quoted(match.keywords)}。` }];
  if ('pattern' in match) return [{ text: `在 ${quoted(match.anchors)} 所在的分句里，符合写法`, code: match.pattern }];
  if ('recogniser' in match) return [{ text: '由程序内置的识别器辨认', code: match.recogniser }];
  if ('likeness' in match)
    return [
      {
        text: `附近已有疑点，而且这一句（格）的用语与已标注样稿中同类内容相近。${match.likeness.tells === undefined ? '' : '这一句里还须有说明这类情况的词语。'}`,
      },
    ];
  if ('listed' in match) return [{ text: '与本单位清单中的一行相符。' }];
  const { header, cell, not, table } = match.column;
  return [
    ...(table === undefined ? [] : [{ text: '表格里另有一栏，表头符合', code: table }]),
    { text: '单元格的表头、行首栏目或左邻单元格符合', code: header },
    { text: '单元格的内容符合', code: cell },
    ...(not === undefined ? [] : [{ text: '但单元格里没有', code: not }]),
  ];
}

/** How a rule matches, as sentences for people: first the match, then what must or must not stand near it. */
export function ruleInWords(rule: Rule): readonly RuleWords[] {
  const needs = (rule.context?.needs ?? []).map((one) => `${SCOPE_NAMES[one.scope]}须有 ${quoted(one.words)} 之一。`);
  const unless = (rule.context?.unless ?? []).map((one) => `${SCOPE_NAMES[one.scope]}有 ${quoted(one.words)} 之一的，不列出。`);
  const combine = rule.combine && [
    `${COMBINE_NAMES[rule.combine.scope]}里须有${WORKS[rule.combine.with]}；没有时${rule.combine.otherwise === 'drop' ? '不列出' : '降为提示'}。`,
  ];
  const around = [
    ...(rule.boundary === 'word' ? ['两端都须是词的边界。'] : []),
    ...needs,
    ...unless,
    ...(combine ?? []),
    ...(rule.allow ? [`整个落在 ${quoted(rule.allow)} 之内的，不列出。`] : []),
    ...(rule.refuses ? ['命中即拒收：文件不登记，不留内容。'] : []),
  ];
  return [...matchInWords(rule), ...around.map((text) => ({ text }))];
}
