/** Rules in force, the own rules of an office, signed packs. */
import { z } from 'zod';
import type { Category, Level, OwnRule, PackDifference, RuleFault } from '../model/index.ts';
import { CATEGORIES, CONTEXT_SCOPES, LEVELS, WORK_NEEDS, WORK_SCOPES } from '../model/index.ts';
import type { ExportedFile } from './exports.ts';
import { FILE, keys, line, lines, packVersion, pin, ruleId } from './shapes.ts';

/** The form of a rule; what is wrong with it in its own words is told field by field, so that drafts of it pass here. */
export const OWN_RULE = z.strictObject({
  id: z.union([z.literal(''), ruleId]),
  title: line(60),
  category: keys(CATEGORIES),
  level: keys(LEVELS),
  how: z.enum(['keywords', 'pattern', 'column']),
  keywords: lines(2000, 60),
  pattern: z.string().max(2000),
  anchors: lines(60, 60),
  header: lines(60, 60),
  cell: z.string().max(2000),
  boundary: z.enum(['word', 'none']),
  work: keys(WORK_NEEDS),
  workScope: keys(WORK_SCOPES),
  needs: lines(200, 60),
  unless: lines(200, 60),
  scope: keys(CONTEXT_SCOPES),
  allow: lines(200, 60),
  reason: line(300),
  advice: line(300),
  suggestion: line(100),
  basis: lines(10, 40),
  hit: lines(50, 500),
  miss: lines(50, 500),
});
const RULE_CHANGE = z.union([z.object({ save: OWN_RULE }), z.object({ remove: ruleId }), z.object({ file: FILE })]);

export const rulesInputs = {
  'rules.list': z.object({}),
  'rules.view': z.object({ rule: ruleId }),
  /** Tries a rule as it stands in the form (or all rules in force) on a sample; keeps nothing. */
  'rules.try': z.object({ text: z.string().max(20_000), rule: OWN_RULE.optional() }),
  /** The office's own rules and the installed packs. */
  'rules.own': z.object({}),
  /** What a change of the own pack, or a pack file, would change against the version in force; changes nothing. */
  'rules.difference': z.object({ change: RULE_CHANGE }),
  'rules.save': z.object({
    change: z.union([z.object({ save: OWN_RULE }), z.object({ remove: ruleId })]),
    /** Version in force ('' for none) that the person saw: nobody overwrites what they have not seen. */
    after: packVersion,
    pin,
  }),
  /** The own pack as a signed file. */
  'rules.pack': z.object({ pin }),
  'rules.install': z.object({ file: FILE, after: packVersion, pin }),
} as const;

export interface RulesOutputs {
  'rules.list': RuleRow[];
  'rules.view': RuleView;
  'rules.try': RuleTrial;
  'rules.own': OwnRulesView;
  'rules.difference': PackPreview;
  'rules.save': OwnRulesView;
  'rules.pack': ExportedFile;
  'rules.install': OwnRulesView;
}

export interface RuleRow {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly level: Level;
  readonly pack: string;
  /** Chinese title of the pack. */
  readonly packTitle: string;
  readonly since: string;
  readonly basis: readonly string[];
  /** Short law names with articles, in the order of `basis`. */
  readonly basisNames: readonly string[];
}

/** The page of a rule: everything it says. */
export interface RuleView {
  readonly row: RuleRow;
  readonly packTitle: string;
  readonly packVersion: string;
  readonly reason: string;
  readonly advice: string;
  readonly suggestion: string;
  readonly basisNames: readonly string[];
  /** How it matches, in words; `code` is the expression a sentence speaks of. */
  readonly match: readonly { readonly text: string; readonly code?: string }[];
  readonly refuses: boolean;
  readonly examples: Readonly<Record<'hit' | 'miss', readonly RuleExample[]>>;
  /** Text of the rule's file, for rules that did not come with the program. */
  readonly yaml?: string;
}

export interface RuleExample {
  readonly text: string;
  readonly find: readonly string[];
  readonly note: string;
}

/** What a rule does on a sample. Offsets are UTF-16 offsets into the sample. */
export interface RuleTrial {
  readonly findings: readonly TrialFinding[];
  readonly passedOver: readonly { readonly start: number; readonly end: number; readonly text: string; readonly why: string }[];
  /** How the rule's own examples come out; empty without a rule. */
  readonly examples: readonly { readonly kind: 'hit' | 'miss'; readonly index: number; readonly message: string }[];
  /** What is wrong with the rule; with faults that keep it from running nothing is found. */
  readonly faults: readonly RuleFault[];
  /** Rules that took too long, in Chinese. */
  readonly stopped: readonly string[];
  readonly milliseconds: number;
}

export interface TrialFinding {
  readonly rule: string;
  readonly title: string;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly evidence: readonly string[];
}

/** 规则编辑: the office's own pack, and every pack that did not come with the program. */
export interface OwnRulesView {
  /** Whether the signed-in person may change rules. */
  readonly mayEdit: boolean;
  /** Version of the own pack in force; '' while there is none. */
  readonly version: string;
  readonly rules: readonly OwnRuleView[];
  readonly packs: readonly PackRow[];
  readonly bases: readonly { readonly code: string; readonly name: string }[];
}

export interface OwnRuleView {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly level: Level;
  readonly since: string;
  /** Absent when the rule says something that the form has no field for: it can be read and removed, not edited. */
  readonly form?: OwnRule;
}

export interface PackRow {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly rules: number;
  readonly at: string;
  readonly by: string;
  readonly origin: 'own' | 'file' | 'workstation';
  readonly code: string;
}

export interface PackPreview {
  readonly name: string;
  readonly title: string;
  /** The version that would come into force, and the one that is ('' for none). */
  readonly version: string;
  readonly before: string;
  readonly difference: PackDifference;
  /** Who signed the file; '' for a change of the own pack. */
  readonly signedBy: string;
  /** Chinese sentences: what keeps it from coming into force; empty when nothing does. */
  readonly whyNot: readonly string[];
}
