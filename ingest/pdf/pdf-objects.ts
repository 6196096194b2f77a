import { drawableCopy } from './drawable-copy.ts';
import type { FoundText } from './found-text.ts';
import { ObjectGraph } from './object-graph.ts';
import { type Attachment, ObjectStreams } from './object-streams.ts';
import { ObjectTexts } from './object-texts.ts';
import type { PdfReport } from './pdf-report.ts';
import { openPdf, type PdfDocument } from './pdfjs.ts';

/** What stands in the objects of a file, beside its pages. */
export interface PdfObjects {
  readonly texts: readonly FoundText[];
  readonly attachments: readonly Attachment[];
  /** Ids of annotations as pdfjs names them (12R) that no program shows. */
  readonly hiddenAnnotations: ReadonlySet<string>;
  /** The file with pictures as single pixels and with pages for what no page draws; undefined when neither is needed. */
  readonly copy: PdfDocument | undefined;
  /** Pages of the copy that are pages of the file. */
  readonly copyPages: number;
}

/** Largest picture (pixels) decoded in the copy: inline ones stay, for they cannot be taken out. */
const INLINE = 1_000_000;

/** Reads all objects; undefined, and told to the report, when their structure cannot be read. */
export async function readObjects(bytes: Uint8Array, report: PdfReport): Promise<PdfObjects | undefined> {
  try {
    const graph = await ObjectGraph.load(bytes);
    const texts = new ObjectTexts(graph).read();
    const streams = new ObjectStreams(graph).read();
    const annotations = annotationsOf(graph, report);
    report.closed(streams.closed);
    const needed = streams.pictures.length + streams.undrawn.length + streams.lostPages.length > 0;
    const copy = needed ? await drawableCopy(graph, streams) : undefined;
    if (copy && !copy.whole) report.tooManyForms();
    return {
      texts: [...texts, ...streams.texts],
      attachments: streams.attachments,
      hiddenAnnotations: annotations,
      copy: copy && (await openPdf(copy.bytes, INLINE)),
      copyPages: copy?.pages ?? 0,
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    report.objectsBroken();
    return undefined;
  }
}

function annotationsOf(graph: ObjectGraph, report: PdfReport): Set<string> {
  const hidden = new Set<string>();
  for (const [reference, object] of graph.objects) {
    const dictionary = graph.dictionary(object);
    if (!dictionary || !graph.raw(dictionary, 'Rect')) continue;
    if ((graph.number(dictionary, 'F') & 34) !== 0) hidden.add(`${reference.objectNumber}R`);
    if (graph.name(dictionary, 'Subtype') === 'Redact' && graph.reachable.has(reference.tag)) report.redaction();
  }
  return hidden;
}
