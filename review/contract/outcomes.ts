/** What may happen to a matter beside 同意, 退回 and 不予公开: 撤回, 暂缓, 送上级确定, 征求意见, 撤下, 复审. */
import { z } from 'zod';
import { CONSULT_OUTCOMES, CONSULTATIONS, REFER_OUTCOMES } from '../model/index.ts';
import type { Deadline } from './case-rows.ts';
import type { CaseView } from './case-view.ts';
import { civilDate, id, keys, line, pin } from './shapes.ts';

const reasoned = { case: id, reason: line(500).min(1), pin };

export const outcomesInputs = {
  /** 撤回 before the next step has signed. */
  'chain.recall': z.object(reasoned),
  'chain.hold': z.object({ ...reasoned, until: civilDate }),
  'chain.resume': z.object({ ...reasoned, of: id }),
  'chain.refer': z.object({ case: id, whom: line(60).min(2), question: line(500).min(1), on: civilDate, pin }),
  'chain.answer': z.object({
    case: id,
    of: id,
    number: line(60).min(1),
    on: civilDate,
    outcome: keys(REFER_OUTCOMES),
    answer: line(500).min(1),
    pin,
  }),
  'chain.takeDown': z.object({ ...reasoned, on: civilDate }),
  'chain.reexamine': z.object(reasoned),
  'consult.open': z.object({
    case: id,
    about: keys(CONSULTATIONS),
    whom: line(60).min(2),
    question: line(500).min(1),
    /** Day the letter was received there: the day the 15 working days count from. */
    on: civilDate,
    /** Left out: 15 working days where the law says so, else 5. */
    due: civilDate.optional(),
    pin,
  }),
  'consult.close': z.object({
    case: id,
    of: id,
    outcome: keys(CONSULT_OUTCOMES),
    reply: line(500).min(1),
    on: civilDate,
    pin,
  }),
} as const;

export interface OutcomesOutputs {
  'chain.recall': CaseView;
  'chain.hold': CaseView;
  'chain.resume': CaseView;
  'chain.refer': CaseView;
  'chain.answer': CaseView;
  'chain.takeDown': CaseView;
  'chain.reexamine': CaseView;
  'consult.open': CaseView;
  'consult.close': CaseView;
}

export type WaitKind = 'hold' | 'refer' | 'consult' | 'taken-down';

/** What keeps a case from going on, without any text of it: for lists, ledgers and 今日待办. */
export interface Wait {
  readonly kind: WaitKind;
  /** 暂缓公开, 送上级确定, 征求意见：其他机关. */
  readonly name: string;
  /** Day it is due or looked at again; empty when there is none. */
  readonly due: string;
  /** Working days left to that day; absent without one. */
  readonly left?: number;
}

/** One hold, referral or consultation with everything said about it. */
export interface PendingView {
  readonly id: string;
  readonly kind: 'hold' | 'refer' | 'consult';
  readonly name: string;
  readonly whom: string;
  readonly words: string;
  readonly by: string;
  readonly at: string;
  readonly due: string;
  readonly deadline?: Deadline;
  /** What 逾期未答复 would mean here; empty for holds and referrals. */
  readonly silence: string;
  readonly closed?: {
    readonly by: string;
    readonly at: string;
    /** 同意公开, 不予公开, 恢复办理 … */
    readonly outcome: string;
    /** Number of the letter; empty where there is none. */
    readonly number: string;
    readonly on: string;
    readonly words: string;
  };
}
