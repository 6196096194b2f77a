import type { Category, Level } from './categories.ts';

/** Name of the pack that an office writes inside the program. */
export const OWN_PACK = 'own';

/** A file of a pack: path inside the pack with `/`, and its text. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

/** A pack as files, the way it is kept and signed. */
export interface PackContent {
  readonly name: string;
  /** 1, 1.2 or 1.2.3; only ever rises for a name. */
  readonly version: string;
  readonly files: readonly RuleFile[];
}

/** How a pack differs from the version before it. */
export interface PackDifference {
  readonly added: readonly { readonly id: string; readonly title: string }[];
  readonly removed: readonly { readonly id: string; readonly title: string }[];
  /** `parts` names in Chinese what is different (写法, 理由, 例句 …). */
  readonly changed: readonly { readonly id: string; readonly title: string; readonly parts: readonly string[] }[];
}

/** How far context words may stand from what they speak about. */
export const CONTEXT_SCOPES = { clause: '同一分句', sentence: '同一句', piece: '同一段', row: '同一表格行' } as const;
export type ContextScope = keyof typeof CONTEXT_SCOPES;

/** What becomes of a place where no particular work can be made out near it. */
export const WORK_NEEDS = { any: '照样列出', notice: '降为提示', drop: '不列出' } as const;
export type WorkNeed = keyof typeof WORK_NEEDS;

/** How far the work may stand from it. */
export const WORK_SCOPES = { sentence: '同一句', piece: '同一段', row: '同一表格行', section: '同一节', draft: '全文' } as const;
export type WorkScope = keyof typeof WORK_SCOPES;

/**
 * A rule of the office as its form has it. Lists hold no empty texts; hit examples mark with ⟦⟧ what must be found. In examples of a
 * rule for table columns `|` stands between two cells and `||` between two rows, the first row being the headers.
 */
export interface OwnRule {
  /** Empty for a new rule: the program gives it a number. */
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly level: Level;
  readonly how: 'keywords' | 'pattern' | 'column';
  readonly keywords: readonly string[];
  readonly pattern: string;
  /** Words near which the pattern is tried. */
  readonly anchors: readonly string[];
  /** One of them must stand in the header, the row's label or the cell to the left. */
  readonly header: readonly string[];
  /** Expression that must be found in the cell. */
  readonly cell: string;
  /** `word`: found only between the edges of words (词边界). */
  readonly boundary: 'word' | 'none';
  readonly work: WorkNeed;
  readonly workScope: WorkScope;
  /** At least one of them must stand within `scope`; empty: none is needed. */
  readonly needs: readonly string[];
  readonly unless: readonly string[];
  readonly scope: ContextScope;
  /** Longer harmless phrases. */
  readonly allow: readonly string[];
  readonly reason: string;
  /** What people usually do about it, in words. */
  readonly advice: string;
  /** The wording to put in its place; empty: delete. */
  readonly suggestion: string;
  readonly basis: readonly string[];
  readonly hit: readonly string[];
  readonly miss: readonly string[];
}

/** What is wrong with a rule, at which field of the form; `rule` when it concerns the whole. */
export interface RuleFault {
  readonly field: keyof OwnRule | 'rule';
  readonly message: string;
}

/** A rule that was stopped because it took too long; the rest of the scan went on. */
export interface StoppedRule {
  readonly rule: string;
  readonly title: string;
  /** Chinese: 规则“…”用时过长，已停用本次检查。 */
  readonly message: string;
}
