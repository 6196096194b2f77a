import { parse, stringify } from 'yaml';
import { CONTEXT_SCOPES, type ContextScope, OWN_PACK, type OwnRule, type RuleFile } from '../../review/model/index.ts';
import { loadPack } from '../load.ts';
import type { ContextWords, Example, Rule } from '../model.ts';

const isScope = (scope: string): scope is ContextScope => Object.hasOwn(CONTEXT_SCOPES, scope);

/** The YAML file of a rule of the office. `since` is the version of the pack that brought it. */
export function ownRuleYaml(rule: OwnRule, since: string): string {
  const words = (list: readonly string[]) => (list.length > 0 ? [{ words: list, scope: rule.scope }] : undefined);
  const needs = words(rule.needs);
  const unless = words(rule.unless);
  const entries = {
    id: rule.id,
    title: rule.title,
    category: rule.category,
    level: rule.level,
    since,
    basis: rule.basis,
    reason: rule.reason,
    ...(rule.advice !== '' && { advice: rule.advice }),
    suggestion: rule.suggestion,
    match: rule.how === 'keywords' ? { keywords: rule.keywords } : { pattern: rule.pattern, anchors: rule.anchors },
    ...(rule.allow.length > 0 && { allow: rule.allow }),
    ...((needs || unless) && { context: { ...(needs && { needs }), ...(unless && { unless }) } }),
    examples: { hit: rule.hit, miss: rule.miss },
  };
  // Every text quoted: 2026.10 and 010 must stay what somebody wrote.
  return stringify(entries, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
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

/** Words and scope of the one entry that the form can show. */
const entry = (entries: readonly ContextWords[] | undefined): ContextWords | undefined | 'other' =>
  entries === undefined || entries.length === 0 ? undefined : entries.length === 1 ? entries[0] : 'other';

/** The form of a rule; undefined when the rule says something that the form has no field for. */
export function ownRuleForm(rule: Rule): OwnRule | undefined {
  const { match } = rule;
  const needs = entry(rule.context?.needs);
  const unless = entry(rule.context?.unless);
  if (needs === 'other' || unless === 'other' || rule.combine || rule.refuses || rule.boundary === 'word') return undefined;
  const scope = needs?.scope ?? unless?.scope ?? 'sentence';
  if (!isScope(scope) || (unless && unless.scope !== scope)) return undefined;
  if (!('keywords' in match) && !('pattern' in match)) return undefined;
  const hit = rule.examples.hit.map(marked);
  // The form has one example a line.
  const isLong = [...rule.examples.hit, ...rule.examples.miss].some(({ text }) => text.includes('\n'));
  if (isLong || hit.some((text) => text === undefined)) return undefined;
  return {
    id: rule.id,
    title: rule.title,
    category: rule.category,
    level: rule.level,
    how: 'keywords' in match ? 'keywords' : 'pattern',
    keywords: 'keywords' in match ? match.keywords : [],
    pattern: 'pattern' in match ? match.pattern : '',
    anchors: 'pattern' in match ? match.anchors : [],
    needs: needs?.words ?? [],
    unless: unless?.words ?? [],
    scope,
    allow: rule.allow ?? [],
    reason: rule.reason,
    advice: rule.advice,
    suggestion: rule.suggestion,
    basis: rule.basis,
    hit: hit.filter((text) => text !== undefined),
    miss: rule.examples.miss.map(({ text }) => text),
  };
}

/** pack.yaml of the office's own pack. */
export const ownPackHead = (version: string, issuer: string, from: string): RuleFile => ({
  path: 'pack.yaml',
  text: stringify(
    { name: OWN_PACK, title: '本单位规则', version, issuer, inForceFrom: from },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  ),
});

/** `since` of a rule file, so that a change does not make an old rule young; undefined when there is none. */
export function sinceOf(yaml: string): string | undefined {
  const value: unknown = parse(yaml);
  const since = typeof value === 'object' && value !== null && 'since' in value ? value.since : undefined;
  return typeof since === 'string' || typeof since === 'number' ? String(since) : undefined;
}

/** What the loader says against a rule file; '' when nothing. */
export function ruleFileFault(yaml: string, id: string): string {
  const files = [ownPackHead('1', '本单位', '2026-01-01'), { path: `${id}.yaml`, text: yaml }];
  return loadPack(OWN_PACK, files, { builtIn: false, sha256: () => '' }).problems[0]?.message ?? '';
}

/** A rule as its form has it, examples as far as they go: for trying it while it is being written. */
export function ruleOfForm(form: OwnRule): Rule {
  const context = (list: readonly string[]) => [{ words: list, scope: form.scope }];
  const spans = (text: string) => [...text.matchAll(/⟦([^⟦⟧]+)⟧/g)].map((mark) => mark[1] ?? '');
  const text = (marked: string) => marked.replace(/[⟦⟧]/g, '');
  return {
    id: form.id,
    title: form.title,
    category: form.category,
    level: form.level,
    since: '1',
    basis: form.basis,
    reason: form.reason,
    advice: form.advice,
    suggestion: form.suggestion,
    match: form.how === 'keywords' ? { keywords: form.keywords } : { pattern: form.pattern, anchors: form.anchors },
    boundary: 'none',
    ...(form.allow.length > 0 && { allow: form.allow }),
    ...((form.needs.length > 0 || form.unless.length > 0) && {
      context: {
        ...(form.needs.length > 0 && { needs: context(form.needs) }),
        ...(form.unless.length > 0 && { unless: context(form.unless) }),
      },
    }),
    refuses: false,
    examples: {
      hit: form.hit.map((one) => ({ text: text(one), find: spans(one) })),
      miss: form.miss.map((one) => ({ text: one })),
    },
  };
}
