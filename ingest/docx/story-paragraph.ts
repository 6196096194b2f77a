import type { RunFormat } from './run-format.ts';

export type SegmentState = 'visible' | 'inserted' | 'deleted' | 'hidden';

/** A stretch of one run; `why` is the Chinese label of what hides or strikes it. */
export interface Segment {
  readonly text: string;
  readonly state: SegmentState;
  readonly why: string;
}

/** A paragraph while it is being read. */
export class StoryParagraph {
  readonly number: number;
  readonly segments: Segment[] = [];
  readonly ruby: string[] = [];
  styleId: string | undefined;
  runStyle: string | undefined;
  run: RunFormat = {};
  /** Reason why the current run is hidden, empty when it is seen; null until it was worked out. */
  hidden: string | null = null;
  /** The same for all its runs that say nothing of their own; undefined until it was worked out. */
  hiddenBare: string | undefined;
  shade: string | undefined;
  outline: number | undefined;
  numId: string | undefined;
  level: number | undefined;
  centred = false;

  constructor(number: number) {
    this.number = number;
  }

  /** True while the current run has neither style nor properties. */
  isRunBare(): boolean {
    return this.runStyle === undefined && Object.keys(this.run).length === 0;
  }

  openRun(): void {
    this.run = {};
    this.runStyle = undefined;
    this.hidden = null;
  }

  append(text: string, state: SegmentState, why: string): void {
    const last = this.segments.at(-1);
    if (last && last.state === state && last.why === why)
      this.segments[this.segments.length - 1] = { text: last.text + text, state, why };
    else this.segments.push({ text, state, why });
  }

  /** Text that a reader sees, insertions included, joined over everything that is not seen. */
  visibleText(): string {
    return this.textOf((segment) => segment.state === 'visible' || segment.state === 'inserted');
  }

  /** Text without deletions: what a program draws that knows nothing of hidden runs. */
  drawnText(): string {
    return this.textOf((segment) => segment.state !== 'deleted');
  }

  /** True when most of what is seen was inserted under tracking and not yet accepted. */
  isMostlyInserted(): boolean {
    const inserted = this.textOf((segment) => segment.state === 'inserted').trim();
    return inserted !== '' && inserted.length * 2 > this.visibleText().trim().length;
  }

  private textOf(wanted: (segment: Segment) => boolean): string {
    let text = '';
    for (const segment of this.segments) if (wanted(segment)) text += segment.text;
    return text;
  }
}
