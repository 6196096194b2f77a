import { partAt } from '../../review/model/index.ts';
import type { PackageEntry } from './unpack.ts';
import { attributeOf, walkXml } from './walk-xml.ts';

/** One relationship of a package. `type` is the last word of its type address (header, comments, image …). */
export interface Relationship {
  /** Part the relationship belongs to; empty for the package itself. */
  readonly source: string;
  readonly id: string;
  readonly type: string;
  /** Part name when internal, address as written when external. */
  readonly target: string;
  readonly external: boolean;
}

export const isRelationshipPart = (name: string): boolean => /(^|\/)_rels\/[^/]*\.rels$/.test(name);

/** All relationships of a package; parts that are no well-formed XML give what could be read. */
export function readRelationships(entries: readonly PackageEntry[]): Relationship[] {
  return entries.filter((entry) => isRelationshipPart(entry.name)).flatMap((entry) => relationshipsOf(entry));
}

function relationshipsOf(entry: PackageEntry): Relationship[] {
  const source = entry.name.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
  const found: Relationship[] = [];
  walkXml(entry.bytes, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      const external = attributeOf(attributes, 'TargetMode') === 'External';
      const type = (attributeOf(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      const id = attributeOf(attributes, 'Id') ?? '';
      found.push({ source, id, type, target: external ? target : partAt(source, target.split('#')[0] ?? ''), external });
    },
    close: () => undefined,
    text: () => undefined,
    aside: () => undefined,
  });
  return found;
}
