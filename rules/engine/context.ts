import type { ContextWords, Fact, Range } from '../model.ts';
import type { PlannedContext, PlannedRule } from './plan.ts';
import type { Reading } from './reading.ts';

const SCOPE_NAMES: Readonly<Record<ContextWords['scope'], string>> = {
  'adjacent-left': '紧接在前',
  'adjacent-right': '紧接在后',
  clause: '同一分句',
  sentence: '同一句',
  piece: '同一段',
  row: '同一行',
  heading: '所在标题',
  title: '文件标题',
  draft: '全文',
};

/** Where a context word was met: its number and, when it stands in the text, its place. */
interface Met {
  readonly word: number;
  readonly range?: Range;
}

/** From the start of the first part to the end of the last: a candidate may reach over a clause. */
const joined = (from: Range, to: Range): Range => ({ start: Math.min(from.start, to.start), end: Math.max(from.end, to.end) });

function scopes(reading: Reading, scope: ContextWords['scope'], at: Range): readonly Range[] {
  const { scene } = reading;
  const piece = scene.pieceAt(at.start);
  if (scope === 'clause') return [joined(scene.clause(at.start), scene.clause(at.end))];
  if (scope === 'sentence') return [joined(scene.sentence(at.start), scene.sentence(at.end))];
  if (scope === 'piece') return [piece];
  if (scope === 'row') return reading.rowOf(piece);
  return [{ start: 0, end: scene.text.length }];
}

function metIn(reading: Reading, context: PlannedContext, at: Range, word: number): Met | undefined {
  const { scope } = context;
  const length = reading.length(word);
  if (scope === 'adjacent-left' || scope === 'adjacent-right') {
    const start = scope === 'adjacent-left' ? at.start - length : at.end;
    const range = reading.wordFrom(word, start, start);
    return range ? { word, range } : undefined;
  }
  if (scope === 'heading' || scope === 'title') {
    const text = scope === 'heading' ? reading.scene.headingAbove(at.start) : reading.scene.title();
    return text.toLowerCase().includes(reading.word(word)) ? { word } : undefined;
  }
  for (const range of scopes(reading, scope, at)) {
    const met = reading.wordIn(word, range);
    if (met) return { word, range: met };
  }
  return undefined;
}

function firstMet(reading: Reading, context: PlannedContext, at: Range): Met | undefined {
  for (const word of context.words) {
    const met = metIn(reading, context, at, word);
    if (met) return met;
  }
  return undefined;
}

/** The context of a rule: facts in favour, or why the candidate is passed over. */
export function weighContext(
  reading: Reading,
  planned: PlannedRule,
  at: Range,
): { readonly facts: readonly Fact[] } | { readonly why: () => string } {
  for (const context of planned.unless) {
    const met = firstMet(reading, context, at);
    if (met) return { why: () => `${SCOPE_NAMES[context.scope]}有“${reading.word(met.word)}”` };
  }
  const facts: Fact[] = [];
  for (const context of planned.needs) {
    const met = firstMet(reading, context, at);
    if (!met) {
      const some = context.words.slice(0, 4).map((word) => `“${reading.word(word)}”`);
      return { why: () => `${SCOPE_NAMES[context.scope]}没有${some.join('、')}${context.words.length > 4 ? '等' : ''}` };
    }
    facts.push({ label: `${SCOPE_NAMES[context.scope]}有“${reading.word(met.word)}”`, ...(met.range && { range: met.range }) });
  }
  return { facts };
}
