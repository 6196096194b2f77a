import { type Zippable, zipSync } from 'fflate';
import type { PackageMap } from './package-map.ts';
import { type OfficeKind, PART_TYPES, PICTURES } from './part-types.ts';
import { extensionOf, relationPartOf, writeRelations } from './relations.ts';
import { escapeXml } from './xml-tokens.ts';

/** The same moment in every archive, so that equal content gives equal bytes and nobody learns when it was made. */
const MOMENT = new Date(1980, 0, 1);
const STORED: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'gif']);

/**
 * A package of the parts that stay: content types first and made from the allow-list, relationships written anew, no dates, no
 * comments, no extra fields. Parts whose name says something in Chinese get a plain one.
 */
export function writePackage(kind: OfficeKind, map: PackageMap, contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = plainNames([...map.types.keys()]);
  const nameOf = (part: string): string => names.get(part) ?? part;
  const encoder = new TextEncoder();
  const files: Zippable = {};
  const put = (name: string, bytes: Uint8Array): void => {
    files[name] = [bytes, { mtime: MOMENT, level: STORED.has(extensionOf(name)) ? 0 : 6 }];
  };
  put('[Content_Types].xml', encoder.encode(contentTypes(kind, map, nameOf)));
  put('_rels/.rels', encoder.encode(writeRelations(map.relationsOf(''), nameOf)));
  for (const [part, bytes] of contents) {
    put(nameOf(part), bytes);
    const relations = map.relationsOf(part);
    if (relations.length > 0) put(relationPartOf(nameOf(part)), encoder.encode(writeRelations(relations, nameOf)));
  }
  return zipSync(files);
}

function contentTypes(kind: OfficeKind, map: PackageMap, nameOf: (part: string) => string): string {
  const extensions = new Set<string>();
  const overrides: string[] = [];
  for (const [part, type] of map.types) {
    const content = PART_TYPES[kind][type] ?? '';
    if (content === '') extensions.add(extensionOf(part));
    else overrides.push(`<Override PartName="/${escapeXml(nameOf(part))}" ContentType="${content}"/>`);
  }
  const defaults = [...extensions].map(
    (each) => `<Default Extension="${escapeXml(each)}" ContentType="${PICTURES[each] ?? ''}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${defaults.join('')}${overrides.join('')}</Types>`;
}

function plainNames(parts: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  parts.forEach((part, index) => {
    if (/^[\w./-]+$/.test(part) && !/\d{7}/.test(part)) return;
    const folder = part
      .split('/')
      .slice(0, -1)
      .filter((step) => /^[\w.-]+$/.test(step));
    names.set(part, [...folder, `part${index + 1}.${extensionOf(part)}`].join('/'));
  });
  return names;
}
