import type { Level } from '../../review/model/index.ts';
import type { Candidate, Fact, Range } from '../model.ts';
import type { PlannedRule } from './plan.ts';

/** A candidate on its way to becoming a finding: offsets in the folded text, inside one piece. */
export interface Found extends Range {
  readonly planned: PlannedRule;
  readonly value: string;
  readonly confidence: number;
  readonly level: Level;
  readonly evidence: readonly Fact[];
  readonly suggestion: string;
  /** Words that stand in the place of the rule's: a row of the office's own list has its own. */
  readonly says?: Candidate['says'];
}

/** Why a candidate was passed over; made only when somebody asks. */
export interface PassedOver {
  readonly rule: string;
  readonly title: string;
  /** Index of the piece, and original offsets in it. */
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Chinese. */
  readonly why: string;
}
