import { rtfTokens } from '../rtf/rtf-tokens.ts';
import { decoderFor } from '../text/code-page.ts';

/** Groups whose text is no text of the page. */
const SKIPPED = /^(fonttbl|colortbl|stylesheet|info|generator|pntext|listtable|mhtmltag)$/;
const MARKS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  tab: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
};

interface Group {
  readonly skipped: boolean;
  readonly tag: boolean;
}

/** The web page that a message keeps inside rich text (MS-OXRTFEX 2.2); undefined when there is none. */
export function htmlInRtf(rtf: string): string | undefined {
  if (!/\\fromhtml1(?![\d])/.test(rtf.slice(0, 2000))) return undefined;
  const decoder = decoderFor(Number(/\\ansicpg(\d{1,5})/.exec(rtf)?.[1] ?? 936));
  const groups: Group[] = [];
  let group: Group = { skipped: false, tag: false };
  let hidden = false;
  let html = '';
  let bytes: number[] = [];
  let skip = 0;
  const flush = (): void => {
    if (bytes.length > 0) html += decoder.decode(Uint8Array.from(bytes));
    bytes = [];
  };
  const add = (text: string): void => {
    flush();
    if (!group.skipped && (group.tag || !hidden)) html += text;
  };
  for (const token of rtfTokens(rtf)) {
    if (token.type === 'open') groups.push(group);
    else if (token.type === 'close') {
      flush();
      group = groups.pop() ?? group;
    } else if (token.type === 'byte') {
      if (skip > 0) skip -= 1;
      else if (!group.skipped && (group.tag || !hidden)) bytes.push(token.value);
    } else if (token.type === 'text') {
      const text = token.text.slice(skip);
      skip = Math.max(0, skip - token.text.length);
      add(text);
    } else if (token.type === 'word') {
      const { word, value } = token;
      if (word === 'htmltag') group = { skipped: group.skipped, tag: true };
      else if (SKIPPED.test(word)) group = { skipped: true, tag: false };
      else if (word === 'htmlrtf') hidden = value !== 0;
      else if (word === 'u') {
        add(String.fromCharCode((value ?? 0) < 0 ? (value ?? 0) + 65_536 : (value ?? 0)));
        skip = 1;
      } else if (Object.hasOwn(MARKS, word)) add(MARKS[word] ?? '');
    }
  }
  flush();
  return html;
}
