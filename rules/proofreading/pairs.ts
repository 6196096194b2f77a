import type { ProofCheck, Slip } from './check.ts';

/** Both widths of a bracket close each other here; mixtures are named by the check of widths. */
const OPENING: Readonly<Record<string, string>> = {
  '（': '）',
  '(': '）',
  '《': '》',
  '〔': '〕',
  '【': '】',
  '“': '”',
  '「': '」',
};
const CLOSING: Readonly<Record<string, string>> = {
  '）': '）',
  ')': '）',
  '》': '》',
  '〕': '〕',
  '】': '】',
  '”': '”',
  '」': '」',
};
/** 1）, a)、（in front of a point of a list）: a closing bracket that never had an opening one. */
const LIST_MARK = /(?:^|[\s，。；：、])[0-9a-zA-Z一二三四五六七八九十①-⑳]{1,3}$/u;

/** Brackets and quotation marks that have no partner in their paragraph. */
export const pairs: ProofCheck = {
  id: 'pair',
  title: '括号和引号',
  find(text) {
    const open: { readonly at: number; readonly sign: string; readonly close: string }[] = [];
    const slips: Slip[] = [];
    for (let at = 0; at < text.length; at++) {
      const sign = text[at] ?? '';
      const opens = OPENING[sign];
      const closes = CLOSING[sign];
      if (opens !== undefined) open.push({ at, sign, close: opens });
      else if (closes !== undefined) {
        const partner = open.findLastIndex(({ close }) => close === closes);
        if (partner >= 0) open.splice(partner, 1);
        else if (!(closes === '）' && LIST_MARK.test(text.slice(Math.max(0, at - 5), at))))
          slips.push({ start: at, end: at + 1, reason: `“${sign}”没有与它成对的前半。`, suggestion: '' });
      }
    }
    // A quotation may go on in the next paragraph; a bracket may not.
    const left = open.filter(({ sign }) => sign !== '“' && sign !== '「');
    return [
      ...slips,
      ...left.map(({ at, sign }) => ({ start: at, end: at + 1, reason: `“${sign}”没有与它成对的后半。`, suggestion: '' })),
    ];
  },
};
