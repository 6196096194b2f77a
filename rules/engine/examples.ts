import type { Example, Pack, Rule } from '../model.ts';
import type { Engine, RawFound } from './engine.ts';
import { exampleDraft } from './example-draft.ts';

export interface ExampleResult {
  readonly rule: string;
  readonly kind: 'hit' | 'miss';
  /** 0-based place in the rule's list. */
  readonly index: number;
  readonly ok: boolean;
  readonly text: string;
  /** Chinese; empty when it came out as written. */
  readonly message: string;
}

/** Runs a rule's examples on an engine that holds the whole set of packs: neighbours may neither swallow a hit nor hide a miss. */
export function runRuleExamples(engine: Engine, rule: Rule): readonly ExampleResult[] {
  const judge = (kind: 'hit' | 'miss') => (example: Example, index: number) => {
    const message = kind === 'hit' ? hitFault(engine, rule, example) : missFault(engine, rule, example);
    return { rule: rule.id, kind, index, ok: message === '', text: example.text, message };
  };
  return [...rule.examples.hit.map(judge('hit')), ...rule.examples.miss.map(judge('miss'))];
}

export const runExamples = (engine: Engine, pack: Pack): readonly ExampleResult[] =>
  pack.rules.flatMap((rule) => runRuleExamples(engine, rule));

function hitFault(engine: Engine, rule: Rule, example: Example): string {
  const raw: RawFound[] = [];
  const draft = exampleDraft(example.text);
  const { findings } = engine.scan(draft, { found: (found) => raw.push(found) });
  const own = raw.filter((found) => found.rule === rule.id);
  for (const span of example.find ?? []) {
    if (!own.some((found) => found.text.includes(span) || span.includes(found.text))) return `本规则没有找到“${span}”`;
    if (!findings.some((finding) => finding.category === rule.category && finding.text === span)) {
      const near = findings.filter((finding) => finding.category === rule.category).map((finding) => `“${finding.text}”`);
      return `应当找到“${span}”，实际为${near.join('、') || '无'}`;
    }
  }
  return '';
}

/** A notice is no alarm (term without object: none or information). */
function missFault(engine: Engine, rule: Rule, example: Example): string {
  const { findings } = engine.scan(exampleDraft(example.text));
  const alarm = findings.find((finding) => finding.rule === rule.id && finding.level !== 'notice');
  return alarm ? `不应找到“${alarm.text}”` : '';
}
