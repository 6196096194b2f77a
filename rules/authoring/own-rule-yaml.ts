import { parse, stringify } from 'yaml';
import {
  CONTEXT_SCOPES,
  type ContextScope,
  OWN_PACK,
  type OwnRule,
  type RuleFile,
  WORK_SCOPES,
  type WorkScope,
} from '../../review/model/index.ts';
import { loadPack } from '../load.ts';
import type { Combine, ContextWords, Match, Rule } from '../model.ts';
import { examplesForFile, examplesOfForm, formExamples } from './own-rule-examples.ts';
import { wordsOfPattern, wordsPattern } from './words-pattern.ts';

const isScope = (scope: string): scope is ContextScope => Object.hasOwn(CONTEXT_SCOPES, scope);
const isWorkScope = (scope: string): scope is WorkScope => Object.hasOwn(WORK_SCOPES, scope);

function matchOf({ how, keywords, pattern, anchors, header, cell }: OwnRule): Match {
  if (how === 'keywords') return { keywords };
  return how === 'pattern' ? { pattern, anchors } : { column: { header: wordsPattern(header), cell } };
}

const combineOf = ({ work, workScope }: OwnRule): Combine | undefined =>
  work === 'any' ? undefined : { with: 'work-object', scope: workScope, otherwise: work };

/** What the rule says of the place and its surroundings, as the file and the engine have it. */
function placeOf(form: OwnRule): Pick<Rule, 'match' | 'boundary' | 'allow' | 'context' | 'combine'> {
  const context = (list: readonly string[]) => (list.length > 0 ? [{ words: list, scope: form.scope }] : undefined);
  const needs = context(form.needs);
  const unless = context(form.unless);
  const combine = combineOf(form);
  return {
    match: matchOf(form),
    boundary: form.boundary,
    ...(form.allow.length > 0 && { allow: form.allow }),
    ...((needs || unless) && { context: { ...(needs && { needs }), ...(unless && { unless }) } }),
    ...(combine && { combine }),
  };
}

/** The YAML file of a rule of the office. `since` is the version of the pack that brought it. */
export function ownRuleYaml(rule: OwnRule, since: string): string {
  const { boundary, ...place } = placeOf(rule);
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
    ...place,
    ...(boundary === 'word' && { boundary }),
    examples: examplesForFile(rule),
  };
  // Every text quoted: 2026.10 and 010 must stay what somebody wrote.
  return stringify(entries, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
}

/** Words and scope of the one entry that the form can show. */
const entry = (entries: readonly ContextWords[] | undefined): ContextWords | undefined | 'other' =>
  entries === undefined || entries.length === 0 ? undefined : entries.length === 1 ? entries[0] : 'other';

type Ways = Pick<OwnRule, 'how' | 'keywords' | 'pattern' | 'anchors' | 'header' | 'cell'>;

/** The fields of the way a rule matches; undefined for ways that the form does not have. */
function waysOf({ match }: Rule): Ways | undefined {
  const none = { keywords: [], pattern: '', anchors: [], header: [], cell: '' };
  if ('keywords' in match) return { ...none, how: 'keywords', keywords: match.keywords };
  if ('pattern' in match) return { ...none, how: 'pattern', pattern: match.pattern, anchors: match.anchors };
  if (!('column' in match) || match.column.not !== undefined || match.column.table !== undefined) return undefined;
  const header = wordsOfPattern(match.column.header);
  return header && { ...none, how: 'column', header, cell: match.column.cell };
}

function workOf({ combine }: Rule): Pick<OwnRule, 'work' | 'workScope'> | undefined {
  if (!combine) return { work: 'any', workScope: 'sentence' };
  const { with: which, scope, otherwise } = combine;
  return which === 'work-object' && isWorkScope(scope) ? { work: otherwise, workScope: scope } : undefined;
}

function contextOf({ context }: Rule): Pick<OwnRule, 'needs' | 'unless' | 'scope'> | undefined {
  const needs = entry(context?.needs);
  const unless = entry(context?.unless);
  if (needs === 'other' || unless === 'other') return undefined;
  const scope = needs?.scope ?? unless?.scope ?? 'sentence';
  if (!isScope(scope) || (unless && unless.scope !== scope)) return undefined;
  return { needs: needs?.words ?? [], unless: unless?.words ?? [], scope };
}

/** The form of a rule; undefined when the rule says something that the form has no field for. */
export function ownRuleForm(rule: Rule): OwnRule | undefined {
  const ways = waysOf(rule);
  const work = workOf(rule);
  const context = contextOf(rule);
  const examples = ways && formExamples(ways.how, rule.examples);
  if (!ways || !work || !context || !examples || rule.refuses) return undefined;
  const { id, title, category, level, boundary, reason, advice, suggestion, basis } = rule;
  const said = { id, title, category, level, boundary, reason, advice, suggestion, basis };
  return { ...said, ...ways, ...work, ...context, allow: rule.allow ?? [], ...examples };
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
  const { id, title, category, level, basis, reason, advice, suggestion } = form;
  const said = { id, title, category, level, basis, reason, advice, suggestion };
  return { ...said, ...placeOf(form), since: '1', refuses: false, examples: examplesOfForm(form) };
}
