import { type ParagraphState, paragraphStates, type RunState, runStates } from './run-states.ts';
import type { StoryName, WordFile } from './word-file.ts';
import { WordLists } from './word-lists.ts';

export type SegmentState = 'visible' | 'hidden' | 'deleted' | 'field';
export interface WordSegment {
  text: string;
  readonly state: SegmentState;
  /** Chinese label of what hides it; empty when seen. */
  readonly why: string;
}
/** A paragraph, a cell of a table, or the end of a row. */
export interface WordParagraph {
  readonly segments: readonly WordSegment[];
  readonly end: 'paragraph' | 'cell' | 'row';
  /** How much of it was inserted with tracking on. */
  readonly inserted: 'none' | 'some' | 'most';
  /** True when its ground is painted; for cells the end of their row says it. */
  readonly painted: boolean;
  readonly level: number | undefined;
  /** Automatic number; undefined for none. */
  readonly list: string | undefined;
  /** Pictures in the line, and anchors of floating shapes. */
  readonly pictures: number;
  readonly shapes: number;
  /** Position behind it in the document's text. */
  readonly next: number;
}

/** Walks the characters of a story with their formatting and cuts them into paragraphs (MS-DOC 2.4.2, 2.8.25). */
export class StoryReader {
  private readonly word: WordFile;
  private readonly runs: readonly RunState[];
  private readonly paragraphs: readonly ParagraphState[];
  private readonly lists: WordLists;

  constructor(word: WordFile) {
    this.word = word;
    this.runs = runStates(word);
    this.paragraphs = paragraphStates(word);
    this.lists = new WordLists(word);
  }

  *read(story: StoryName): Generator<WordParagraph> {
    const [start, end] = this.word.story(story);
    yield* this.range(start, end);
  }

  *range(start: number, end: number): Generator<WordParagraph> {
    let segments: WordSegment[] = [];
    let fields: ('code' | 'result')[] = [];
    let pictures = 0;
    let shapes = 0;
    let inserted = 0;
    let length = 0;
    for (const { character, run, place, position } of this.characters(start, end)) {
      const mark = MARKS[character];
      if (mark === 'field') fields.push('code');
      else if (mark === 'result') fields = [...fields.slice(0, -1), 'result'];
      else if (mark === 'end') fields.pop();
      else if (mark === 'shape') shapes += 1;
      // Inside a field code the same character stands for the field's data.
      else if (mark === 'picture') pictures += fields.includes('code') ? 0 : 1;
      else if (mark === 'paragraph' || mark === 'cell') {
        const paragraph = find(this.paragraphs, place);
        const kind = mark === 'paragraph' ? 'paragraph' : paragraph?.endsRow ? 'row' : 'cell';
        const painted = paragraph?.painted ?? false;
        yield {
          segments,
          painted,
          end: kind,
          inserted: inserted === 0 ? 'none' : inserted * 2 > length ? 'most' : 'some',
          level: paragraph?.level,
          list: paragraph && paragraph.list > 0 ? this.lists.next(paragraph.list, paragraph.listLevel) : undefined,
          pictures,
          shapes,
          next: position + 1,
        };
        segments = [];
        pictures = 0;
        shapes = 0;
        inserted = 0;
        length = 0;
      } else if (mark !== 'nothing' && !(run?.special && character === '(')) {
        append(segments, mark ?? character, fields.includes('code') ? 'field' : stateOf(run), whyOf(run));
        length += 1;
        if (run?.inserted) inserted += 1;
      }
    }
    if (segments.length > 0)
      yield {
        segments,
        end: 'paragraph',
        painted: false,
        inserted: 'none',
        level: undefined,
        list: undefined,
        pictures,
        shapes,
        next: end,
      };
  }

  private *characters(start: number, end: number) {
    let run: RunState | undefined;
    for (const piece of this.word.pieces) {
      const from = Math.max(start, piece.start);
      const to = Math.min(end, piece.start + piece.length);
      for (let position = from; position < to; position += 1) {
        const place = piece.offset + (position - piece.start) * piece.width;
        if (!run || place < run.start || place >= run.end) run = find(this.runs, place);
        yield { character: this.word.text.charAt(position), run, place, position };
      }
    }
  }
}

/** Characters with a meaning of their own; those of one character replace, the words are handled above. */
const MARKS: Readonly<Record<string, string>> = {
  '\x13': 'field',
  '\x14': 'result',
  '\x15': 'end',
  '\x01': 'picture',
  '\x08': 'shape',
  '\r': 'paragraph',
  '\x0c': 'paragraph',
  '\x0e': 'paragraph',
  '\x07': 'cell',
  '\x0b': '\n',
  '\x1e': '-',
  '\x1f': 'nothing',
  '\x02': 'nothing',
  '\x03': 'nothing',
  '\x04': 'nothing',
  '\x05': 'nothing',
  '\x00': 'nothing',
};

function stateOf(run: RunState | undefined): SegmentState {
  if (run?.deleted) return 'deleted';
  return run?.hidden || run?.white || run?.tiny ? 'hidden' : 'visible';
}

function whyOf(run: RunState | undefined): string {
  if (run?.deleted) return '修订-删除';
  if (run?.hidden) return '隐藏文字';
  if (run?.white) return WHITE;
  return run?.tiny ? '极小字' : '';
}

const WHITE = '与底色同色';

function append(segments: WordSegment[], text: string, state: SegmentState, why: string): void {
  const last = segments.at(-1);
  if (last && last.state === state && (last.why === why || state === 'field')) last.text += text;
  else segments.push({ text, state, why: state === 'field' ? '' : why });
}

/** White text on a painted ground is seen. */
export function onPaint(segments: readonly WordSegment[]): WordSegment[] {
  return segments.map((segment) => (segment.why === WHITE ? { ...segment, state: 'visible', why: '' } : segment));
}

function find<State extends { readonly start: number; readonly end: number }>(
  states: readonly State[],
  place: number,
): State | undefined {
  let low = 0;
  let high = states.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const state = states[middle];
    if (!state) return undefined;
    if (place < state.start) high = middle - 1;
    else if (place >= state.end) low = middle + 1;
    else return state;
  }
  return undefined;
}
