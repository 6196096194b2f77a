import { CannotSplice } from './cannot-splice.ts';
import type { Dropped } from './dropped.ts';
import { decodePart, encodePart } from './part-xml.ts';
import { Splices } from './splices.ts';
import { type Attribute, attributesOf, type Token, tokenise } from './xml-tokens.ts';

/** One XML part while it is being changed: its tokens, the changes, and which tokens are gone with an element round them. */
export class PartEdit {
  readonly name: string;
  readonly xml: string;
  readonly tokens: readonly Token[];
  readonly splices = new Splices();
  readonly dropped: Dropped;
  private readonly utf8: boolean;
  private readonly gone: Uint8Array;
  private readonly kept = new Set<number>();

  /** Throws CannotSplice when the part is no well-formed XML. */
  constructor(name: string, bytes: Uint8Array, dropped: Dropped) {
    const decoded = decodePart(bytes);
    const tokens = decoded && tokenise(decoded.xml);
    if (!decoded || !tokens) throw new CannotSplice(`部件 ${name} 的结构有错`);
    this.name = name;
    this.xml = decoded.xml;
    this.utf8 = decoded.utf8;
    this.tokens = tokens;
    this.dropped = dropped;
    this.gone = new Uint8Array(tokens.length);
  }

  token(index: number): Token {
    const token = this.tokens[index];
    if (!token) throw new CannotSplice(`部件 ${this.name} 的结构有错`);
    return token;
  }

  /** Local name of the element round a token, `up` levels above; empty at the top. */
  ancestor(token: Token, up = 1): string {
    let at = token;
    for (let level = 0; level < up; level += 1) {
      const parent = this.tokens[at.parent];
      if (!parent) return '';
      at = parent;
    }
    return at.name;
  }

  /** Index of the nearest element above with one of these names; undefined when there is none. */
  above(index: number, names: ReadonlySet<string>): number | undefined {
    for (let at = this.token(index).parent; at >= 0; at = this.token(at).parent) if (names.has(this.token(at).name)) return at;
    return undefined;
  }

  isGone(index: number): boolean {
    return this.gone[index] === 1;
  }

  isElement(token: Token): boolean {
    return token.kind === 'open' || token.kind === 'empty';
  }

  /** Takes an element out, with everything in it. */
  remove(index: number): void {
    const { start, mate } = this.token(index);
    this.splices.remove(start, this.token(mate).end);
    this.gone.fill(1, index, mate + 1);
  }

  /** Takes the tags of an element out and leaves what is in it. */
  unwrap(index: number): void {
    const token = this.token(index);
    this.splices.remove(token.start, token.end);
    const close = this.token(token.mate);
    if (close !== token) this.splices.remove(close.start, close.end);
    this.gone[index] = 1;
    this.gone[token.mate] = 1;
  }

  /** Puts an element inside another one in its place. */
  keepOnly(outer: number, inner: number): void {
    const [around, kept] = [this.token(outer), this.token(inner)];
    this.splices.remove(around.start, kept.start);
    this.splices.remove(this.token(kept.mate).end, this.token(around.mate).end);
    this.gone.fill(1, outer, inner);
    this.gone.fill(1, kept.mate + 1, around.mate + 1);
  }

  /** Programs drop blanks at the ends of a text that does not say xml:space. */
  keepBlanks(index: number): void {
    if (this.kept.has(index) || this.attribute(index, 'space') !== undefined) return;
    this.kept.add(index);
    const { start, end } = this.token(index);
    const at = start + (/^<[^\s/>]+/.exec(this.xml.slice(start, end))?.[0].length ?? 0);
    this.splices.replace(at, at, ' xml:space="preserve"');
  }

  attributes(index: number): Attribute[] {
    return attributesOf(this.xml, this.token(index));
  }

  attribute(index: number, name: string): string | undefined {
    return this.attributes(index).find((attribute) => attribute.name === name)?.value;
  }

  /** Text of an element's own text nodes, decoded by nobody: for codes and numbers. */
  rawText(index: number): string {
    let text = '';
    for (let at = index + 1; at < this.token(index).mate; at += 1) {
      const token = this.token(at);
      if (token.kind === 'text') text += this.xml.slice(token.start, token.end);
    }
    return text;
  }

  /** Text after all changes. Throws CannotSplice when two of them cross. */
  result(): string {
    const xml = this.splices.apply(this.xml);
    if (xml === undefined) throw new CannotSplice(`部件 ${this.name} 里两处改动相交`);
    return xml;
  }

  encode(xml: string): Uint8Array {
    return encodePart(xml, this.utf8);
  }
}

/** Switch values of Office attributes: missing means on. */
export const isOn = (value: string | undefined): boolean => value === undefined || !['0', 'false', 'off', 'none'].includes(value);
