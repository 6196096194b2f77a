import type { PackDifference } from '../../review/model/index.ts';
import type { Pack, Rule } from '../model.ts';

/** What people call the parts of a rule, in the order in which a difference names them. */
const PART_NAMES = {
  title: '名称',
  category: '类别',
  level: '级别',
  match: '写法',
  boundary: '词边界',
  allow: '无碍说法',
  context: '上下文',
  combine: '组合判断',
  refuses: '拒收',
  reason: '理由',
  advice: '处理建议',
  suggestion: '替换用语',
  basis: '依据',
  examples: '例句',
} as const;

function changedParts(before: Rule, after: Rule): readonly string[] {
  const text = (rule: Rule, part: string) => JSON.stringify((rule as unknown as Readonly<Record<string, unknown>>)[part]);
  return Object.entries(PART_NAMES)
    .filter(([part]) => text(before, part) !== text(after, part))
    .map(([, name]) => name);
}

/** How a pack differs from the one before it, rule by rule in order of id; `since` alone is no change. */
export function packDifference(before: Pick<Pack, 'rules'> | undefined, after: Pick<Pack, 'rules'>): PackDifference {
  const old = new Map((before?.rules ?? []).map((rule) => [rule.id, rule]));
  const fresh = new Map(after.rules.map((rule) => [rule.id, rule]));
  const named = ({ id, title }: Rule) => ({ id, title });
  const byId = (a: Rule, b: Rule) => (a.id < b.id ? -1 : 1);
  const rules = [...after.rules].sort(byId);
  return {
    added: rules.filter((rule) => !old.has(rule.id)).map(named),
    removed: [...old.values()]
      .filter((rule) => !fresh.has(rule.id))
      .sort(byId)
      .map(named),
    changed: rules.flatMap((rule) => {
      const known = old.get(rule.id);
      const parts = known ? changedParts(known, rule) : [];
      return parts.length > 0 ? [{ ...named(rule), parts }] : [];
    }),
  };
}
