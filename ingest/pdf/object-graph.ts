import type { PDFDict, PDFDocument, PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { pdfText } from './pdf-string.ts';
import { unfilter } from './stream-filters.ts';

export type PdfLibrary = typeof import('@cantoo/pdf-lib');

/** Depth and number of pages beyond which a page tree is taken for a trap. */
const DEEPEST = 64;
const MOST_PAGES = 20_000;

/** All objects of a PDF file with what leads to what. Reads a file with an empty user password like one without. */
export class ObjectGraph {
  readonly library: PdfLibrary;
  readonly document: PDFDocument;
  /** Indirect objects by reference, in file order. */
  readonly objects: readonly (readonly [PDFRef, PDFObject])[];
  /** Tags of the references that can be reached from the trailer. */
  readonly reachable: ReadonlySet<string>;
  /** Pages in order. */
  readonly pages: readonly PDFRef[];

  private constructor(library: PdfLibrary, document: PDFDocument) {
    this.library = library;
    this.document = document;
    this.objects = document.context.enumerateIndirectObjects();
    this.reachable = this.reach();
    this.pages = this.pagesOf();
  }

  /** Rejects when the file's structure cannot be read at all. */
  static async load(bytes: Uint8Array): Promise<ObjectGraph> {
    const library = await import('@cantoo/pdf-lib');
    const document = await library.PDFDocument.load(bytes, {
      password: '',
      updateMetadata: false,
      preserveXFA: true,
      parseSpeed: library.ParseSpeeds.Fastest,
    });
    return new ObjectGraph(library, document);
  }

  resolve(value: PDFObject | undefined): PDFObject | undefined {
    return this.document.context.lookup(value);
  }

  /** The dictionary behind a value: itself, that of a stream, or what a reference leads to. */
  dictionary(value: PDFObject | undefined): PDFDict | undefined {
    const object = this.resolve(value);
    if (object instanceof this.library.PDFDict) return object;
    return object instanceof this.library.PDFRawStream ? object.dict : undefined;
  }

  get(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
    return this.resolve(dictionary?.get(this.library.PDFName.of(key)));
  }

  raw(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
    return dictionary?.get(this.library.PDFName.of(key));
  }

  /** Text of a name without its slash; empty for anything else. */
  name(dictionary: PDFDict | undefined, key: string): string {
    const value = this.get(dictionary, key);
    return value instanceof this.library.PDFName ? value.decodeText() : '';
  }

  number(dictionary: PDFDict | undefined, key: string): number {
    const value = this.get(dictionary, key);
    return value instanceof this.library.PDFNumber ? value.asNumber() : 0;
  }

  /** Text of a string; undefined for anything else. */
  text(value: PDFObject | undefined): string | undefined {
    const bytes = this.bytesOf(value);
    return bytes && pdfText(bytes);
  }

  bytesOf(value: PDFObject | undefined): Uint8Array | undefined {
    const { PDFString, PDFHexString } = this.library;
    return value instanceof PDFString || value instanceof PDFHexString ? value.asBytes() : undefined;
  }

  items(value: PDFObject | undefined): PDFObject[] {
    const array = this.resolve(value);
    return array instanceof this.library.PDFArray ? array.asArray() : [];
  }

  entries(dictionary: PDFDict | undefined): (readonly [string, PDFObject])[] {
    return dictionary?.entries().map(([key, value]) => [key.decodeText(), value] as const) ?? [];
  }

  /** Content of a stream after its filters; undefined when they cannot be undone within the limits. */
  content(stream: PDFRawStream): Uint8Array | undefined {
    return unfilter(stream.getContents(), this.filters(stream));
  }

  /** Names of the filters of a stream, in order. */
  filters(stream: PDFRawStream): string[] {
    const filter = this.get(stream.dict, 'Filter');
    const names = filter instanceof this.library.PDFName ? [filter] : this.items(filter).map((item) => this.resolve(item));
    return names.map((name) => (name instanceof this.library.PDFName ? name.decodeText() : ''));
  }

  /** Number of the page (from 1) by the reference of an annotation that hangs on it. */
  annotationPages(): Map<string, number> {
    const found = new Map<string, number>();
    this.pages.forEach((page, index) => {
      for (const item of this.items(this.get(this.dictionary(page), 'Annots'))) found.set(String(item), index + 1);
    });
    return found;
  }

  private reach(): Set<string> {
    const { PDFArray, PDFDict, PDFRawStream, PDFRef } = this.library;
    const { Root, Info, Encrypt } = this.document.context.trailerInfo;
    const seen = new Set<string>();
    const queue: (PDFObject | undefined)[] = [Root, Info, Encrypt];
    for (let value = queue.pop(); queue.length > 0 || value !== undefined; value = queue.pop()) {
      if (value instanceof PDFRef) {
        if (seen.has(value.tag)) continue;
        seen.add(value.tag);
        queue.push(this.document.context.lookup(value));
      } else if (value instanceof PDFArray) queue.push(...value.asArray().slice(0, 1_000_000));
      else if (value instanceof PDFRawStream) queue.push(value.dict);
      else if (value instanceof PDFDict) queue.push(...value.values());
    }
    return seen;
  }

  private pagesOf(): PDFRef[] {
    const { PDFRef } = this.library;
    const pages: PDFRef[] = [];
    const seen = new Set<string>();
    const visit = (value: PDFObject | undefined, depth: number): void => {
      if (!(value instanceof PDFRef) || seen.has(value.tag) || depth > DEEPEST || pages.length > MOST_PAGES) return;
      seen.add(value.tag);
      const node = this.dictionary(value);
      const kids = this.items(this.get(node, 'Kids'));
      if (this.name(node, 'Type') === 'Page' || (node && kids.length === 0 && this.raw(node, 'Contents'))) pages.push(value);
      for (const kid of kids) visit(kid, depth + 1);
    };
    visit(this.raw(this.dictionary(this.document.context.trailerInfo.Root), 'Pages'), 0);
    return pages;
  }
}
