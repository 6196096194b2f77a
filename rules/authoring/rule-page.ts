import { CATEGORIES, LEVELS } from '../../review/model/index.ts';
import { type Basis, basisName } from '../basis.ts';
import type { Example, Pack, Rule } from '../model.ts';
import { ruleInWords } from './rule-in-words.ts';

/** What Markdown would take for its own, also inside a table cell. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>|#~$]/g, (mark) => `\\${mark}`);
/** Code in which nothing is read as Markdown, whatever stands in it. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
const oneLine = (text: string): string => text.replaceAll('\t', ' ⇥ ').replaceAll('\n', ' ⏎ ');

function example({ text, find, note }: Example): string {
  const found = find ? `，找到${find.map((span) => `“${plain(oneLine(span))}”`).join('、')}` : '';
  return `- ${code(oneLine(text))}${found}${note === undefined ? '' : `（${plain(note)}）`}`;
}

/** The guidance of a rule: what people usually do about it. */
function adviceOf(rule: Rule): readonly string[] {
  const replacement = rule.suggestion === '' ? '删去' : `改为“${plain(rule.suggestion)}”`;
  return [...(rule.advice === '' ? [] : [plain(rule.advice)]), `替换用语：${replacement}。`];
}

/** The page of one rule in Markdown, from the rule itself; ends with a line feed. */
export function rulePage(pack: Pack, rule: Rule, basis: ReadonlyMap<string, Basis>): string {
  const match = ruleInWords(rule).map((one) => `- ${plain(one.text)}${one.code === undefined ? '' : `：${code(one.code)}`}`);
  return `${[
    `# ${plain(rule.title)}`,
    '',
    `规则 ${code(rule.id)} · 规则包 [${plain(pack.title)}](../README.md) · ${CATEGORIES[rule.category]} · **${LEVELS[rule.level]}** · 自 ${rule.since} 起`,
    '',
    '## 为什么提示',
    '',
    plain(rule.reason),
    '',
    '## 依据',
    '',
    ...rule.basis.map((one) => `- ${plain(basisName(basis, one))}（${one}）`),
    '',
    '## 怎么改',
    '',
    adviceOf(rule).join('\n\n'),
    '',
    '## 怎样命中',
    '',
    ...match,
    '',
    '## 会找到的例句',
    '',
    ...rule.examples.hit.map(example),
    '',
    '## 不会找到的例句',
    '',
    ...rule.examples.miss.map(example),
  ].join('\n')}\n`;
}

/** The index of all pages: one table a pack. */
export function ruleIndex(packs: readonly Pack[]): string {
  const total = packs.reduce((sum, pack) => sum + pack.rules.length, 0);
  const tables = packs.flatMap((pack) => [
    '',
    `## ${plain(pack.title)}（${pack.name} ${pack.version}）`,
    '',
    '| 规则 | 名称 | 类别 | 级别 |',
    '| --- | --- | --- | --- |',
    ...pack.rules.map(
      (rule) =>
        `| [${rule.id}](${pack.name}/${rule.id}.md) | ${plain(rule.title)} | ${CATEGORIES[rule.category]} | ${LEVELS[rule.level]} |`,
    ),
  ]);
  const head = [
    '# 规则一览',
    '',
    `随程序提供 ${packs.length} 个规则包，${total} 条规则。每页由规则本身生成（\`npm run rules:docs\`），不手工修改。`,
    '级别只说明人要做什么，不说明法律怎么定；没有命中不等于可以不看。',
  ];
  return `${[...head, ...tables].join('\n')}\n`;
}
