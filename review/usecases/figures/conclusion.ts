import { STATES, type State } from '../../model/index.ts';
import type { GateResult } from '../../workflow/gate.ts';

/** States whose name is the conclusion: nothing more is to be said about them in a ledger. */
const NAMED: readonly State[] = ['refused', 'withdrawn', 'held', 'referred', 'taken-down', 'reexamining'];

/** 审查结论. Something that was changed on the way went out 处理后; what was approved in part is counted as 部分公开 alone. */
export function conclusionOf({ state, facts, steps }: GateResult): string {
  if (NAMED.includes(state)) return STATES[state];
  if (['releasable', 'released', 'published'].includes(state)) {
    const approval = steps.at(-1)?.signs.findLast(({ counts }) => counts)?.sign.body.data;
    if (approval?.meaning === 'partly') return '部分公开';
    return facts.documents.some(({ versions }) => versions.length > 1) ? '处理后公开' : '同意公开';
  }
  const escalated = facts.numbers.some((number) => facts.decisions.get(number)?.kind === 'escalate');
  return escalated ? '待确定' : '办理中';
}
