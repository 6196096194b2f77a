import { attributeOf, walkXml } from '../package/walk-xml.ts';
import { numberLabel } from './number-label.ts';

interface Level {
  start: number;
  format: string;
  text: string;
}
interface List {
  readonly levels: Map<number, Level>;
}

/** Renders the automatic numbers of a document; feed it the numbered paragraphs in order. */
export class Numbering {
  private readonly abstracts = new Map<string, List>();
  private readonly lists = new Map<string, { readonly abstract: string; readonly starts: Map<number, number> }>();
  private readonly counters = new Map<string, number[]>();

  /** Reads word/numbering.xml; undefined gives a document without lists. */
  constructor(bytes?: Uint8Array) {
    if (!bytes) return;
    let list: List | undefined;
    let level: Level | undefined;
    let number = '';
    let override = 0;
    walkXml(bytes, {
      open: (name, attributes) => {
        const value = attributeOf(attributes, 'val') ?? '';
        if (name === 'abstractNum') {
          list = { levels: new Map() };
          this.abstracts.set(attributeOf(attributes, 'abstractNumId') ?? '', list);
        } else if (name === 'lvl' && list) {
          level = { start: 1, format: 'decimal', text: '' };
          list.levels.set(Number(attributeOf(attributes, 'ilvl')), level);
        } else if (name === 'num') {
          number = attributeOf(attributes, 'numId') ?? '';
          list = undefined;
          level = undefined;
        } else if (name === 'abstractNumId') this.lists.set(number, { abstract: value, starts: new Map() });
        else if (name === 'lvlOverride') override = Number(attributeOf(attributes, 'ilvl'));
        else if (name === 'startOverride') this.lists.get(number)?.starts.set(override, Number(value));
        else if (level && name === 'start') level.start = Number(value);
        else if (level && name === 'numFmt') level.format = value;
        else if (level && name === 'lvlText') level.text = value;
      },
      close: (name) => {
        if (name === 'lvl') level = undefined;
      },
      text: () => undefined,
      aside: () => undefined,
    });
  }

  /** The number of the next paragraph of list `numId` at `level` (0-based); undefined when there is no such list. */
  next(numId: string, level: number): string | undefined {
    const list = this.lists.get(numId);
    const levels = list && this.abstracts.get(list.abstract)?.levels;
    const own = levels?.get(level);
    if (!list || !levels || !own) return undefined;
    // Lists over the same abstract list count on together unless they override their start.
    const key = list.starts.size > 0 ? `num ${numId}` : `abstract ${list.abstract}`;
    const counters = this.counters.get(key) ?? [];
    this.counters.set(key, counters);
    const startOf = (at: number) => list.starts.get(at) ?? levels.get(at)?.start ?? 1;
    for (let at = 0; at < level; at += 1) counters[at] ??= startOf(at);
    counters[level] = counters[level] === undefined ? startOf(level) : counters[level] + 1;
    counters.length = level + 1;
    if (own.format === 'bullet') return numberLabel(1, 'bullet');
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return numberLabel(counters[at] ?? startOf(at), levels.get(at)?.format ?? 'decimal');
    });
  }
}
