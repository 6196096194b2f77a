import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEngine, exampleDraft, loadPack } from '../../../../rules/index.ts';
import { basisCodes, textHash } from '../try-engine.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'rules', 'packs', 'works');
const files = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
const { pack, problems } = loadPack('works', files, { builtIn: true, sha256: textHash });
if (!pack || problems.length > 0) throw new Error(JSON.stringify(problems));
export const worksPack = pack;
export const { engine: worksEngine } = buildEngine({ packs: [pack], basis: basisCodes, sha256: textHash });

export interface Placed {
  readonly category: string;
  readonly level: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the pack of works says about a text; offsets in the text. */
export function worksFindings(text: string): readonly Placed[] {
  const draft = exampleDraft(text);
  return worksEngine.scan(draft).findings.map(({ category, level, text: span, piece, start, end }) => {
    const offset = draft.pieces[piece]?.where.offset ?? 0;
    return { category, level, text: span, start: offset + start, end: offset + end };
  });
}

/** What a person must decide on, as `category:text`, in order. */
export const counted = (text: string): string[] =>
  worksFindings(text)
    .filter((finding) => finding.level !== 'notice')
    .map((finding) => `${finding.category}:${finding.text}`);

export interface Mark {
  readonly category: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Takes `⟦category|text⟧` marks out of a labelled draft; a first line `#! …` is no part of it. */
export function readLabelled(source: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const body = source.startsWith('#!') ? source.slice(source.indexOf('\n') + 1) : source;
  const marks: Mark[] = [];
  let text = '';
  let at = 0;
  for (const mark of body.matchAll(/⟦([a-z-]+)\|([^⟦⟧]*)⟧/g)) {
    text += body.slice(at, mark.index);
    const span = mark[2] ?? '';
    marks.push({ category: mark[1] ?? '', start: text.length, end: text.length + span.length, text: span });
    text += span;
    at = mark.index + mark[0].length;
  }
  return { text: text + body.slice(at), marks };
}
