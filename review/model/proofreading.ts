import type { Span } from './finding.ts';

/**
 * 文字关: a slip of the pen, apart from confidentiality. It blocks nothing, demands no decision, is signed by nobody and never stands
 * among findings or in their counts.
 */
export interface ProofNote extends Span {
  /** Id of the check: dates, document-number … */
  readonly check: string;
  /** Name of the check in Chinese. */
  readonly title: string;
  /** Chinese sentence: what looks wrong. */
  readonly reason: string;
  /** What it may have been meant to be; empty when that cannot be known. */
  readonly suggestion: string;
}
