import { parse } from 'yaml';
import { Shape } from './shape.ts';

/** A legal basis that a finding may cite. */
export interface Basis {
  readonly code: string;
  /** Short name and article: 《保守国家秘密法》第三十五条. */
  readonly name: string;
  /** Civil date since when this wording is in force. */
  readonly since: string;
}

/** The office's own list of secret matters is cited by number only (legal-basis.md, golden rule 3). */
const LOCAL = /^LOCAL-[0-9A-Za-z]{1,12}$/;

/** Reads rules/basis.yaml; throws `ShapeError` when it is broken, because the program ships it. */
export function loadBasis(text: string): ReadonlyMap<string, Basis> {
  const laws = new Shape(parse(text), '');
  const entries: [string, Basis][] = [];
  for (const key of laws.keys()) {
    const law = laws.shape(key);
    law.only(['name', 'since', 'articles']);
    const articles = law.shape('articles');
    for (const number of articles.keys()) {
      const code = `${key}-${number}`;
      entries.push([code, { code, name: `《${law.string('name')}》${articles.string(number)}`, since: law.string('since') }]);
    }
  }
  return new Map(entries);
}

/** Short Chinese name of a code; an office's own code is named without its text. */
export function basisName(basis: ReadonlyMap<string, Basis>, code: string): string {
  return basis.get(code)?.name ?? (LOCAL.test(code) ? `本单位事项 ${code}` : code);
}
