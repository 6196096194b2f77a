/** One step of an RTF file. Text is as it stands in the file, one character a byte. */
export type RtfToken =
  | { readonly type: 'open' | 'close' }
  | { readonly type: 'word'; readonly word: string; readonly value: number | undefined }
  | { readonly type: 'byte'; readonly value: number }
  | { readonly type: 'text'; readonly text: string }
  /** Raw bytes behind \\binN. */
  | { readonly type: 'data'; readonly data: string }
  /** What stands behind the brace that closes the file. */
  | { readonly type: 'rest'; readonly text: string };

const SYMBOLS: Readonly<Record<string, string>> = { '~': '\u00a0', _: '\u2011', '\\': '\\', '{': '{', '}': '}' };

/** Cuts RTF (one character a byte) into tokens; tolerant of anything, because offices' files are odd. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const pattern = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([\s\S])|([{}])|[\r\n]+|([^\\{}\r\n]+)/g;
  let depth = 0;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const [, word, value, hex, symbol, brace, text] = match;
    if (word !== undefined) {
      yield { type: 'word', word, value: value === undefined ? undefined : Number(value) };
      // Binary data stands raw behind \binN and must not be read as words.
      if (word === 'bin' && value && Number(value) > 0) {
        yield { type: 'data', data: source.slice(pattern.lastIndex, pattern.lastIndex + Number(value)) };
        pattern.lastIndex += Number(value);
      }
    } else if (hex !== undefined) yield { type: 'byte', value: Number.parseInt(hex, 16) };
    else if (brace !== undefined) {
      yield { type: brace === '{' ? 'open' : 'close' };
      depth += brace === '{' ? 1 : -1;
      // A brace too many in the middle is damage, and what follows is text; behind the last one nothing is.
      if (depth <= 0 && !/[{}]/.test(source.slice(pattern.lastIndex, pattern.lastIndex + 1_000_000))) {
        yield { type: 'rest', text: source.slice(pattern.lastIndex) };
        return;
      }
    } else if (text !== undefined) yield { type: 'text', text };
    else if (symbol === '*') yield { type: 'word', word: '*', value: undefined };
    else if (symbol === '\n' || symbol === '\r') yield { type: 'word', word: 'par', value: undefined };
    else if (symbol !== undefined && Object.hasOwn(SYMBOLS, symbol)) yield { type: 'text', text: SYMBOLS[symbol] ?? '' };
  }
}
