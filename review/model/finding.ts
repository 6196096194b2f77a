import type { Category, Level } from './categories.ts';
import type { StoppedRule } from './rule-pack.ts';

/** A span of text inside a piece. */
export interface Span {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One named piece of evidence, in Chinese, as shown to the reviewer (校验位正确, 表头“防护等级” …). */
export interface Evidence {
  readonly label: string;
  readonly span?: Span;
}

/** What the rules found. A finding is an invitation to look: 可能涉及……,请核对. */
export interface Finding extends Span {
  /** Fingerprint: rule + normalised value + surroundings; the same across versions of a draft, unique within one. */
  readonly id: string;
  readonly rule: string;
  /** Title of the rule in Chinese. */
  readonly title: string;
  readonly category: Category;
  readonly level: Level;
  /** Chinese sentence: why this was found. */
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  /** Codes of legal bases, most specific first, at most three (rules/basis.yaml gives the short names). */
  readonly basis: readonly string[];
  /** The masked or general wording to put in its place; empty means: delete. */
  readonly suggestion: string;
  /** Guidance in words (怎么改); empty when there is none. */
  readonly advice: string;
  /** 0..1, from the evidence that was present. */
  readonly confidence: number;
  /** Name of the identifiable work that this is a fact of, as the draft or the office's own list writes it: what 汇聚 is kept by. */
  readonly work?: string;
}

/** A place that a rule came upon and the office's own list silenced (清单已有): no finding, but seen. */
export interface KnownPlace extends Span {
  readonly rule: string;
  /** Chinese: which row of which list. */
  readonly why: string;
}

/** What the scan as a whole says about a draft. */
export interface ScanResult {
  readonly findings: readonly Finding[];
  /** Set when a national-secret mark was met: the draft must be refused on a machine not set up for that level. */
  readonly refusal?: Finding;
  /** What the office's lists silenced, in reading order; absent when there is none. */
  readonly known?: readonly KnownPlace[];
  /** Rules of the office that took too long and were left out: their part of the check is for a person. Absent when there is none. */
  readonly stopped?: readonly StoppedRule[];
  /** Digest that binds a review to rules and engine: see `RuleSetIdentity`. */
  readonly ruleSet: RuleSetIdentity;
}

/** Identity of the rules that produced a scan; part of what people sign. */
export interface RuleSetIdentity {
  readonly engine: string;
  /** name@version:sha256 of every pack, sorted. */
  readonly packs: readonly string[];
  /** Lower-case hex SHA-256 over engine and packs. */
  readonly digest: string;
}
