import { type ProofCheck, slipsAt } from './check.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const HALF_IN_CHINESE = /(?<=[\p{Script=Han}”》）])[,;:?!](?=[\p{Script=Han}“《（])/gu;
const MIXED_BRACKETS = /（[^（）()]{0,60}\)|\([^（）()]{0,60}）/gu;
const FULL_DIGITS = /[０-９Ａ-Ｚａ-ｚ]+/gu;
const REPEATED = /[，、；：]{2,}|(?<!。)。。(?!。)|[，、；]。|。[，、；]/gu;

/** Half-width signs in a Chinese sentence, brackets of two widths, full-width digits, signs that stand twice. */
export const widths: ProofCheck = {
  id: 'width',
  title: '标点和全半角',
  find: (text) => [
    ...slipsAt(text, HALF_IN_CHINESE, ([sign]) => ({
      reason: `中文句子里用了半角的“${sign}”。`,
      suggestion: FULL[sign] ?? '',
    })),
    ...slipsAt(text, MIXED_BRACKETS, ([words]) => ({
      reason: '一对括号一半全角、一半半角。',
      suggestion: `（${words.slice(1, -1)}）`,
    })),
    ...slipsAt(text, FULL_DIGITS, ([words]) => ({
      reason: `“${words}”是全角数字或字母。`,
      suggestion: words.normalize('NFKC'),
    })),
    ...slipsAt(text, REPEATED, ([words]) => ({
      reason: `标点“${words}”重复。`,
      suggestion: words.includes('。') ? '。' : (words[0] ?? ''),
    })),
  ],
};
