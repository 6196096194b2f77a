import { SaxesParser } from 'saxes';
import { LIMITS } from '../limits.ts';
import { decodeXml } from './decode-xml.ts';
import { localName } from './local-name.ts';
import { readPlainXml, type XmlHearer } from './read-plain-xml.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one part hears, in document order. Names are local: prefixes differ between producers and the strict form. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** `parent` is the local name of the element round the text. */
  text(text: string, parent: string): void;
  /** Comments and processing instructions: shown by no program. */
  aside(text: string): void;
}

export type XmlOutcome = 'whole' | 'doctype' | 'too-deep' | 'broken';

class Refused extends Error {
  readonly outcome: XmlOutcome;
  constructor(outcome: XmlOutcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

/** Passes on what is heard with local names, and keeps count of what is open. */
class Hearer implements XmlHearer {
  readonly names: string[] = [];
  private readonly locals: string[] = [];
  private readonly listener: XmlListener;

  constructor(listener: XmlListener) {
    this.listener = listener;
  }

  open(name: string, local: string, attributes: Attributes): void {
    if (this.names.length >= LIMITS.xmlDepth) throw new Refused('too-deep');
    this.names.push(name);
    this.locals.push(local);
    this.listener.open(local, attributes);
  }

  close(): void {
    this.names.pop();
    this.listener.close(this.locals.pop() ?? '');
  }

  text(text: string): void {
    this.listener.text(text, this.locals.at(-1) ?? '');
  }

  aside(text: string): void {
    this.listener.aside(text);
  }
}

/**
 * Streams an XML part to the listener. No DTD, so no entities of its own; at most LIMITS.xmlDepth levels. Stops at the first
 * offence and says which; what was heard until then stays valid. The attributes heard belong to the walk: nobody may change them.
 */
export function walkXml(bytes: Uint8Array, listener: XmlListener): XmlOutcome {
  const decoded = decodeXml(bytes);
  const xml = decoded.includes('\r') ? decoded.replaceAll(/\r\n?/g, '\n') : decoded;
  const hearer = new Hearer(listener);
  try {
    const { at, rootSeen } = readPlainXml(xml, hearer);
    const whole = at === xml.length && rootSeen && hearer.names.length === 0;
    if (whole) return 'whole';
    // From the start as it was decoded: XML 1.1 has other line ends.
    if (at === 0) readStrictly(decoded, hearer, '');
    else readStrictly(xml.slice(at), hearer, openedSoFar(hearer.names, rootSeen));
    return 'whole';
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

/** The shortest document that brings a parser to where the plain reading stopped. */
function openedSoFar(names: readonly string[], rootSeen: boolean): string {
  const opened = names.map((name) => `<${name}>`).join('');
  return `<?xml version="1.0"?>${rootSeen && names.length === 0 ? '<r></r>' : opened}`;
}

/** Reads the rest of a document by the rules of XML, behind an opening of which nothing is heard. */
function readStrictly(rest: string, hearer: Hearer, opening: string): void {
  const parser = new SaxesParser({ position: false, xmlns: false });
  if (opening !== '') parser.write(opening);
  parser.on('error', () => {
    throw new Refused('broken');
  });
  parser.on('doctype', () => {
    throw new Refused('doctype');
  });
  parser.on('opentag', (tag) => hearer.open(tag.name, localName(tag.name), tag.attributes as Attributes));
  parser.on('closetag', () => hearer.close());
  const text = (data: string) => hearer.text(data);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('comment', (comment) => hearer.aside(comment));
  parser.on('processinginstruction', (instruction) => hearer.aside(instruction.body));
  parser.write(rest).close();
}

/** Value of the attribute with this local name, whatever its prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const usual = attributes[`w:${name}`] ?? attributes[name];
  if (usual !== undefined) return usual;
  for (const key in attributes) if (localName(key) === name) return attributes[key];
  return undefined;
}

/** Local name of the root element, from the first few kilobytes; empty when there is none. */
export function rootOf(bytes: Uint8Array): string {
  const head = decodeXml(bytes.subarray(0, 4096)).replaceAll(/<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(\[[^\]]*\])?\s*>/g, '');
  return localName(/<([\w.:-]+)/.exec(head)?.[1] ?? '');
}
