import type { OwnRule } from '../../review/model/index.ts';
import type { Example } from '../model.ts';

const ROW = '||';
const CELL = '|';
const MARKED = /⟦([^⟦⟧]+)⟧/g;

/** The text of a rule file behind an example of the form: tables get their line feeds and tabs back. */
const fileText = (how: OwnRule['how'], text: string): string =>
  how === 'column' ? text.replaceAll(ROW, '\n').replaceAll(CELL, '\t') : text;

/** The same as the rule file writes it, the marks of hits kept. */
export const examplesForFile = ({ how, hit, miss }: Pick<OwnRule, 'how' | 'hit' | 'miss'>) => ({
  hit: hit.map((text) => fileText(how, text)),
  miss: miss.map((text) => fileText(how, text)),
});

/** The same as the engine runs them. */
export function examplesOfForm(form: Pick<OwnRule, 'how' | 'hit' | 'miss'>): { hit: Example[]; miss: Example[] } {
  const { hit, miss } = examplesForFile(form);
  return {
    hit: hit.map((text) => ({
      text: text.replace(/[⟦⟧]/g, ''),
      find: [...text.matchAll(MARKED)].map((mark) => mark[1] ?? ''),
    })),
    miss: miss.map((text) => ({ text })),
  };
}

/** Puts the marks back round what must be found; undefined when the spans cannot be told apart that way. */
function marked({ text, find }: Example): string | undefined {
  let out = '';
  let rest = text;
  for (const span of find ?? []) {
    const at = rest.indexOf(span);
    if (at < 0) return undefined;
    out += `${rest.slice(0, at)}⟦${span}⟧`;
    rest = rest.slice(at + span.length);
  }
  return out + rest;
}

/** An example on one line, as the form has it; undefined when it would not come back from there as it was. */
function formText(how: OwnRule['how'], text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const line = how === 'column' && !text.includes(CELL) ? text.replaceAll('\n', ROW).replaceAll('\t', CELL) : text;
  return line.includes('\n') || fileText(how, line) !== text ? undefined : line;
}

/** The examples of a rule as its form has them; undefined when one of them does not fit into it. */
export function formExamples(
  how: OwnRule['how'],
  examples: { readonly hit: readonly Example[]; readonly miss: readonly Example[] },
): Pick<OwnRule, 'hit' | 'miss'> | undefined {
  const hit = examples.hit.flatMap((example) => formText(how, marked(example)) ?? []);
  const miss = examples.miss.flatMap(({ text }) => formText(how, text) ?? []);
  return hit.length === examples.hit.length && miss.length === examples.miss.length ? { hit, miss } : undefined;
}
