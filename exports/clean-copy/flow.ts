import { CannotSplice } from './cannot-splice.ts';
import type { Splices } from './splices.ts';
import { entity, escapeXml, type Token } from './xml-tokens.ts';

/** Characters [at, at + length) of a flow and the stretch of the part they stand in. */
interface Span {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
  /** Index of the element round the text; -1 for an element that itself is the character. */
  readonly element: number;
  /** Number of the run the characters belong to. */
  readonly run: number;
  /** plain: character for character; whole: an entity or a line end; element: w:tab and the like; gap: stands in no part. */
  readonly kind: 'plain' | 'whole' | 'element' | 'gap';
}
/** A change to characters [start, end) of a flow. */
export interface FlowEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** A text that stands scattered in a part (over runs, entities, tabs), with the place of every character. */
export class Flow {
  text = '';
  private readonly spans: Span[] = [];

  /** Adds a text or CDATA token; `element` is the index of the element round it. */
  addText(xml: string, token: Token, element: number, run = 0): void {
    if (token.kind === 'cdata') {
      this.add(xml.slice(token.start + 9, token.end - 3), 'plain', token.start + 9, token.end - 3, element, run);
      return;
    }
    const raw = xml.slice(token.start, token.end);
    let at = 0;
    // Line ends count as one character for every XML reader, however they are written.
    for (const match of raw.includes('&') || raw.includes('\r') ? raw.matchAll(/&([^;]{0,12});|\r\n?/g) : []) {
      const character = match[1] === undefined ? '\n' : entity(match[1]);
      if (character === undefined) throw new CannotSplice('部件里有不认识的字符引用');
      const start = token.start + match.index;
      this.add(raw.slice(at, match.index), 'plain', token.start + at, start, element, run);
      this.add(character, 'whole', start, start + match[0].length, element, run);
      at = match.index + match[0].length;
    }
    this.add(raw.slice(at), 'plain', token.start + at, token.end, element, run);
  }

  /** Adds an element that is read as one character. */
  addElement(character: string, start: number, end: number, run: number): void {
    this.add(character, 'element', start, end, -1, run);
  }

  /** Adds characters that the reader puts between parts of the text and the part does not hold. */
  addGap(text: string): void {
    this.add(text, 'gap', -1, -1, -1, -1);
  }

  /** Adds another flow behind this one. */
  append(other: Flow): void {
    for (const span of other.spans) this.spans.push({ ...span, at: this.text.length + span.at });
    this.text += other.text;
  }

  /** Consecutive characters of one run, in order. */
  runs(): readonly { readonly run: number; readonly at: number; readonly text: string }[] {
    const found: { run: number; at: number; text: string }[] = [];
    for (const { run, at, length } of this.spans) {
      const text = this.text.slice(at, at + length);
      const last = found.at(-1);
      if (last?.run === run) last.text += text;
      else found.push({ run, at, text });
    }
    return found;
  }

  /** Elements whose text an edit touches, for keeping blanks at its ends. */
  elementsIn(from: number, to: number): readonly number[] {
    return this.spansIn(from, to).flatMap(({ element }) => (element < 0 ? [] : [element]));
  }

  /**
   * Puts the replacement in the place of the first character that stands in a text and takes the others out; what stands between
   * them stays as it is. `wrap` makes an element of the replacement where the stretch holds no text at all.
   */
  replace({ start, end, replacement }: FlowEdit, splices: Splices, wrap?: (text: string) => string): void {
    const spans = this.spansIn(start, end);
    const first = spans.find((span) => span.kind === 'plain' || span.kind === 'whole');
    let home = first ?? (wrap ? spans.find((span) => span.kind === 'element') : undefined);
    if (replacement !== '' && !home) throw new CannotSplice('替换的位置在文件里没有文字');
    for (const span of spans) {
      if (span.kind === 'gap') continue;
      const text = span === home ? escapeXml(replacement) : '';
      const [from, to] =
        span.kind === 'plain'
          ? [span.start + Math.max(0, start - span.at), span.start + Math.min(span.length, end - span.at)]
          : [span.start, span.end];
      splices.replace(from, to, span.kind === 'element' && span === home && wrap && text !== '' ? wrap(text) : text);
      if (span === home) home = undefined;
    }
  }

  private spansIn(from: number, to: number): Span[] {
    return this.spans.filter((span) => span.at < to && span.at + span.length > from);
  }

  private add(text: string, kind: Span['kind'], start: number, end: number, element: number, run: number): void {
    if (text === '') return;
    this.spans.push({ at: this.text.length, length: text.length, start, end, element, run, kind });
    this.text += text;
  }
}
