import type { PDFDict, PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { ReadablePicture } from '../readable-pictures.ts';
import { ObjectGraph } from './object-graph.ts';
import { type Bitmap, faxFile, pngFile } from './picture-files.ts';
import { inflate, unfilter } from './stream-filters.ts';

/** Pixels a side below which a picture is an ornament and holds no words. */
const SMALLEST = 60;
const MOST_PIXELS = 60_000_000;
const DEEPEST = 4;

/**
 * Pictures that the given pages (from 1) draw, each as a file of its own: JPEG and JPEG 2000 as they stand in the PDF, fax as TIFF,
 * bitmaps as PNG. Left out: JBIG2, colour spaces that are not grey, RGB or indexed, and what is damaged. Empty for broken files.
 */
export async function pagePictures(bytes: Uint8Array, pages: ReadonlySet<number>): Promise<readonly ReadablePicture[]> {
  try {
    const graph = await ObjectGraph.load(bytes);
    return graph.pages.flatMap((page, index) => {
      if (!pages.has(index + 1)) return [];
      const streams = picturesIn(graph, resourcesOf(graph, graph.dictionary(page)), 0);
      return streams.flatMap((stream) => {
        const file = fileOf(graph, stream);
        return file ? [{ part: `第${index + 1}页`, bytes: file }] : [];
      });
    });
  } catch (error) {
    // What cannot be taken out stays what it was: a part for a person to look at.
    if (error instanceof Error) return [];
    throw error;
  }
}

function resourcesOf(graph: ObjectGraph, page: PDFDict | undefined): PDFDict | undefined {
  let node = page;
  for (let depth = 0; node && depth < 64; depth += 1) {
    const own = graph.dictionary(graph.raw(node, 'Resources'));
    if (own) return own;
    node = graph.dictionary(graph.raw(node, 'Parent'));
  }
  return undefined;
}

function picturesIn(graph: ObjectGraph, resources: PDFDict | undefined, depth: number): readonly PDFRawStream[] {
  if (!resources || depth > DEEPEST) return [];
  return graph.entries(graph.dictionary(graph.raw(resources, 'XObject'))).flatMap(([, value]) => {
    const object = graph.resolve(value);
    if (!(object instanceof graph.library.PDFRawStream)) return [];
    const subtype = graph.name(object.dict, 'Subtype');
    if (subtype === 'Form') return picturesIn(graph, graph.dictionary(graph.raw(object.dict, 'Resources')), depth + 1);
    return subtype === 'Image' ? [object] : [];
  });
}

const namesOf = (graph: ObjectGraph, value: PDFObject | undefined): readonly string[] =>
  (value instanceof graph.library.PDFName ? [value] : graph.items(value).map((item) => graph.resolve(item))).map((name) =>
    name instanceof graph.library.PDFName ? name.decodeText() : '',
  );

function fileOf(graph: ObjectGraph, stream: PDFRawStream): Uint8Array | undefined {
  const { dict } = stream;
  const [width, height] = [graph.number(dict, 'Width'), graph.number(dict, 'Height')];
  if (width < SMALLEST || height < SMALLEST || width * height > MOST_PIXELS) return undefined;
  const filters = namesOf(graph, graph.get(dict, 'Filter'));
  const raw = stream.getContents();
  const last = filters.at(-1) ?? '';
  const before = filters.slice(0, -1);
  if (/^(DCTDecode|DCT|JPXDecode)$/.test(last)) return unfilter(raw, before);
  const parameters = parametersOf(graph, dict, filters.length - 1);
  if (/^(CCITTFaxDecode|CCF)$/.test(last)) {
    const data = unfilter(raw, before);
    const isGroup4 = graph.number(parameters, 'K') < 0;
    return data && isGroup4 ? faxFile(data, width, height, isTrue(graph, parameters, 'BlackIs1')) : undefined;
  }
  const bitmap = bitmapOf(graph, dict, width, height);
  if (!bitmap) return undefined;
  if (!/^(FlateDecode|Fl)$/.test(last)) {
    const pixels = unfilter(raw, filters);
    return pixels && pngFile(bitmap, pixels, false);
  }
  const packed = unfilter(raw, before);
  const predictor = graph.number(parameters, 'Predictor');
  if (!packed || predictor === 2) return undefined;
  const rows = inflate(packed, (bitmap.stride + 1) * height);
  return rows && pngFile(bitmap, rows, predictor >= 10);
}

function parametersOf(graph: ObjectGraph, dict: PDFDict, at: number): PDFDict | undefined {
  const value = graph.get(dict, 'DecodeParms') ?? graph.get(dict, 'DP');
  return value instanceof graph.library.PDFArray ? graph.dictionary(graph.items(value)[at]) : graph.dictionary(value);
}

const isTrue = (graph: ObjectGraph, dict: PDFDict | undefined, key: string): boolean => String(graph.get(dict, key)) === 'true';

/** How the pixels are laid out; undefined for colour spaces a PNG has no place for. */
function bitmapOf(graph: ObjectGraph, dict: PDFDict, width: number, height: number): Bitmap | undefined {
  const isMask = isTrue(graph, dict, 'ImageMask');
  const bits = isMask ? 1 : graph.number(dict, 'BitsPerComponent');
  const colors = isMask ? 1 : colorsOf(graph, graph.get(dict, 'ColorSpace'));
  if (!colors || ![1, 2, 4, 8].includes(bits) || (colors === 3 && bits !== 8)) return undefined;
  // An indexed picture read as grey keeps its shapes, which is what is looked for; a mask paints where the bit is 0.
  return { width, height, bits, colors, stride: Math.ceil((width * bits * colors) / 8) };
}

function colorsOf(graph: ObjectGraph, space: PDFObject | undefined): 1 | 3 | undefined {
  const [name = '', inner] = namesOf(graph, space).length > 0 ? namesOf(graph, space) : [''];
  if (/^(DeviceGray|CalGray|G|Indexed|I)$/.test(name)) return 1;
  if (/^(DeviceRGB|CalRGB|RGB)$/.test(name)) return 3;
  if (name !== 'ICCBased' || inner === undefined) return undefined;
  const components = graph.number(graph.dictionary(graph.items(space)[1]), 'N');
  return components === 1 || components === 3 ? components : undefined;
}
