import type { Context, ContextWords, Pack, Recogniser, Rule } from '../model.ts';
import { type ListFacts, listFacts } from '../office-list/list-facts.ts';
import { foldCase } from './automaton.ts';
import { foldPhrase } from './fold.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import type { Problem } from './problems.ts';

/** Words of a rule, as numbers in the automaton. */
export interface PlannedContext {
  readonly scope: ContextWords['scope'];
  readonly words: readonly number[];
}

/** A rule made ready to run: phrases folded and numbered, patterns compiled. */
export interface PlannedRule {
  readonly rule: Rule;
  readonly file: string;
  readonly match:
    | { readonly kind: 'keywords'; readonly words: readonly number[] }
    | { readonly kind: 'pattern'; readonly pattern: Pattern; readonly anchors: readonly number[] }
    | { readonly kind: 'recogniser'; readonly recogniser: string }
    | { readonly kind: 'column'; readonly column: PlannedColumn }
    | { readonly kind: 'listed'; readonly listed: 'address' | 'negative' }
    | { readonly kind: 'likeness'; readonly least: number; readonly tells?: Pattern };
  readonly allow: readonly number[];
  readonly needs: readonly PlannedContext[];
  readonly unless: readonly PlannedContext[];
}
export interface PlannedColumn {
  readonly header: Pattern;
  readonly cell: Pattern;
  readonly not?: Pattern;
  readonly table?: Pattern;
}

export interface PlannedRecogniser {
  readonly recogniser: Recogniser;
  readonly anchors: readonly number[];
  readonly headers: readonly string[];
  /** Both undefined also where one of the words is not found by the pass as it is written. */
  readonly needs?: readonly number[];
  readonly needsInDraft?: readonly number[];
}

/** Everything the engine runs: rules in order of id, all words of all of them once. */
export interface Plan {
  readonly rules: readonly PlannedRule[];
  readonly recognisers: ReadonlyMap<string, PlannedRecogniser>;
  readonly words: readonly string[];
  /** Numbers of words as rules and recognisers write them; -1 for words that stand in none of them. */
  readonly numbersOf: (phrases: readonly string[]) => readonly number[];
  /** What the office's own lists say. */
  readonly lists: ListFacts;
}

/** Numbers every distinct folded word once. */
class Words {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #known = new WeakMap<readonly string[], readonly number[]>();

  number(phrase: string): number | undefined {
    const word = foldCase(foldPhrase(phrase));
    if (word === '') return undefined;
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.list.length);
    this.list.push(word);
    return this.list.length - 1;
  }

  /** Numbers of those that have one; -1 for the others. Lists of words are constants of the program: each is folded once. */
  known(phrases: readonly string[]): readonly number[] {
    let numbers = this.#known.get(phrases);
    if (!numbers) {
      numbers = phrases.map((phrase) => this.#numbers.get(foldCase(foldPhrase(phrase))) ?? -1);
      this.#known.set(phrases, numbers);
    }
    return numbers;
  }

  numbers(phrases: readonly string[]): readonly number[] {
    return [...new Set(phrases.map((phrase) => this.number(phrase)).filter((number) => number !== undefined))];
  }
}

/** Numbers of words, when there are some and the pass finds them all as they are written. */
const asWritten = (phrases: readonly string[] | undefined, words: Words): readonly number[] | undefined =>
  phrases?.length && phrases.every((phrase) => foldCase(foldPhrase(phrase)) === phrase) ? words.numbers(phrases) : undefined;

const contexts = (entries: Context['needs'], words: Words): readonly PlannedContext[] =>
  (entries ?? []).map((entry) => ({ scope: entry.scope, words: words.numbers(entry.words) }));

type Refuse = (message: string) => void;

function pattern(source: string, builtIn: boolean, refuse: Refuse): Pattern | undefined {
  const compiled = compilePattern(source, builtIn);
  if ('pattern' in compiled) return compiled.pattern;
  refuse(compiled.error);
  return undefined;
}

function planColumn(
  column: Extract<Rule['match'], { column: unknown }>['column'],
  builtIn: boolean,
  refuse: Refuse,
): PlannedRule['match'] | undefined {
  const header = pattern(column.header, builtIn, refuse);
  const cell = pattern(column.cell, builtIn, refuse);
  const not = column.not === undefined ? undefined : pattern(column.not, builtIn, refuse);
  const table = column.table === undefined ? undefined : pattern(column.table, builtIn, refuse);
  if (!header || !cell) return undefined;
  return { kind: 'column', column: { header, cell, ...(not && { not }), ...(table && { table }) } };
}

function planMatch(rule: Rule, builtIn: boolean, words: Words, known: ReadonlySet<string>, refuse: Refuse) {
  const { match } = rule;
  if ('keywords' in match) {
    const numbers = words.numbers(match.keywords);
    if (numbers.length === 0) refuse('没有可用的关键词，规则永远不会命中');
    return { kind: 'keywords', words: numbers } as const;
  }
  if ('pattern' in match) {
    const anchors = words.numbers(match.anchors);
    if (anchors.length === 0) refuse('表达式没有锚词（anchors），规则永远不会命中');
    const compiled = pattern(match.pattern, builtIn, refuse);
    return compiled ? ({ kind: 'pattern', pattern: compiled, anchors } as const) : undefined;
  }
  if ('recogniser' in match) {
    if (!known.has(match.recogniser)) refuse(`没有名为 ${match.recogniser} 的识别器`);
    return { kind: 'recogniser', recogniser: match.recogniser } as const;
  }
  if ('likeness' in match) {
    if (!builtIn) refuse('只有程序自带的规则能用 likeness');
    const { least, tells: source } = match.likeness;
    const tells = source === undefined ? undefined : pattern(source, builtIn, refuse);
    return { kind: 'likeness', least, ...(tells && { tells }) } as const;
  }
  if ('listed' in match) return { kind: 'listed', listed: match.listed } as const;
  return planColumn(match.column, builtIn, refuse);
}

/** Makes a pack set ready to run. Problems name file and reason; a rule with a problem is not in the plan. */
export function planRules(
  packs: readonly Pack[],
  recognisers: readonly Recogniser[],
  basis: ReadonlySet<string>,
): { readonly plan: Plan; readonly problems: readonly Problem[] } {
  const words = new Words();
  const problems: Problem[] = [];
  const known = new Set(recognisers.map((recogniser) => recogniser.id));
  const rules: PlannedRule[] = [];
  const seen = new Set<string>();
  for (const pack of packs)
    for (const rule of pack.rules) {
      const file = `${pack.name}/${rule.id}.yaml`;
      const before = problems.length;
      const refuse = (message: string) => problems.push({ file, message });
      if (seen.has(rule.id)) refuse('规则编号与另一条规则重复');
      seen.add(rule.id);
      for (const code of rule.basis) if (!basis.has(code)) refuse(`依据代码 ${code} 不在依据表中`);
      const needed = rule.combine?.with;
      if (needed !== undefined && needed !== 'listed-work' && !known.has(needed))
        refuse(`没有名为 ${needed} 的识别器，无法做组合判断`);
      const match = planMatch(rule, pack.builtIn, words, known, refuse);
      if (!match || problems.length > before) continue;
      const needs = contexts(rule.context?.needs, words);
      const unless = contexts(rule.context?.unless, words);
      rules.push({ rule, file, match, allow: words.numbers(rule.allow ?? []), needs, unless });
    }
  const planned = recognisers.map((recogniser): [string, PlannedRecogniser] => {
    words.numbers(recogniser.words ?? []);
    const needs = asWritten(recogniser.needs, words);
    const needsInDraft = asWritten(recogniser.needsInDraft, words);
    return [
      recogniser.id,
      {
        recogniser,
        anchors: words.numbers(recogniser.anchors),
        headers: (recogniser.headers ?? []).map(foldPhrase),
        ...(needs && { needs }),
        ...(needsInDraft && { needsInDraft }),
      },
    ];
  });
  rules.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const lists = listFacts(packs, (phrase) => words.number(phrase));
  const numbersOf = (phrases: readonly string[]) => words.known(phrases);
  return { plan: { rules, recognisers: new Map(planned), words: words.list, numbersOf, lists }, problems };
}
