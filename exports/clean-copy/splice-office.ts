import { type Draft, fail, ok, type Result } from '../../review/model/index.ts';
import type { Edit } from '../edited-text.ts';
import { cleanAttributes, cleanMarkup } from './attributes.ts';
import { CannotSplice } from './cannot-splice.ts';
import { DraftPieces } from './draft-pieces.ts';
import { Dropped } from './dropped.ts';
import { cleanReferences } from './lost-references.ts';
import { PackageMap } from './package-map.ts';
import { PartEdit } from './part-edit.ts';
import type { OfficeKind } from './part-types.ts';
import { looksLikeXml } from './part-xml.ts';
import { barePicture } from './pictures.ts';
import { readParts } from './read-parts.ts';
import { editSlides, unseenSlides } from './slides.ts';
import { tablesToDrop } from './tables.ts';
import { editWord, unseenHeaders } from './word-parts.ts';
import { editWorkbook, unseenSheets } from './workbook.ts';
import { writePackage } from './write-package.ts';

export interface Spliced {
  readonly bytes: Uint8Array;
  readonly dropped: ReturnType<Dropped['list']>;
}

/** Properties of a document that says nothing about whoever made it; programs want the parts to be there. */
const PROPERTIES: Readonly<Record<string, string>> = {
  'core-properties':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'extended-properties':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
};

/**
 * Makes a clean copy of an Office package (domain/ingestion.md §4): the replacements are spliced into the raw XML, everything
 * hidden is taken out, parts stay by allow-list only, and all else keeps its bytes. `draft` must be the reading of exactly these
 * `bytes`. Code: clean-copy-unspliced, with a Chinese clause that says why.
 */
export async function spliceOffice(
  kind: OfficeKind,
  draft: Draft,
  bytes: Uint8Array,
  edits: readonly Edit[],
): Promise<Result<Spliced>> {
  try {
    return ok(await splice(kind, draft, bytes, edits));
  } catch (error) {
    if (error instanceof CannotSplice) return fail('clean-copy-unspliced', error.why);
    throw error;
  }
}

async function splice(kind: OfficeKind, draft: Draft, bytes: Uint8Array, edits: readonly Edit[]): Promise<Spliced> {
  const files = await readParts(bytes);
  const dropped = new Dropped();
  const pieces = new DraftPieces(draft, edits);
  const map = new PackageMap(files, kind, dropped);
  const open = (name: string): PartEdit | undefined => {
    const content = files.get(name);
    return content && new PartEdit(name, content, dropped);
  };
  map.reach(unseenParts(kind, map, pieces, open, tablesToDrop(kind, draft, edits, files)), dropped);
  const { parts, contents } = readKept(files, map, dropped);
  for (const part of draft.pieces) if (!parts.has(part.where.part)) pieces.giveUp(part.where.part);
  for (const part of parts.values()) cleanMarkup(part);
  if (kind === 'docx') editWord(parts, map, pieces);
  else if (kind === 'xlsx') editWorkbook(parts, map, pieces);
  else editSlides(parts, map, pieces);
  pieces.settle();
  const written = new Map<string, { readonly before: string; readonly after: string }>();
  const bookmarks = new Map<string, string>();
  for (const part of parts.values()) {
    cleanReferences(part, map.lostIds(part.name));
    cleanAttributes(part, bookmarks);
    const xml = part.result();
    written.set(part.name, { before: part.xml, after: xml });
    contents.set(part.name, part.encode(xml));
  }
  map.prune(written);
  for (const name of contents.keys()) if (!map.types.has(name)) contents.delete(name);
  return { bytes: writePackage(kind, map, contents), dropped: dropped.list() };
}

function unseenParts(
  kind: OfficeKind,
  map: PackageMap,
  pieces: DraftPieces,
  open: (name: string) => PartEdit | undefined,
  tables: ReadonlySet<string>,
): ReadonlySet<string> {
  if (kind === 'docx') return unseenHeaders(map, pieces);
  return kind === 'xlsx' ? new Set([...unseenSheets(map, pieces), ...tables]) : unseenSlides(map, open);
}

/** The parts that stay, in the order of the file: XML to be edited, all else ready. */
function readKept(
  files: ReadonlyMap<string, Uint8Array>,
  map: PackageMap,
  dropped: Dropped,
): { readonly parts: Map<string, PartEdit>; readonly contents: Map<string, Uint8Array> } {
  const parts = new Map<string, PartEdit>();
  const contents = new Map<string, Uint8Array>();
  for (const [name, bytes] of files) {
    const type = map.types.get(name);
    if (type === undefined) continue;
    const fixed = Object.hasOwn(PROPERTIES, type) ? PROPERTIES[type] : undefined;
    if (fixed !== undefined) {
      contents.set(name, new TextEncoder().encode(fixed));
      dropped.add('文档属性');
    } else if (type === 'image') {
      const bare = barePicture(bytes);
      contents.set(name, bare.bytes);
      if (bare.bytes.length < bytes.length) dropped.add('图片附带信息');
    } else {
      if (!looksLikeXml(bytes)) throw new CannotSplice(`部件 ${name} 不是应有的内容`);
      parts.set(name, new PartEdit(name, bytes, dropped));
      contents.set(name, bytes);
    }
  }
  return { parts, contents };
}
