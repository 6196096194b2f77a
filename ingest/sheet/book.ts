import type { Relationship } from '../package/relationships.ts';
import type { PackageEntry } from '../package/unpack.ts';
import { attributeOf, walkXml, type XmlListener } from '../package/walk-xml.ts';
import { type CellLook, cellLooks, colorKey, isSameColor, USUAL_LOOK } from './cell-looks.ts';

export interface SheetInfo {
  /** Position in the workbook, from 1. */
  readonly number: number;
  readonly name: string;
  readonly hidden: boolean;
}
/** A shared string of which some letters are in the colour of paper. */
export interface PaleString {
  readonly shown: string;
  readonly pale: string;
}

/** What the cells of a workbook need: sheet names and states, shared strings, number formats. */
export class Book {
  readonly strings: string[] = [];
  /** Readings above characters, which no cell text holds. */
  readonly readings: string[] = [];
  /** Numbers of the shared strings that a cell showed. */
  readonly used = new Set<number>();
  date1904 = false;
  private readonly sheets = new Map<string, SheetInfo>();
  /** Shared strings that are white in part, by their number. */
  readonly pale = new Map<number, PaleString>();
  private looks: CellLook[] = [];
  private readonly tables: ReadonlyMap<string, readonly string[]>;

  constructor(
    workbook: PackageEntry | undefined,
    styles: Uint8Array | undefined,
    strings: Uint8Array | undefined,
    relationships: readonly Relationship[],
    tables: ReadonlyMap<string, readonly string[]> = new Map(),
  ) {
    this.tables = tables;
    this.readSheets(workbook, relationships);
    if (strings) this.readStrings(strings);
    if (styles) this.looks = cellLooks(styles);
  }

  sheet(part: string): SheetInfo | undefined {
    return this.sheets.get(part.toLowerCase());
  }

  look(style: string | undefined): CellLook {
    return this.looks[Number(style ?? 0)] ?? USUAL_LOOK;
  }

  /** Ranges of a sheet that tables paint. */
  tablesOn(part: string): readonly string[] {
    return this.tables.get(part.toLowerCase()) ?? [];
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
    let pale = '';
    let reading = 0;
    let color = '';
    walkXml(bytes, {
      open: (name, attributes) => {
        if (name === 'si') text = pale = '';
        else if (name === 'r') color = '';
        else if (name === 'color') color = colorKey(attributes);
        else if (name === 'rPh') reading += 1;
      },
      close: (name) => {
        if (name === 'r') color = '';
        else if (name === 'rPh') reading -= 1;
        if (name !== 'si') return;
        if (pale !== '') this.pale.set(this.strings.length, { shown: text, pale });
        this.strings.push(text + pale);
      },
      text: (data, parent) => {
        if (parent !== 't') return;
        if (reading > 0) this.readings.push(data);
        else if (isSameColor(color, 'FFFFFF')) pale += data;
        else text += data;
      },
      aside: () => undefined,
    });
  }
}

function listen(bytes: Uint8Array, open: XmlListener['open'], close: XmlListener['close'] = () => undefined): void {
  walkXml(bytes, { open, close, text: () => undefined, aside: () => undefined });
}
