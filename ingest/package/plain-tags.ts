import { localName } from './local-name.ts';
import type { Attributes } from './walk-xml.ts';
import { withReferences } from './xml-references.ts';

/** A start tag. Tags written alike are one object, so `attributes` must never be changed. */
export interface PlainTag {
  /** With its prefix, as written. */
  readonly name: string;
  readonly local: string;
  readonly attributes: Attributes;
  /** True for `<a/>`. */
  readonly empty: boolean;
}

/** Names of the common kind: what is left out here is judged by the strict parser. */
const NAME = '[A-Za-z_\\u4e00-\\u9fff][\\w.:\\u4e00-\\u9fff-]*';
const TAG = new RegExp(`^(${NAME})((?:[ \\t\\n]+${NAME}[ \\t\\n]*=[ \\t\\n]*(?:"[^"<]*"|'[^'<]*'))*)[ \\t\\n]*(/?)$`);
const ATTRIBUTE = new RegExp(`(${NAME})[ \\t\\n]*=[ \\t\\n]*("[^"]*"|'[^']*')`, 'g');
const NONE: Attributes = Object.freeze(Object.create(null));
/** So many tags are remembered, and only short ones: a document that numbers every tag must not fill the memory. */
const MOST = 5000;
const LONGEST = 400;

/** Reads start tags. Office programs write the same few hundred over and over, and each is read once. */
export class PlainTags {
  private readonly known = new Map<string, PlainTag>();

  /** The tag between `<` and `>`; undefined when it is not plainly well formed. Line ends must be `\n`. */
  read(inside: string): PlainTag | undefined {
    const known = this.known.get(inside);
    if (known) return known;
    const tag = tagOf(inside);
    if (tag && inside.length <= LONGEST && this.known.size < MOST) this.known.set(inside, tag);
    return tag;
  }
}

function tagOf(inside: string): PlainTag | undefined {
  const [, name, list, slash] = TAG.exec(inside) ?? [];
  const attributes = list === undefined ? undefined : attributesOf(list);
  if (name === undefined || attributes === undefined) return undefined;
  return { name, local: localName(name), attributes, empty: slash === '/' };
}

function attributesOf(list: string): Attributes | undefined {
  if (list === '') return NONE;
  // Without a prototype: a file may call an attribute __proto__.
  const attributes: Record<string, string> = Object.create(null);
  for (const [, name = '', quoted = ''] of list.matchAll(ATTRIBUTE)) {
    const value = withReferences(quoted.slice(1, -1).replaceAll(/[\t\n]/g, ' '));
    if (value === undefined || attributes[name] !== undefined) return undefined;
    attributes[name] = value;
  }
  return attributes;
}
