import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Category } from '../../../../review/model/index.ts';
import { exampleDraft } from '../../../../rules/engine/example-draft.ts';
import { ENGINE } from './command-engine.ts';

const FOLDER = join(import.meta.dirname, 'drafts');
const OWN: readonly string[] = [
  'classification-mark',
  'command-comms',
  'plan-target',
  'internal-work',
] satisfies readonly Category[];

interface Mark {
  readonly category: string;
  readonly start: number;
  readonly end: number;
}

/** A labelled draft: ⟦category|text⟧ marks what must be found; the text is what remains. */
function labelled(source: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let at = 0;
  for (const mark of source.matchAll(/⟦([a-z-]+)\|([^⟦⟧]*)⟧/g)) {
    const [whole, category = '', value = ''] = mark;
    text += source.slice(at, mark.index);
    marks.push({ category, start: text.length, end: text.length + value.length });
    text += value;
    at = mark.index + whole.length;
  }
  return { text: text + source.slice(at), marks };
}

function found(text: string): readonly Mark[] {
  const draft = exampleDraft(text);
  return ENGINE.scan(draft)
    .findings.filter(({ level }) => level !== 'notice')
    .map(({ category, piece, start, end }) => {
      const offset = draft.pieces[piece]?.where.offset ?? 0;
      return { category, start: offset + start, end: offset + end };
    });
}

const shared = (a: Mark, b: Mark) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

const drafts = readdirSync(FOLDER)
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split(/^#!.*$/m))
  .filter((source) => source.trim() !== '')
  .map((source) => labelled(source.replace(/^\n/, '')));

describe('labelled drafts of our own', () => {
  it('are found and not over-found to the measured degree', () => {
    let marked = 0;
    let hit = 0;
    let right = 0;
    let wrong = 0;
    for (const { text, marks } of drafts) {
      const findings = found(text);
      for (const mark of marks.filter(({ category }) => OWN.includes(category))) {
        marked++;
        const best = Math.max(
          0,
          ...findings.filter(({ category }) => category === mark.category).map((one) => shared(one, mark)),
        );
        if (best * 2 >= mark.end - mark.start) hit++;
      }
      for (const finding of findings)
        if (marks.some((mark) => mark.category === finding.category && shared(mark, finding) > 0)) right++;
        else wrong++;
    }
    expect(marked).toBeGreaterThan(250);
    expect(hit / marked).toBeGreaterThan(0.9);
    expect(right / (right + wrong)).toBeGreaterThan(0.97);
  });
});
