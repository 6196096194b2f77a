import { SaxesParser } from 'saxes';
import { LIMITS } from '../limits.ts';
import { decodeXml } from './decode-xml.ts';

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

/**
 * Streams an XML part to the listener. No DTD, so no entities of its own; at most LIMITS.xmlDepth levels. Stops at the first
 * offence and says which; what was heard until then stays valid.
 */
export function walkXml(bytes: Uint8Array, listener: XmlListener): XmlOutcome {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const stack: string[] = [];
  parser.on('error', () => {
    throw new Refused('broken');
  });
  parser.on('doctype', () => {
    throw new Refused('doctype');
  });
  parser.on('opentag', (tag) => {
    if (stack.length >= LIMITS.xmlDepth) throw new Refused('too-deep');
    const name = localName(tag.name);
    stack.push(name);
    listener.open(name, tag.attributes as Attributes);
  });
  parser.on('closetag', () => listener.close(stack.pop() ?? ''));
  const text = (data: string) => listener.text(data, stack.at(-1) ?? '');
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('comment', (comment) => listener.aside(comment));
  parser.on('processinginstruction', (instruction) => listener.aside(instruction.body));
  try {
    parser.write(decodeXml(bytes)).close();
    return 'whole';
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
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
