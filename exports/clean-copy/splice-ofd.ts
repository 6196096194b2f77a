import { type Zippable, zipSync } from 'fflate';
import { type Draft, fail, ok, type Piece, type Result } from '../../review/model/index.ts';
import type { Edit } from '../edited-text.ts';
import { CannotSplice } from './cannot-splice.ts';
import { DraftPieces } from './draft-pieces.ts';
import { Dropped } from './dropped.ts';
import { OfdCodes } from './ofd/ofd-codes.ts';
import { OfdFlow } from './ofd/ofd-flow.ts';
import { mapOfd } from './ofd/ofd-map.ts';
import type { PartEdit } from './part-edit.ts';
import { barePicture } from './pictures.ts';
import { readParts } from './read-parts.ts';
import type { Spliced } from './splice-office.ts';

const MOMENT = new Date(1980, 0, 1);
/** Kinds that a reader of the pages sees. */
const SHOWN: ReadonlySet<string> = new Set(['body', 'heading', 'table-cell', 'header', 'footer']);
/** Elements that show nothing on a page → name in the record. */
const OF_DOCUMENT: Readonly<Record<string, string>> = {
  Outlines: '书签',
  Bookmarks: '书签',
  Actions: '动作与链接',
  Annotations: '注释',
  Attachments: '附件',
  CustomTags: '自定义标记',
  Extensions: '扩展数据',
  Permissions: '权限设置',
};
const OF_ROOT: Readonly<Record<string, string>> = { Versions: '较早版本', Signatures: '签名与印章' };
/** Of the information about the file its id stays, with a value that says nothing: programs want it to be there. */
const INFO_KEPT: ReadonlySet<string> = new Set(['DocID']);

/**
 * Makes a clean copy of an OFD file (GB/T 33190; domain/ingestion.md §4): the replacements are put among the painted characters,
 * what no visible text holds is taken out, and only listed pages, their templates, resources and pictures go into the copy.
 * Fonts inside the file go too: a subset has the shapes of exactly the letters that were used. Code: clean-copy-unspliced.
 */
export async function spliceOfd(draft: Draft, bytes: Uint8Array, edits: readonly Edit[]): Promise<Result<Spliced>> {
  try {
    return ok(await splice(draft, bytes, edits));
  } catch (error) {
    if (error instanceof CannotSplice) return fail('clean-copy-unspliced', error.why);
    throw error;
  }
}

async function splice(draft: Draft, bytes: Uint8Array, edits: readonly Edit[]): Promise<Spliced> {
  const files = await readParts(bytes);
  const dropped = new Dropped();
  const map = mapOfd(files, dropped);
  const pieces = new DraftPieces(draft, edits);
  cleanElements(map.root, OF_ROOT);
  cleanInfo(map.root);
  for (const document of map.documents) cleanElements(document, OF_DOCUMENT);
  for (const resource of map.resources) cleanFonts(resource);
  for (const page of [...map.pages, ...map.templates]) cleanPage(page);
  const gone = editPages(map.pages, draft, pieces) + editTemplates(map.templates, draft, pieces);
  dropped.add('隐藏文字', gone);
  for (const piece of draft.pieces) if (!SHOWN.has(piece.kind) || !piece.visible) pieces.take([piece]);
  pieces.settle();
  const parts = [map.root, ...map.documents, ...map.resources, ...map.templates, ...map.pages];
  const kept = new Set([...parts.map((part) => part.name), ...map.pictures]);
  for (const name of files.keys()) if (!kept.has(name) && !name.endsWith('/')) dropped.add(nameOf(name));
  return { bytes: write(parts, map.pictures, files, dropped), dropped: dropped.list() };
}

function editPages(pages: readonly PartEdit[], draft: Draft, pieces: DraftPieces): number {
  const codes = pages.map((page) => new OfdCodes(page));
  const flow = new OfdFlow();
  for (const page of codes) flow.addPage(page.characters);
  const shown = draft.pieces.filter((piece) => isShown(piece) && piece.where.part === '');
  for (const piece of shown) flow.place(piece, pieces);
  const rest = flow.dropRest();
  for (const page of codes) page.write();
  return rest > 0 ? 1 : 0;
}

function editTemplates(templates: readonly PartEdit[], draft: Draft, pieces: DraftPieces): number {
  let gone = 0;
  for (const template of templates) {
    const codes = new OfdCodes(template);
    const flow = new OfdFlow();
    flow.addPage(codes.characters);
    const own = draft.pieces.filter((piece) => isShown(piece) && piece.where.part.toLowerCase() === template.name.toLowerCase());
    for (const piece of own) flow.place(piece, pieces);
    if (flow.dropRest() > 0) gone += 1;
    codes.write();
  }
  return gone;
}

const isShown = (piece: Piece): boolean => piece.visible && SHOWN.has(piece.kind);

function cleanElements(part: PartEdit, unwanted: Readonly<Record<string, string>>): void {
  part.tokens.forEach((token, index) => {
    if (token.kind === 'aside' && !part.xml.startsWith('<?xml ', token.start)) part.splices.remove(token.start, token.end);
    else if (part.isElement(token) && !part.isGone(index) && Object.hasOwn(unwanted, token.name)) {
      const kind = unwanted[token.name] ?? '';
      if (kind !== '') part.dropped.add(kind);
      part.remove(index);
    }
  });
}

function cleanInfo(root: PartEdit): void {
  root.tokens.forEach((token, index) => {
    if (!root.isElement(token) || root.isGone(index) || root.ancestor(token) !== 'DocInfo') return;
    if (!INFO_KEPT.has(token.name)) {
      root.dropped.add('文档属性');
      root.remove(index);
    } else if (token.kind === 'open') root.splices.replace(token.end, root.token(token.mate).start, '0f'.repeat(16));
  });
}

function cleanFonts(resource: PartEdit): void {
  cleanElements(resource, { FontFile: '内嵌字体' });
}

/** Takes out what programs do not draw, the numbers of glyphs (which say the letters once more), and actions. */
function cleanPage(page: PartEdit): void {
  cleanElements(page, { Actions: '动作与链接', CGTransform: '' });
  page.tokens.forEach((token, index) => {
    if (!page.isElement(token) || page.isGone(index)) return;
    const value = (name: string) => page.attribute(index, name);
    const object = /^(TextObject|PathObject|ImageObject|CompositeObject)$/.test(token.name);
    const unseen = value('Visible') === 'false' || (object && value('Alpha') === '0');
    const empty = token.name === 'TextObject' && value('Fill') === 'false' && value('Stroke') !== 'true';
    if (!unseen && !empty) return;
    page.dropped.add('隐藏的对象');
    page.remove(index);
  });
}

function nameOf(part: string): string {
  if (/\.(esl|dat)$|(^|\/)Signs?\//i.test(part)) return '签名与印章';
  if (/(^|\/)Attachs?\//i.test(part)) return '附件';
  if (/(^|\/)Annots?\//i.test(part)) return '注释';
  return /\.(ttf|otf|ttc|cff)$/i.test(part) ? '内嵌字体' : '没有用到的部件';
}

function write(
  parts: readonly PartEdit[],
  pictures: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
  dropped: Dropped,
): Uint8Array {
  const zip: Zippable = {};
  for (const part of parts) zip[part.name] = [part.encode(part.result()), { mtime: MOMENT, level: 6 }];
  for (const name of pictures) {
    const bytes = files.get(name) ?? new Uint8Array(0);
    const bare = barePicture(bytes).bytes;
    if (bare.length < bytes.length) dropped.add('图片附带信息');
    zip[name] = [bare, { mtime: MOMENT, level: 0 }];
  }
  return zipSync(zip);
}
