import { PlainTags } from './plain-tags.ts';
import type { Attributes } from './walk-xml.ts';
import { withReferences } from './xml-references.ts';

/** What hears a document, whoever reads it. */
export interface XmlHearer {
  /** Names of the open elements as written, outermost first. */
  readonly names: readonly string[];
  open(name: string, local: string, attributes: Attributes): void;
  close(): void;
  text(text: string): void;
  aside(text: string): void;
}

/** Where reading stopped, `text.length` when all was read. */
export interface PlainStop {
  readonly at: number;
  readonly rootSeen: boolean;
}

const DECLARATION =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.0"|'1\.0')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/;
/** Characters XML 1.0 allows nowhere. Halves of pairs cannot come out of a decoder. */
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const SLASH = 0x2f;
const MARK = 0x21;
const QUESTION = 0x3f;
const GREATER = 0x3e;

/**
 * Reads well-formed XML 1.0 of the plain kind that programs write, several times as fast as a parser that looks at every character.
 * It never judges: at the first thing it is not sure of it stops before it, with nothing of it heard, and the strict parser takes over.
 * `xml` has line ends as `\n` alone and no lone surrogates.
 */
export function readPlainXml(xml: string, hearer: XmlHearer): PlainStop {
  if (FORBIDDEN.test(xml)) return { at: 0, rootSeen: false };
  const declared = DECLARATION.exec(xml)?.[0].length ?? 0;
  // Blanks before a root without declaration are another case to the strict parser.
  if (declared === 0 && xml.charCodeAt(0) !== 0x3c) return { at: 0, rootSeen: false };
  return new PlainReading(xml, hearer, declared).read();
}

class PlainReading {
  private readonly xml: string;
  private readonly hearer: XmlHearer;
  private readonly tags = new PlainTags();
  private readonly bracketed: boolean;
  private at: number;
  private rootSeen = false;

  constructor(xml: string, hearer: XmlHearer, at: number) {
    this.xml = xml;
    this.hearer = hearer;
    this.at = at;
    this.bracketed = xml.includes(']]>');
  }

  read(): PlainStop {
    while (this.readText() && this.readMarkup());
    return { at: this.at, rootSeen: this.rootSeen };
  }

  /** Text up to the next markup; false where the strict parser must go on, or at the end. */
  private readText(): boolean {
    const { xml, at, hearer } = this;
    const next = xml.indexOf('<', at);
    if (next === at) return true;
    const inside = hearer.names.length > 0;
    if (next < 0 && (inside || !this.rootSeen)) return false;
    const raw = next < 0 ? xml.slice(at) : xml.slice(at, next);
    if ((!inside && !/^[ \t\n]*$/.test(raw)) || (this.bracketed && raw.includes(']]>'))) return false;
    const text = withReferences(raw);
    if (text === undefined) return false;
    if (text !== '') hearer.text(text);
    this.at += raw.length;
    return next >= 0;
  }

  /** One tag, comment, instruction or CDATA section; false when it is not plainly well formed. */
  private readMarkup(): boolean {
    const second = this.xml.charCodeAt(this.at + 1);
    if (second === SLASH) return this.readEnd();
    if (second === MARK) return this.readComment() || this.readCdata();
    if (second === QUESTION) return this.readInstruction();
    return this.readStart();
  }

  private readStart(): boolean {
    const { xml, at, hearer } = this;
    const end = xml.indexOf('>', at);
    if (end < 0 || (this.rootSeen && hearer.names.length === 0)) return false;
    const tag = this.tags.read(xml.slice(at + 1, end));
    if (!tag) return false;
    this.rootSeen = true;
    hearer.open(tag.name, tag.local, tag.attributes);
    if (tag.empty) hearer.close();
    this.at = end + 1;
    return true;
  }

  private readEnd(): boolean {
    const name = this.hearer.names.at(-1);
    const after = this.at + 2 + (name?.length ?? 0);
    if (name === undefined || this.xml.charCodeAt(after) !== GREATER || !this.xml.startsWith(name, this.at + 2)) return false;
    this.hearer.close();
    this.at = after + 1;
    return true;
  }

  private readComment(): boolean {
    if (!this.xml.startsWith('<!--', this.at)) return false;
    const end = this.xml.indexOf('--', this.at + 4);
    if (end < 0 || this.xml.charCodeAt(end + 2) !== GREATER) return false;
    this.hearer.aside(this.xml.slice(this.at + 4, end));
    this.at = end + 3;
    return true;
  }

  private readCdata(): boolean {
    if (!this.xml.startsWith('<![CDATA[', this.at) || this.hearer.names.length === 0) return false;
    const end = this.xml.indexOf(']]>', this.at + 9);
    if (end < 0) return false;
    this.hearer.text(this.xml.slice(this.at + 9, end));
    this.at = end + 3;
    return true;
  }

  private readInstruction(): boolean {
    const end = this.xml.indexOf('?>', this.at + 2);
    const [, target, body] = /^([A-Za-z_][\w.-]*)(?:[ \t\n]+([\s\S]*))?$/.exec(this.xml.slice(this.at + 2, end)) ?? [];
    if (end < 0 || target === undefined || target.toLowerCase() === 'xml') return false;
    this.hearer.aside(body ?? '');
    this.at = end + 2;
    return true;
  }
}
