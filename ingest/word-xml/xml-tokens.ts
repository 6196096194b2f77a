/** A piece of an XML text as it stands there; `name` is the local name of a tag, empty for text, comments and instructions. */
export interface XmlToken {
  readonly raw: string;
  readonly name: string;
  readonly type: 'open' | 'close' | 'empty' | 'other';
  /** Attributes of an opening tag as they are written. */
  readonly attributes: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</g;

/** Cuts well-formed XML into tags and what lies between; the pieces together are the text again. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (const [raw, slash, name, rest = ''] of xml.matchAll(TOKEN)) {
    if (name === undefined) yield { raw, name: '', type: 'other', attributes: '' };
    else if (slash) yield { raw, name, type: 'close', attributes: '' };
    else {
      const empty = rest.endsWith('/');
      yield { raw, name, type: empty ? 'empty' : 'open', attributes: empty ? rest.slice(0, -1) : rest };
    }
  }
}

/** Value of an attribute by its local name, with its references as they are written. */
export const writtenAttribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined);
