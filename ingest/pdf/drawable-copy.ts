import type { PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { ObjectGraph } from './object-graph.ts';
import type { StreamFindings } from './object-streams.ts';

/** Streams hung on pages of their own; a file with more is not of an office. */
const MOST = 2000;

export interface DrawableCopy {
  readonly bytes: Uint8Array;
  /** Pages of the original, which come first. */
  readonly pages: number;
  /** False when there were more undrawn streams than are looked at. */
  readonly whole: boolean;
}

/**
 * A copy of the file for reading what the original does not show or must not cost: pictures become one pixel (their place stays, no
 * decoder runs), and behind the pages come pages for every undrawn form, lost content and lost page. The graph is spent afterwards.
 */
export async function drawableCopy(graph: ObjectGraph, streams: StreamFindings): Promise<DrawableCopy> {
  const { PDFName } = graph.library;
  const { context } = graph.document;
  for (const picture of streams.pictures) shrink(graph, picture);
  const undrawn = streams.undrawn.slice(0, MOST);
  const tree = context.nextRef();
  const hung = undrawn.map((reference) => hang(graph, reference, tree));
  const lost = streams.lostPages.slice(0, MOST);
  const kids = [...graph.pages, ...lost, ...hung];
  context.assign(tree, context.obj({ Type: 'Pages', Kids: kids, Count: kids.length }));
  graph.dictionary(context.trailerInfo.Root)?.set(PDFName.of('Pages'), tree);
  const bytes = await graph.document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return { bytes, pages: graph.pages.length, whole: undrawn.length === streams.undrawn.length };
}

/** One grey pixel of the same name; a mask stays a mask. */
function shrink(graph: ObjectGraph, reference: PDFRef): void {
  const { context } = graph.document;
  const picture = graph.resolve(reference) as PDFRawStream;
  const mask = graph.get(picture.dict, 'ImageMask') === graph.library.PDFBool.True;
  const common = { Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, BitsPerComponent: mask ? 1 : 8 };
  const stream = context.stream(
    Uint8Array.of(128),
    mask ? { ...common, ImageMask: true } : { ...common, ColorSpace: 'DeviceGray' },
  );
  const layer = graph.raw(picture.dict, 'OC');
  if (layer) stream.dict.set(graph.library.PDFName.of('OC'), layer);
  context.assign(reference, stream);
}

/** A page that draws nothing but the stream. */
function hang(graph: ObjectGraph, reference: PDFRef, tree: PDFRef): PDFRef {
  const { context } = graph.document;
  const { PDFName } = graph.library;
  const stream = graph.resolve(reference) as PDFRawStream;
  const resources = graph.raw(stream.dict, 'Resources') ?? firstResources(graph);
  const plain = context.obj({});
  const form = context.stream(stream.getContents(), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [-100000, -100000, 100000, 100000],
  });
  for (const key of ['Filter', 'DecodeParms', 'Matrix']) {
    const value = graph.raw(stream.dict, key);
    if (value) form.dict.set(PDFName.of(key), value);
  }
  form.dict.set(PDFName.of('Resources'), resources ?? plain);
  const page: PDFDict = context.obj({
    Type: 'Page',
    Parent: tree,
    MediaBox: [-100000, -100000, 100000, 100000],
    Resources: { XObject: { Hung: context.register(form) } },
    Contents: context.register(context.stream('/Hung Do')),
  });
  return context.register(page);
}

/** Content that nothing leads to has lost its fonts; those of the first page that names some are the best guess. */
function firstResources(graph: ObjectGraph) {
  for (const page of graph.pages) {
    let node = graph.dictionary(page);
    for (let depth = 0; node && depth < 64; depth += 1) {
      const resources = graph.raw(node, 'Resources');
      if (resources) return resources;
      node = graph.dictionary(graph.raw(node, 'Parent'));
    }
  }
  return undefined;
}
