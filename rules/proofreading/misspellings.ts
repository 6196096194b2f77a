import { type ProofCheck, slipsAt } from './check.ts';

/** Spellings that no dictionary has, each with what was meant; nothing that could also be right. */
const RIGHT: Readonly<Record<string, string>> = {
  布署: '部署',
  按装: '安装',
  既使: '即使',
  一如继往: '一如既往',
  再接再励: '再接再厉',
  松驰: '松弛',
  针贬: '针砭',
  通迅: '通讯',
  坐阵: '坐镇',
  防犯措施: '防范措施',
  竞竞业业: '兢兢业业',
  穿流不息: '川流不息',
  以身做则: '以身作则',
  迫不急待: '迫不及待',
  保秘: '保密',
  泄秘: '泄密',
  涉秘: '涉密',
  公开审察: '公开审查',
  防空警抱: '防空警报',
  人民防控办: '人民防空办',
};
const WRONG = new RegExp(Object.keys(RIGHT).join('|'), 'gu');

export const misspellings: ProofCheck = {
  id: 'misspelling',
  title: '常见错字',
  find: (text) =>
    slipsAt(text, WRONG, ([words]) => ({ reason: `“${words}”可能是“${RIGHT[words] ?? ''}”。`, suggestion: RIGHT[words] ?? '' })),
};
