import type { ActionName } from '../../../review/contract.ts';
import type { CommandId } from '../../keys/commands.ts';

export interface Act {
  readonly action: ActionName;
  readonly name: string;
  readonly command?: CommandId;
  readonly kind: 'primary' | 'plain' | 'danger';
}

/** What can be done to a case here, in the order of the panel. */
export const ACTS = [
  { action: 'sign', name: '同意', command: 'paper.agree', kind: 'plain' },
  { action: 'return', name: '退回', command: 'paper.return', kind: 'plain' },
  { action: 'refuse', name: '不予公开', command: 'paper.refuse', kind: 'plain' },
  { action: 'release', name: '放行', command: 'paper.release', kind: 'plain' },
  { action: 'publish', name: '发布登记', command: 'paper.publish', kind: 'plain' },
  { action: 'withdraw', name: '作废', kind: 'danger' },
] as const satisfies readonly Act[];

/** What is done less often; shown when it can be done, else folded away with its reason. */
export const MORE_ACTS = [
  { action: 'partly', name: '同意部分公开', kind: 'plain' },
  { action: 'consult', name: '征求意见', command: 'paper.consult', kind: 'plain' },
  { action: 'hold', name: '暂缓公开', command: 'paper.hold', kind: 'plain' },
  { action: 'refer', name: '送上级确定', command: 'paper.refer', kind: 'plain' },
  { action: 'recall', name: '撤回', command: 'paper.recall', kind: 'plain' },
  { action: 'takeDown', name: '撤下', kind: 'danger' },
  { action: 'reexamine', name: '复审', kind: 'plain' },
] as const satisfies readonly Act[];
export type ActName = (typeof ACTS)[number]['action'] | (typeof MORE_ACTS)[number]['action'];

/** Of what can be done, the first of these is the step that is due. */
export const MAIN_ACTS: readonly ActName[] = ['sign', 'release', 'publish'];
