import { type ProofCheck, slipsAt } from './check.ts';

/** What a copy from a web page or a wrong encoding leaves behind. */
const REMAINS = /(?<![A-Za-z])(?:null|undefined)(?![A-Za-z])|\uFFFD+|锟斤拷|烫烫烫/gu;

export const remains: ProofCheck = {
  id: 'remains',
  title: '残留和乱码',
  find: (text) => slipsAt(text, REMAINS, () => ({ reason: '可能是网页残留或乱码。', suggestion: '' })),
};
