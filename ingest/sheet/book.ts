import type { Relationship } from '../package/relationships.ts';
import type { PackageEntry } from '../package/unpack.ts';
import { attributeOf, walkXml, type XmlListener } from '../package/walk-xml.ts';

export interface SheetInfo {
  /** Position in the workbook, from 1. */
  readonly number: number;
  readonly name: string;
  readonly hidden: boolean;
}
/** How a cell format shows a number. */
export type NumberShape = 'plain' | 'date' | 'hidden';

/** Built-in number formats that show a date or time (ECMA-376 18.8.30, with the Chinese ones). */
const DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** What the cells of a workbook need: sheet names and states, shared strings, number formats. */
export class Book {
  readonly strings: string[] = [];
  /** Readings above characters, which no cell text holds. */
  readonly readings: string[] = [];
  /** Numbers of the shared strings that a cell showed. */
  readonly used = new Set<number>();
  date1904 = false;
  private readonly sheets = new Map<string, SheetInfo>();
  private readonly shapes: NumberShape[] = [];

  constructor(
    workbook: PackageEntry | undefined,
    styles: Uint8Array | undefined,
    strings: Uint8Array | undefined,
    relationships: readonly Relationship[],
  ) {
    this.readSheets(workbook, relationships);
    if (strings) this.readStrings(strings);
    if (styles) this.readFormats(styles);
  }

  sheet(part: string): SheetInfo | undefined {
    return this.sheets.get(part.toLowerCase());
  }

  shape(style: string | undefined): NumberShape {
    return this.shapes[Number(style)] ?? 'plain';
  }

  private readSheets(workbook: PackageEntry | undefined, relationships: readonly Relationship[]): void {
    if (!workbook) return;
    const targets = new Map(
      relationships.filter((relation) => relation.source === workbook.name).map((relation) => [relation.id, relation.target]),
    );
    listen(workbook.bytes, (name, attributes) => {
      if (name === 'workbookPr') this.date1904 = attributeOf(attributes, 'date1904') === '1';
      if (name !== 'sheet') return;
      const target = targets.get(attributes['r:id'] ?? attributeOf(attributes, 'id') ?? '');
      const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible';
      if (target) this.sheets.set(target.toLowerCase(), { number: this.sheets.size + 1, name: attributes.name ?? '', hidden });
    });
  }

  private readStrings(bytes: Uint8Array): void {
    let text = '';
    let reading = 0;
    walkXml(bytes, {
      open: (name) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') reading += 1;
      },
      close: (name) => {
        if (name === 'si') this.strings.push(text);
        else if (name === 'rPh') reading -= 1;
      },
      text: (data, parent) => {
        if (parent !== 't') return;
        if (reading > 0) this.readings.push(data);
        else text += data;
      },
      aside: () => undefined,
    });
  }

  private readFormats(bytes: Uint8Array): void {
    const custom = new Map<number, string>();
    let inCells = false;
    listen(
      bytes,
      (name, attributes) => {
        const id = Number(attributes.numFmtId);
        if (name === 'numFmt') custom.set(id, attributes.formatCode ?? '');
        else if (name === 'cellXfs') inCells = true;
        else if (name === 'xf' && inCells) this.shapes.push(shapeOf(id, custom.get(id)));
      },
      (name) => {
        if (name === 'cellXfs') inCells = false;
      },
    );
  }
}

function shapeOf(id: number, code: string | undefined): NumberShape {
  if (code === undefined) return DATES.has(id) ? 'date' : 'plain';
  if (/^\s*;\s*;\s*;?\s*$/.test(code)) return 'hidden';
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[ymd]/i.test(bare) && !/[#0?]/.test(bare.replaceAll(/\.0+/g, '')) ? 'date' : 'plain';
}

function listen(bytes: Uint8Array, open: XmlListener['open'], close: XmlListener['close'] = () => undefined): void {
  walkXml(bytes, { open, close, text: () => undefined, aside: () => undefined });
}
