import { partAt } from '../../review/model/index.ts';
import type { PartEdit } from './part-edit.ts';
import { escapeXml } from './xml-tokens.ts';

/** One relationship of a package. */
export interface Relation {
  readonly id: string;
  /** Address of the type as written, and its last word (header, image …). */
  readonly address: string;
  readonly type: string;
  /** Part name when internal, address as written when external. */
  readonly target: string;
  readonly external: boolean;
}

export const relationPartOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');
/** Part that a relationship part belongs to; empty for the package. */
export const sourceOf = (relationPart: string): string => relationPart.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
/** Lower-case extension of a part name, without the dot. */
export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'xml';
export const isRelationPart = (name: string): boolean => /(^|\/)_rels\/[^/]*\.rels$/i.test(name);

/** Relationships of one relationship part, in order. */
export function readRelations(part: PartEdit): Relation[] {
  const source = sourceOf(part.name);
  return part.tokens.flatMap((token, index) => {
    if (!part.isElement(token) || token.name !== 'Relationship') return [];
    const values = new Map(part.attributes(index).map(({ name, value }) => [name, value]));
    const target = values.get('Target') ?? '';
    const external = values.get('TargetMode') === 'External';
    const address = values.get('Type') ?? '';
    const type = address.split('/').at(-1) ?? '';
    return [
      {
        id: values.get('Id') ?? '',
        address,
        type,
        target: external ? target : partAt(source, target.split('#')[0] ?? ''),
        external,
      },
    ];
  });
}

/** A relationship part written anew; targets are given from the root, which every program reads. */
export function writeRelations(relations: readonly Relation[], nameOf: (part: string) => string): string {
  const rows = relations.map(({ id, address, target, external }) => {
    const to = external ? escapeXml(target) : `/${escapeXml(nameOf(target))}`;
    return `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(address)}" Target="${to}"${external ? ' TargetMode="External"' : ''}/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}
