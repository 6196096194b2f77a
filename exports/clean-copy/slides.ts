import { CannotSplice } from './cannot-splice.ts';
import type { DraftPieces } from './draft-pieces.ts';
import { Flow } from './flow.ts';
import type { PackageMap } from './package-map.ts';
import { isOn, type PartEdit } from './part-edit.ts';
import { editPlainTexts } from './plain-texts.ts';

/** Slides that are not shown: marked so, or not in the list of slides. */
export function unseenSlides(map: PackageMap, open: (part: string) => PartEdit | undefined): ReadonlySet<string> {
  const main = open(map.main);
  if (!main) return new Set();
  const listed = new Set(
    main.tokens.flatMap((token, index) =>
      token.name === 'sldId' && main.isElement(token)
        ? main.attributes(index).flatMap(({ qname, name, value }) => (name === 'id' && qname.includes(':') ? [value] : []))
        : [],
    ),
  );
  const slides = map.relationsAsRead(map.main).filter(({ type }) => type === 'slide');
  return new Set(slides.filter(({ id, target }) => !listed.has(id) || isHidden(open(target))).map(({ target }) => target));
}

function isHidden(slide: PartEdit | undefined): boolean {
  const root = slide?.tokens.findIndex((token) => slide.isElement(token)) ?? -1;
  const show = root < 0 ? undefined : slide?.attribute(root, 'show');
  return show !== undefined && !isOn(show);
}

/** Of presentation and slides go: notes, sections, tags, the list of unseen slides, objects and their sound. */
const REMOVED: ReadonlySet<string> = new Set(
  'notesMasterIdLst handoutMasterIdLst custDataLst custShowLst photoAlbum modifyVerifier smartTags extLst controls'.split(' '),
);
const SHAPES: ReadonlySet<string> = new Set(['sp', 'graphicFrame', 'grpSp', 'pic', 'cxnSp']);

/** Cleans and edits the parts of a presentation. Throws CannotSplice. */
export function editSlides(parts: ReadonlyMap<string, PartEdit>, map: PackageMap, pieces: DraftPieces): void {
  const main = parts.get(map.main);
  if (!main) return;
  cleanPresentation(main, map);
  const paper = paperOf(main);
  for (const part of parts.values()) {
    const type = map.types.get(part.name);
    if (type === 'slide') editSlide(part, pieces, paper);
    else if (part !== main) editPlainTexts(part, pieces);
  }
}

function cleanPresentation(main: PartEdit, map: PackageMap): void {
  const lost = map.lostIds(map.main);
  main.tokens.forEach((token, index) => {
    if (!main.isElement(token) || main.isGone(index)) return;
    if (REMOVED.has(token.name)) main.remove(index);
    else if (token.name === 'sldId') {
      const unseen = main.attributes(index).some(({ qname, value }) => qname.includes(':') && lost.has(value));
      if (unseen) main.remove(index);
    }
  });
}

interface Paper {
  readonly width: number;
  readonly height: number;
}
function paperOf(main: PartEdit): Paper {
  const index = main.tokens.findIndex((token) => token.name === 'sldSz' && main.isElement(token));
  const size = (name: string): number => (index < 0 ? Number.NaN : Number(main.attribute(index, name)));
  return { width: size('cx') || Number.POSITIVE_INFINITY, height: size('cy') || Number.POSITIVE_INFINITY };
}

function editSlide(part: PartEdit, pieces: DraftPieces, paper: Paper): void {
  const texts = paragraphsOf(part);
  layOver(part, texts, pieces);
  let removed = 0;
  part.tokens.forEach((token, index) => {
    if (!part.isElement(token) || part.isGone(index)) return;
    if (REMOVED.has(token.name)) part.remove(index);
    else if (token.name === 'oleObj') replaceObject(part, index);
    else if (SHAPES.has(token.name) && (isHiddenShape(part, index) || isOutside(part, index, paper))) {
      part.dropped.add('隐藏的图形');
      part.remove(index);
      removed += 1;
    }
  });
  // Animations name shapes by number; one that is gone makes the program repair the file.
  if (removed > 0)
    part.tokens.forEach((token, index) => {
      if (token.name === 'timing' && part.isElement(token) && !part.isGone(index)) part.remove(index);
    });
}

/** Of an embedded object stays the picture that shows it. */
function replaceObject(part: PartEdit, index: number): void {
  const frame = part.above(index, new Set(['graphicFrame']));
  const within = part.tokens.slice(frame, frame === undefined ? 0 : part.token(frame).mate);
  const picture = within.findIndex((token) => token.name === 'pic' && token.kind === 'open');
  part.dropped.add('嵌入对象');
  if (frame === undefined || picture < 0) part.remove(frame ?? index);
  else part.keepOnly(frame, frame + picture);
}

/** Paragraphs of a slide in order, as the reader joins them: text of all t elements, a line end for each br. */
function paragraphsOf(part: PartEdit): Flow[] {
  const found: Flow[] = [];
  let open: Flow | undefined;
  for (const token of part.tokens) {
    if (token.kind === 'open' && token.name === 'p') open = new Flow();
    else if (part.isElement(token) && token.name === 'br') open?.addElement('\n', token.start, part.token(token.mate).end, 0);
    else if (token.kind === 'close' && token.name === 'p' && open) {
      found.push(open);
      open = undefined;
    } else if ((token.kind === 'text' || token.kind === 'cdata') && part.ancestor(token) === 't')
      open?.addText(part.xml, token, token.parent);
  }
  return found.filter((flow) => flow.text.trim() !== '');
}

const SPOKEN: readonly string[] = ['body', 'heading', 'table-cell', 'hidden-text'];

/** The pieces of a slide are its paragraphs, in order, long ones cut. Hidden paragraphs are emptied. */
function layOver(part: PartEdit, texts: readonly Flow[], pieces: DraftPieces): void {
  const own = pieces.of(part.name).filter((piece) => SPOKEN.includes(piece.kind));
  let next = 0;
  for (const flow of texts) {
    const from = next;
    for (let length = 0; length < flow.text.length && next < own.length; next += 1) length += own[next]?.text.length ?? 0;
    const group = own.slice(from, next);
    if (group.map((piece) => piece.text).join('') !== flow.text) throw new CannotSplice(`部件 ${part.name} 与检查时的文字对不上`);
    if (group.some((piece) => !piece.visible)) {
      part.dropped.add('隐藏文字');
      flow.replace({ start: 0, end: flow.text.length, replacement: '' }, part.splices);
    }
    for (const edit of pieces.take(group)) flow.replace(edit, part.splices);
  }
  if (next !== own.length) throw new CannotSplice(`部件 ${part.name} 与检查时的文字对不上`);
}

/** Judges a shape by its own cNvPr; what hides a group hides what is in it. */
function isHiddenShape(part: PartEdit, shape: number): boolean {
  for (let at = shape + 1; at < part.token(shape).mate; at += 1) {
    const token = part.token(at);
    if (token.name !== 'cNvPr' || !part.isElement(token)) continue;
    const hidden = part.attribute(at, 'hidden');
    return hidden !== undefined && isOn(hidden);
  }
  return false;
}

/** True for a free shape that lies wholly beside the slide; inside a group places are measured in its own frame. */
function isOutside(part: PartEdit, shape: number, { width, height }: Paper): boolean {
  if (part.ancestor(part.token(shape)) !== 'spTree') return false;
  let place: { x: number; y: number } | undefined;
  for (let at = shape + 1; at < part.token(shape).mate; at += 1) {
    const token = part.token(at);
    if (!part.isElement(token)) continue;
    const value = (name: string): number => Number(part.attribute(at, name)) || 0;
    if (token.name === 'off') place = { x: value('x'), y: value('y') };
    else if (token.name === 'ext' && place && part.attribute(at, 'cx') !== undefined) {
      return place.x >= width || place.y >= height || place.x + value('cx') <= 0 || place.y + value('cy') <= 0;
    }
  }
  return false;
}
