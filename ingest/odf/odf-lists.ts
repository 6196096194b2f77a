import { numberLabel } from '../docx/number-label.ts';
import { type Attributes, attributeOf, walkXml } from '../package/walk-xml.ts';

interface Level {
  /** Format as `numberLabel` knows it. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels the number shows. */
  readonly shown: number;
}

/** First number of style:num-format (ODF 1.3 part 3, 19.508) → format of `numberLabel`. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  壱: 'chineseLegalSimplified',
  '①': 'decimalEnclosedCircle',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '１': 'decimalFullWidth',
};
const OUTLINE = '\0outline';

/** Renders the automatic numbers of an OpenDocument text. */
export class OdfLists {
  private readonly styles = new Map<string, Map<number, Level>>();
  private readonly counters = new Map<string, number[]>();

  add(bytes: Uint8Array): void {
    let levels: Map<number, Level> | undefined;
    walkXml(bytes, {
      open: (name, attributes) => {
        if (name === 'list-style' || name === 'outline-style') {
          levels = new Map();
          this.styles.set(name === 'outline-style' ? OUTLINE : (attributeOf(attributes, 'name') ?? ''), levels);
        } else if (/^(list|outline)-level-style/.test(name) || name === 'outline-level-style')
          levels?.set(Number(attributeOf(attributes, 'level')) - 1, levelOf(name, attributes));
      },
      close: (name) => {
        if (name === 'list-style' || name === 'outline-style') levels = undefined;
      },
      text: () => undefined,
      aside: () => undefined,
    });
  }

  /** Starts the numbers of a list anew. */
  restart(style: string): void {
    this.counters.delete(style);
  }

  /** The next number of a list at `level` (0-based); undefined for a list without numbers. */
  next(style: string, level: number): string | undefined {
    const levels = this.styles.get(style);
    const own = levels?.get(level);
    if (!levels || !own) return undefined;
    const counters = this.counters.get(style) ?? [];
    this.counters.set(style, counters);
    for (let at = 0; at < level; at += 1) counters[at] ??= levels.get(at)?.start ?? 1;
    counters[level] = counters[level] === undefined ? own.start : counters[level] + 1;
    counters.length = level + 1;
    if (own.format === 'none') return undefined;
    if (own.format === 'bullet') return numberLabel(1, 'bullet');
    const from = Math.max(0, level - own.shown + 1);
    const parts = counters.slice(from).map((value, index) => numberLabel(value, levels.get(from + index)?.format ?? 'decimal'));
    return own.prefix + parts.filter((part) => part !== '').join('.') + own.suffix;
  }

  /** The next number of a heading at `level` (0-based); undefined when headings are not numbered. */
  nextHeading(level: number): string | undefined {
    return this.next(OUTLINE, level);
  }
}

function levelOf(element: string, attributes: Attributes): Level {
  const first = (attributeOf(attributes, 'num-format') ?? '').charAt(0);
  const format = element.includes('bullet') ? 'bullet' : first === '' ? 'none' : (FORMATS[first] ?? 'decimal');
  return {
    format: element.includes('image') ? 'bullet' : format,
    prefix: attributeOf(attributes, 'num-prefix') ?? '',
    suffix: attributeOf(attributes, 'num-suffix') ?? '',
    start: Number(attributeOf(attributes, 'start-value') ?? 1),
    shown: Number(attributeOf(attributes, 'display-levels') ?? 1) || 1,
  };
}
