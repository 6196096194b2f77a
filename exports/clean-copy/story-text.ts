import { STORY_BREAKS, STORY_PROPERTIES } from '../../review/model/index.ts';
import { Flow } from './flow.ts';
import { isOn, type PartEdit } from './part-edit.ts';
import type { Token } from './xml-tokens.ts';

/** Run properties that may hide a run; which one does is the reader's to say. */
const HINTS: ReadonlySet<string> = new Set(['vanish', 'color', 'sz', 'w', 'noFill', 'shd', 'rStyle']);
/** Elements whose text the reader knows; text anywhere else is shown by no program. */
const TEXTS: ReadonlySet<string> = new Set(
  't delText instrText delInstrText fldData binData posOffset align pctPosHOffset pctPosVOffset pctWidth pctHeight'.split(' '),
);
const DRAWINGS: ReadonlySet<string> = new Set(['drawing', 'pict', 'object']);

export interface StoryRun {
  vanish: boolean;
  hinted: boolean;
  /** Tokens of the pictures in the run. */
  readonly drawings: number[];
}
export interface StoryParagraph {
  /** 1-based in its part, counted as the reader counts (`Where.paragraph`). */
  readonly number: number;
  readonly token: number;
  /** Text that is not deleted, hidden runs included. */
  readonly live: Flow;
  /** Readings above characters. */
  readonly ruby: Flow;
  /** Open mc:AlternateContent elements round it, outermost first. */
  readonly alternates: readonly { readonly token: number; readonly fallback: boolean }[];
}
export interface StoryText {
  readonly paragraphs: readonly StoryParagraph[];
  readonly runs: readonly StoryRun[];
  /** Text tokens outside every element that shows text. */
  readonly strays: readonly number[];
}

interface Walk {
  readonly names: string[];
  readonly stack: { readonly paragraph: StoryParagraph; run: number }[];
  readonly paragraphs: StoryParagraph[];
  readonly runs: StoryRun[];
  readonly strays: number[];
  readonly alternates: { token: number; fallback: boolean }[];
  changes: number;
  deleted: number;
  readings: number;
}

/**
 * Reads the text of a part in WordprocessingML paragraph by paragraph, with the place of every character: joined over runs,
 * insertions, links, tags and controls. Paragraphs are numbered as the reader numbers them, those in removed rows included.
 */
export function readStory(part: PartEdit): StoryText {
  const walk: Walk = {
    names: [],
    stack: [],
    paragraphs: [],
    runs: [],
    strays: [],
    alternates: [],
    changes: 0,
    deleted: 0,
    readings: 0,
  };
  part.tokens.forEach((token, index) => {
    if (token.kind === 'open' || token.kind === 'empty') open(part, walk, token, index);
    if (token.kind === 'close' || token.kind === 'empty') close(walk, token);
    if (token.kind === 'text' || token.kind === 'cdata') text(part, walk, token, index);
  });
  return walk;
}

function open(part: PartEdit, walk: Walk, token: Token, index: number): void {
  const parent = walk.names.at(-1) ?? '';
  const { name } = token;
  walk.names.push(name);
  if (name.endsWith('Change')) walk.changes += 1;
  if (walk.changes > 0) return;
  const top = walk.stack.at(-1);
  const run = top && walk.runs[top.run];
  if (STORY_PROPERTIES.has(parent)) {
    if (!run || parent === 'pPr' || (parent === 'rPr' && walk.names.at(-3) !== 'r')) return;
    if (HINTS.has(name)) run.hinted = true;
    if (name === 'vanish') run.vanish = isOn(part.attribute(index, 'val'));
  } else if (name === 'p') {
    const alternates = walk.alternates.map((each) => ({ ...each }));
    const paragraph = { number: walk.paragraphs.length + 1, token: index, live: new Flow(), ruby: new Flow(), alternates };
    walk.paragraphs.push(paragraph);
    walk.runs.push({ vanish: false, hinted: false, drawings: [] });
    walk.stack.push({ paragraph, run: walk.runs.length - 1 });
  } else if (name === 'r' && top) {
    walk.runs.push({ vanish: false, hinted: false, drawings: [] });
    top.run = walk.runs.length - 1;
  } else if (name === 'del' || name === 'moveFrom') walk.deleted += 1;
  else if (name === 'rt') walk.readings += 1;
  else if (name === 'AlternateContent') walk.alternates.push({ token: index, fallback: false });
  else if (name === 'Fallback') setFallback(walk, true);
  else if (run && DRAWINGS.has(name)) run.drawings.push(index);
  else if (parent === 'r' && top && walk.deleted === 0) {
    const character = STORY_BREAKS.get(name);
    if (character !== undefined) flowOf(walk, top).addElement(character, token.start, part.token(token.mate).end, top.run);
  }
}

function close(walk: Walk, { name }: Token): void {
  walk.names.pop();
  if (name.endsWith('Change')) walk.changes -= 1;
  if (walk.changes > 0) return;
  if (name === 'p') walk.stack.pop();
  else if (STORY_PROPERTIES.has(walk.names.at(-1) ?? '')) return;
  else if (name === 'del' || name === 'moveFrom') walk.deleted -= 1;
  else if (name === 'rt') walk.readings -= 1;
  else if (name === 'AlternateContent') walk.alternates.pop();
  else if (name === 'Fallback') setFallback(walk, false);
}

function text(part: PartEdit, walk: Walk, token: Token, index: number): void {
  const parent = walk.names.at(-1) ?? '';
  const top = walk.stack.at(-1);
  if (parent !== 't' || !top) {
    if (!TEXTS.has(parent) && part.xml.slice(token.start, token.end).trim() !== '') walk.strays.push(index);
  } else if (walk.deleted === 0) flowOf(walk, top).addText(part.xml, token, token.parent, top.run);
}

const flowOf = (walk: Walk, { paragraph }: { readonly paragraph: StoryParagraph }): Flow =>
  walk.readings > 0 ? paragraph.ruby : paragraph.live;

function setFallback(walk: Walk, fallback: boolean): void {
  const last = walk.alternates.at(-1);
  if (last) last.fallback = fallback;
}
