/** 流程设置: what the office has settled about its sign-off, in a signed entry of its roster (signoff-design 3.3). */
import type { Consultation } from './outcome.ts';
import { STEP_ORDER, STEPS, type Step } from './people.ts';

export interface Policy {
  /** Steps that are signed, in the order of STEP_ORDER; the first is the drafter's, the last 签发. A step that is left out is done by the next one. */
  readonly chain: readonly Step[];
  /** Checks that must be closed without objection before 签发. */
  readonly checks: readonly Consultation[];
}
export const FULL_POLICY: Policy = { chain: STEP_ORDER, checks: [] };

/** Drafter and approver are always two people; between them the order stands. */
export const isChain = (chain: readonly Step[]): boolean =>
  chain[0] === 'draft' &&
  chain.at(-1) === 'approve' &&
  chain.every((step, place) => place === 0 || STEP_ORDER.indexOf(chain[place - 1] ?? 'approve') < STEP_ORDER.indexOf(step));

/** The step whose signature also stands for one that was left out; the step itself when it is signed. */
export const coveredBy = (chain: readonly Step[], step: Step): Step =>
  chain.find((signed) => STEP_ORDER.indexOf(signed) >= STEP_ORDER.indexOf(step)) ?? 'approve';

/** 简化流程：处室负责人由保密审查员一并办理. Empty when all four steps are signed. */
export function simplifiedWords(chain: readonly Step[]): string {
  const left = STEP_ORDER.filter((step) => !chain.includes(step));
  if (left.length === 0) return '';
  return `简化流程：${left.map((step) => `${STEPS[step]}环节由${STEPS[coveredBy(chain, step)]}一并办理`).join('，')}`;
}
