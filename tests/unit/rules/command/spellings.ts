/** Ways in which the same mark is typed, pasted and scanned. Each keeps the fact and changes the spelling only. */
export interface Spelling {
  readonly name: string;
  readonly of: (text: string) => string;
}

const fullWidth = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const spaced = (blank: string) => (text: string) => text.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, blank);

export const SPELLINGS: readonly Spelling[] = [
  { name: 'as printed', of: (text) => text },
  { name: 'full width', of: fullWidth },
  { name: 'one blank between characters', of: spaced(' ') },
  { name: 'ideographic blanks', of: spaced('\u3000') },
  { name: 'zero-width space', of: spaced('\u200b') },
  { name: 'soft hyphen', of: spaced('\u00ad') },
  { name: 'byte order mark inside', of: spaced('\ufeff') },
  {
    name: 'traditional',
    of: (text) =>
      text
        .replace(/绝/g, '絕')
        .replace(/机/g, '機')
        .replace(/内/g, '內')
        .replace(/资/g, '資')
        .replace(/阅/g, '閱')
        .replace(/会/g, '會'),
  },
];

export const STARS: readonly string[] = ['★', '☆', '*', '＊', '⭐', '✩', ' ★ ', '★ '];
export const TERMS: readonly string[] = ['', '10年', '6个月', '长期', '2026年12月31日', '１０年', '五年', '会议开始前'];
export const BRACKETS: readonly (readonly [string, string])[] = [
  ['〔', '〕'],
  ['[', ']'],
  ['【', '】'],
  ['(', ')'],
  ['（', '）'],
  ['［', '］'],
  ['〈', '〉'],
  ['', '年'],
];

/** Every combination of two lists, in order. */
export const pairs = <A, B>(first: readonly A[], second: readonly B[]): readonly (readonly [A, B])[] =>
  first.flatMap((a) => second.map((b) => [a, b] as const));
