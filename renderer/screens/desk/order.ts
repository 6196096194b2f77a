import type { FindingView } from '../../../review/contract.ts';
import { CATEGORIES, LEVEL_ORDER, LEVELS } from '../../../review/model/index.ts';
import type { Order } from './texts.ts';

export type ListItem =
  | { readonly type: 'group'; readonly name: string; readonly count: number }
  | { readonly type: 'finding'; readonly finding: FindingView };

const byPlace = (a: FindingView, b: FindingView): number => a.piece - b.piece || a.start - b.start || a.end - b.end;

/** Rank and heading of the group a finding belongs to; by place there are no groups. */
function groupOf(finding: FindingView, order: Order): { readonly rank: number; readonly name: string } {
  if (order === 'level') return { rank: -LEVEL_ORDER.indexOf(finding.level), name: LEVELS[finding.level] };
  if (order === 'place') return { rank: 0, name: '' };
  return { rank: Object.keys(CATEGORIES).indexOf(finding.category), name: finding.categoryName };
}

/** Findings in the order of the list, with group headings between them. */
export function arrange(findings: readonly FindingView[], order: Order): readonly ListItem[] {
  const sorted = findings
    .map((finding) => ({ finding, group: groupOf(finding, order) }))
    .sort((a, b) => a.group.rank - b.group.rank || byPlace(a.finding, b.finding));
  const counts = new Map<string, number>();
  for (const { group } of sorted) counts.set(group.name, (counts.get(group.name) ?? 0) + 1);
  const items: ListItem[] = [];
  let open = '';
  for (const { finding, group } of sorted) {
    if (group.name !== open) items.push({ type: 'group', name: group.name, count: counts.get(group.name) ?? 0 });
    open = group.name;
    items.push({ type: 'finding', finding });
  }
  return items;
}

export const findingsOf = (items: readonly ListItem[]): readonly FindingView[] =>
  items.flatMap((item) => (item.type === 'finding' ? [item.finding] : []));

/** Findings one press of Shift+digit decides: this one, and every open one with the same text by the same rule. */
export function sameAs(finding: FindingView, all: readonly FindingView[]): readonly FindingView[] {
  return all.filter(
    (other) => other.id === finding.id || (other.rule === finding.rule && other.text === finding.text && !other.decision),
  );
}

/** Open findings of the same rule, or of the same category, in the order given. */
export const openLike = (from: FindingView, all: readonly FindingView[], scope: 'rule' | 'category'): readonly FindingView[] =>
  all.filter((other) => !other.decision && other[scope] === from[scope]);

/** Next finding without a decision after (or before) the given one, wrapping round the end; never the given one itself. */
export function nextOpen(
  list: readonly FindingView[],
  from: string | undefined,
  step: 1 | -1,
  decided: ReadonlySet<string> = new Set(),
): FindingView | undefined {
  const start = list.findIndex((finding) => finding.id === from);
  for (let turn = 1; turn <= list.length; turn += 1) {
    const place = ((((start < 0 && step < 0 ? 0 : start) + turn * step) % list.length) + list.length) % list.length;
    const finding = list[place];
    if (finding && finding.id !== from && !finding.decision && !decided.has(finding.id)) return finding;
  }
  return undefined;
}
