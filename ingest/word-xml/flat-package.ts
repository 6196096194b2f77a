import { writtenAttribute, xmlTokens } from './xml-tokens.ts';

/** Parts of a package by name: XML as text, anything else as bytes. */
export type FlatParts = Readonly<Record<string, string | Uint8Array>>;

/** Name of the part that keeps what stands between the parts; no relationship leads to it, so it is swept as left over. */
const ENVELOPE = 'flat-package.xml';

/**
 * The parts of a document that Office saved as one XML text (Flat OPC: pkg:package). `xml` is well formed. What stands outside the
 * parts comes as a part of its own, so that nothing is lost.
 */
export function flatParts(xml: string): FlatParts {
  const parts: Record<string, string | Uint8Array> = {};
  const envelope: string[] = [];
  let part: { readonly name: string; text: string; holds: 'xmlData' | 'binaryData' | ''; depth: number } | undefined;
  for (const token of xmlTokens(xml)) {
    if (part?.holds) {
      if (token.name === part.holds) part.depth += token.type === 'open' ? 1 : token.type === 'close' ? -1 : 0;
      if (part.depth > 0) part.text += token.raw;
      else {
        // Names that every object has (__proto__) are taken, like those of earlier parts.
        const name = part.name in parts || part.name === '' ? `${part.name}-${envelope.length}` : part.name;
        parts[name] = part.holds === 'xmlData' ? part.text : Uint8Array.from(Buffer.from(part.text, 'base64'));
        part.holds = '';
        envelope.push(token.raw);
      }
      continue;
    }
    envelope.push(token.raw);
    if (token.name === 'part' && token.type === 'open')
      part = { name: (writtenAttribute(token.attributes, 'name') ?? '').replace(/^\/+/, ''), text: '', holds: '', depth: 0 };
    else if (part && token.type === 'open' && (token.name === 'xmlData' || token.name === 'binaryData')) {
      part.holds = token.name;
      part.depth = 1;
    }
  }
  return { ...parts, [ENVELOPE]: envelope.join('') };
}
