import type { Wait } from '../../../review/contract.ts';
import { deadlineText } from '../../components/DeadlineMark.tsx';

/** 征求意见：第三方，2026-12-11 止（剩15天）: what a case waits for, in a few words. */
export function waitText({ kind, name, due, left }: Wait): string {
  if (due === '' || left === undefined) return name;
  if (kind === 'hold') return left > 0 ? `${name}，${due} 再议` : `${name}，已到再议日期 ${due}`;
  return `${name}，${due} 止（${deadlineText({ on: due, left, estimated: false })}）`;
}
