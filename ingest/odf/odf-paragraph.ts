export type OdfState = 'visible' | 'inserted' | 'hidden';

/** A stretch of a paragraph by what is seen of it. */
export interface OdfRun {
  text: string;
  readonly state: OdfState;
  /** Chinese label of what hides it. */
  readonly why: string;
  /** Colour of the letters (RRGGBB) and points, for slides, where the ground shows later. */
  readonly color: string | undefined;
  readonly size: number | undefined;
}

/** A paragraph while it is being read; paragraphs of notes and boxes stand inside others. */
export class OdfParagraph {
  readonly runs: OdfRun[] = [];
  readonly style: string | undefined;
  /** Level of a heading, 1 to 9. */
  readonly outline: number | undefined;
  /** Styles of the spans round the reader, the innermost last. */
  readonly spans: (string | undefined)[] = [];
  ruby = '';
  /** text:hidden-paragraph. */
  hidden = false;
  list: string | undefined;

  constructor(style: string | undefined, outline: number | undefined) {
    this.style = style;
    this.outline = outline;
  }

  append(run: OdfRun): void {
    const last = this.runs.at(-1);
    const same = last && last.state === run.state && last.why === run.why && last.color === run.color && last.size === run.size;
    if (same) last.text += run.text;
    else this.runs.push(run);
  }

  /** Joined text of the runs of these states. */
  textOf(...states: readonly OdfState[]): string {
    return this.runs.map(({ text, state }) => (states.includes(state) ? text : '')).join('');
  }
}
