import { StoryTable } from '../docx/story-table.ts';
import type { PartTexts } from '../office/part-texts.ts';
import { type Attributes, attributeOf } from '../package/walk-xml.ts';
import type { OdfFacts } from './odf-facts.ts';
import { OdfSheet } from './odf-sheet.ts';

const NOTHING = (): void => undefined;
const ELEMENTS = /^(table|table-row|table-cell|covered-table-cell|table-column)$/;

/** Follows the tables of a part, those of texts and slides and the sheets of a workbook, cell by cell. */
export class OdfTables {
  private readonly texts: PartTexts;
  private readonly facts: OdfFacts;
  private readonly open_: (StoryTable | OdfSheet)[] = [];

  constructor(texts: PartTexts, facts: OdfFacts) {
    this.texts = texts;
    this.facts = facts;
  }

  /** The innermost table round the reader. */
  get current(): StoryTable | OdfSheet | undefined {
    return this.open_.at(-1);
  }

  takes(name: string): boolean {
    return ELEMENTS.test(name);
  }

  /** Returns what is to be done when the element closes. `sheet` for a table that is a sheet of a workbook. */
  begin(name: string, attributes: Attributes, sheet: boolean): () => void {
    const table = this.current;
    if (name === 'table') return this.beginTable(attributes, sheet);
    if (table instanceof OdfSheet) return beginSheetPart(table, name, attributes);
    if (!table) return NOTHING;
    if (name === 'table-column') for (let count = columnsOf(attributes); count > 0; count -= 1) table.addGridColumn();
    else if (name === 'table-row') {
      table.openRow();
      if (/collapse|filter/.test(attributeOf(attributes, 'visibility') ?? '')) table.rowState = 'hidden';
    } else {
      table.openCell();
      table.covered = name === 'covered-table-cell';
      table.shade = this.facts.styles.look('table-cell', attributeOf(attributes, 'style-name')).ground ?? 'FFFFFF';
      return () => table.closeCell();
    }
    return NOTHING;
  }

  private beginTable(attributes: Attributes, sheet: boolean): () => void {
    const number = this.facts.tables;
    this.facts.tables += 1;
    this.open_.push(sheet ? new OdfSheet(this.facts.styles, attributes) : new StoryTable(number));
    return () => {
      const closed = this.open_.pop();
      if (closed instanceof OdfSheet) closed.write(this.texts, number);
    };
  }
}

function beginSheetPart(sheet: OdfSheet, name: string, attributes: Attributes): () => void {
  if (name === 'table-column') sheet.openColumn(attributes);
  else if (name === 'table-row') sheet.openRow(attributes);
  else {
    sheet.openCell(attributes, name === 'covered-table-cell');
    return () => sheet.closeCell();
  }
  return NOTHING;
}

const columnsOf = (attributes: Attributes): number =>
  Math.min(200, Number(attributeOf(attributes, 'number-columns-repeated') ?? 1) || 1);
