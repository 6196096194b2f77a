import { partAt } from '../../../review/model/index.ts';
import { CannotSplice } from '../cannot-splice.ts';
import type { Dropped } from '../dropped.ts';
import { PartEdit } from '../part-edit.ts';

/** Parts of an OFD package that show something, and how they hang together (GB/T 33190, 7). Names are compared without case. */
export interface OfdMap {
  readonly root: PartEdit;
  readonly documents: readonly PartEdit[];
  readonly resources: readonly PartEdit[];
  /** Listed pages in order. */
  readonly pages: readonly PartEdit[];
  /** Template pages that a listed page names. */
  readonly templates: readonly PartEdit[];
  /** Names of picture files that resources name. */
  readonly pictures: readonly string[];
}

/** Follows the locations from OFD.xml on. Throws CannotSplice when a part it needs is missing or broken. */
export function mapOfd(files: ReadonlyMap<string, Uint8Array>, dropped: Dropped): OfdMap {
  const names = new Map([...files.keys()].map((name) => [name.toLowerCase(), name]));
  const opened = new Map<string, PartEdit>();
  const open = (location: string): PartEdit | undefined => {
    const name = names.get(location.toLowerCase());
    const bytes = name === undefined ? undefined : files.get(name);
    if (name === undefined || !bytes) return undefined;
    const part = opened.get(name) ?? new PartEdit(name, bytes, dropped);
    opened.set(name, part);
    return part;
  };
  const root = open('OFD.xml');
  if (!root) throw new CannotSplice('找不到 OFD 的目录');
  const documents = texts(root, 'DocRoot').map((location) => needed(open(partAt(root.name, location)), location));
  const resources = documents.flatMap((document) =>
    ['PublicRes', 'DocumentRes'].flatMap((name) =>
      texts(document, name).flatMap((location) => open(partAt(document.name, location)) ?? []),
    ),
  );
  const listed = documents.flatMap((document) =>
    located(document, 'Page').map(({ location }) => needed(open(partAt(document.name, location)), location)),
  );
  const pageResources = listed.flatMap((page) =>
    texts(page, 'PageRes').flatMap((location) => open(partAt(page.name, location)) ?? []),
  );
  const used = new Set(listed.flatMap((page) => values(page, 'Template', 'TemplateID')));
  const templates = documents.flatMap((document) =>
    located(document, 'TemplatePage').flatMap(({ id, location }) =>
      used.has(id) ? (open(partAt(document.name, location)) ?? []) : [],
    ),
  );
  const all = [...resources, ...pageResources];
  const pictures = all.flatMap((part) => {
    const base = values(part, 'Res', 'BaseLoc')[0] ?? '';
    return texts(part, 'MediaFile').flatMap((location) => {
      const folder = `${part.name.split('/').slice(0, -1).join('/')}/${base}`;
      return (
        names.get(partAt(`${folder}/x`, location).toLowerCase()) ?? names.get(partAt(part.name, location).toLowerCase()) ?? []
      );
    });
  });
  return { root, documents, resources: all, pages: listed, templates, pictures };
}

function needed(part: PartEdit | undefined, location: string): PartEdit {
  if (!part) throw new CannotSplice(`找不到部件 ${location.slice(0, 60)}`);
  return part;
}

/** Texts of the elements of a name. */
function texts(part: PartEdit, name: string): string[] {
  return part.tokens.flatMap((token, index) =>
    token.name === name && token.kind === 'open' ? [part.rawText(index).trim()] : [],
  );
}

function values(part: PartEdit, name: string, attribute: string): string[] {
  return part.tokens.flatMap((token, index) => {
    const value = token.name === name && part.isElement(token) ? part.attribute(index, attribute) : undefined;
    return value === undefined ? [] : [value];
  });
}

function located(part: PartEdit, name: string): { readonly id: string; readonly location: string }[] {
  return part.tokens.flatMap((token, index) => {
    const location = token.name === name && part.isElement(token) ? part.attribute(index, 'BaseLoc') : undefined;
    return location === undefined ? [] : [{ id: part.attribute(index, 'ID') ?? '', location }];
  });
}
