import { type ProofCheck, slipsAt } from './check.ts';

const BAD = '失密|泄密|失泄密|泄露国家秘密|发生事故|发生泄密|出现泄密|违规上网|遗失|漏报|瞒报';
/** Wishing for what is to be prevented: a 不 was lost on the way. */
const WISHED = new RegExp(`(做到|确保|保证|力争|实现)(${BAD})`, 'gu');
/** Preventing what is wished for: a 不 too many. */
const PREVENTED = new RegExp(`(防止|避免|杜绝|严防|谨防|严禁|禁止)(不|未)(${BAD})`, 'gu');
const TWICE = /(严禁|禁止)(不得|不准|不许)|(切忌|切勿)(不要|不可|勿)/gu;

/** Sentences that say the contrary of what an office means: 做到失密、不泄密. */
export const reversals: ProofCheck = {
  id: 'reversal',
  title: '意思可能相反',
  find: (text) => [
    ...slipsAt(text, WISHED, ([words, wish, bad]) => ({
      reason: `“${words}”的意思可能相反，可能漏了“不”字。`,
      suggestion: `${wish}不${bad}`,
    })),
    ...slipsAt(text, PREVENTED, ([words, ban, , bad]) => ({
      reason: `“${words}”是双重否定，意思可能相反。`,
      suggestion: `${ban}${bad}`,
    })),
    ...slipsAt(text, TWICE, ([words, ban, , warning]) => ({
      reason: `“${words}”是双重否定，意思可能相反。`,
      suggestion: ban ?? warning ?? '',
    })),
  ],
};
