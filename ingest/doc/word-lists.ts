import { numberLabel } from '../docx/number-label.ts';
import { viewOf, type WordFile } from './word-file.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** Text of the number; characters below 9 stand for the number of that level. */
  readonly text: string;
}
interface List {
  readonly levels: readonly Level[];
}
interface Override {
  readonly list: number;
  readonly starts: ReadonlyMap<number, number>;
}

const MOST = 2000;
const LEVELS = 9;
/** Kinds of numbers (MS-OSHARED 2.2.1.3) → format of `numberLabel`; all others count in decimal. */
const FORMATS: ReadonlyMap<number, string> = new Map([
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [10, 'ideographDigital'],
  [11, 'japaneseCounting'],
  [14, 'decimalFullWidth'],
  [17, 'japaneseDigitalTenThousand'],
  [18, 'decimalEnclosedCircle'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [27, 'decimalEnclosedParen'],
  [28, 'decimalEnclosedCircleChinese'],
  [30, 'ideographTraditional'],
  [31, 'ideographZodiac'],
  [33, 'taiwaneseCounting'],
  [34, 'ideographLegalTraditional'],
  [35, 'taiwaneseCountingThousand'],
  [36, 'taiwaneseDigital'],
  [37, 'chineseCounting'],
  [38, 'chineseLegalSimplified'],
  [39, 'chineseCountingThousand'],
  [255, 'none'],
]);

/** Renders the automatic numbers of a binary Word file (MS-DOC 2.9.131 LSTF, 2.9.150 LVLF, 2.9.132 LFO). */
export class WordLists {
  private readonly lists = new Map<number, List>();
  private readonly overrides: Override[] = [];
  private readonly counters = new Map<string, number[]>();

  constructor(word: WordFile) {
    this.readLists(word);
    this.readOverrides(word.field('listOverrides'));
  }

  /** The next number of override `index` (from 1) at `level` (0-based); undefined when there is no such list. */
  next(index: number, level: number): string | undefined {
    const override = this.overrides[index - 1];
    const levels = override && this.lists.get(override.list)?.levels;
    const own = levels?.[level] ?? (level === 0 ? undefined : levels?.[0]);
    if (!override || !levels || !own) return undefined;
    // Overrides of one list count on together unless they start anew.
    const key = override.starts.size > 0 ? `override ${index}` : `list ${override.list}`;
    const counters = this.counters.get(key) ?? [];
    this.counters.set(key, counters);
    const startOf = (at: number) => override.starts.get(at) ?? levels[at]?.start ?? 1;
    for (let at = 0; at < level; at += 1) counters[at] ??= startOf(at);
    counters[level] = counters[level] === undefined ? startOf(level) : counters[level] + 1;
    counters.length = level + 1;
    if (own.format === 'bullet') return numberLabel(1, 'bullet');
    return [...own.text]
      .map((character) => {
        const at = character.charCodeAt(0);
        return at < LEVELS ? numberLabel(counters[at] ?? startOf(at), levels[at]?.format ?? 'decimal') : character;
      })
      .join('');
  }

  /** Lists stand one beside the other, and their levels all behind the last of them. */
  private readLists(word: WordFile): void {
    const { table } = word;
    const view = viewOf(table);
    let at = word.offsetOf('lists');
    if (word.field('lists').length < 2 || at + 2 > table.length) return;
    const count = Math.min(MOST, view.getUint16(at, true));
    const heads = Array.from({ length: count }, (_, index) => at + 2 + index * 28).filter((head) => head + 28 <= table.length);
    at += 2 + count * 28;
    for (const head of heads) {
      const levels: Level[] = [];
      const simple = ((table[head + 26] ?? 0) & 1) !== 0;
      for (let level = 0; level < (simple ? 1 : LEVELS); level += 1) {
        const read = readLevel(table, at);
        if (!read) return;
        levels.push(read.level);
        at = read.next;
      }
      this.lists.set(view.getInt32(head, true), { levels });
    }
  }

  private readOverrides(bytes: Uint8Array): void {
    if (bytes.length < 4) return;
    const view = viewOf(bytes);
    const count = Math.min(MOST, view.getUint32(0, true));
    let at = 4 + count * 16;
    for (let index = 0; index < count && 4 + index * 16 + 16 <= bytes.length; index += 1) {
      const starts = new Map<number, number>();
      const changed = bytes[4 + index * 16 + 12] ?? 0;
      at += 4;
      for (let level = 0; level < changed && at + 8 <= bytes.length; level += 1) {
        const flags = view.getUint32(at + 4, true);
        if ((flags & 0x10) !== 0) starts.set(flags & 15, view.getInt32(at, true));
        at += 8;
        if ((flags & 0x20) !== 0) at = readLevel(bytes, at)?.next ?? bytes.length;
      }
      this.overrides.push({ list: view.getInt32(4 + index * 16, true), starts });
    }
  }
}

function readLevel(bytes: Uint8Array, at: number): { readonly level: Level; readonly next: number } | undefined {
  if (at + 28 > bytes.length) return undefined;
  const view = viewOf(bytes);
  const text = at + 28 + (bytes[at + 24] ?? 0) + (bytes[at + 25] ?? 0);
  if (text + 2 > bytes.length) return undefined;
  const next = text + 2 + view.getUint16(text, true) * 2;
  if (next > bytes.length) return undefined;
  return {
    level: {
      start: view.getInt32(at, true),
      format: FORMATS.get(bytes[at + 4] ?? 0) ?? 'decimal',
      text: new TextDecoder('utf-16le').decode(bytes.subarray(text + 2, next)),
    },
    next,
  };
}
