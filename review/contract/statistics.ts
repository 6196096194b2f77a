/** 统计: what the office's records say about a period, in figures and names of rules alone. */
import { z } from 'zod';
import type { Category, Step } from '../model/index.ts';
import { CATEGORIES } from '../model/index.ts';
import { id, keys, line } from './shapes.ts';

export const statisticsInputs = {
  /** 2026, 2026-Q3 or 2026-09. */
  'statistics.view': z.object({ period: line(7) }),
  /** Categories of which each case had a finding, by case id; cases without any are left out. */
  'statistics.categories': z.object({}),
  /** The cases behind one figure of a period, by id. */
  'statistics.cases': z.object({
    period: line(7),
    of: z.discriminatedUnion('by', [
      z.object({ by: z.literal('month'), month: line(7), outcome: z.enum(['agreed', 'treated', 'refused']) }),
      z.object({ by: z.literal('department'), department: line(30) }),
      z.object({ by: z.literal('category'), category: keys(CATEGORIES) }),
      z.object({ by: z.literal('rule'), rule: id }),
    ]),
  }),
} as const;

export interface StatisticsOutputs {
  'statistics.view': StatisticsView;
  'statistics.cases': string[];
  'statistics.categories': Readonly<Record<string, readonly Category[]>>;
}

/** What became of findings: each counted once in its case, whatever the number of versions. */
export interface Tally {
  readonly findings: number;
  /** Cases that had any of them. */
  readonly cases: number;
  /** Masked, deleted or rewritten. */
  readonly treated: number;
  readonly kept: number;
  readonly falseAlarms: number;
  readonly escalated: number;
  readonly undecided: number;
}
export interface MonthFigures {
  /** 2026-09. */
  readonly month: string;
  readonly registered: number;
  /** Settled in the month, by 审查结论. */
  readonly agreed: number;
  readonly treated: number;
  readonly refused: number;
}
export interface DepartmentFigures {
  readonly department: string;
  readonly registered: number;
  readonly published: number;
  /** Published within the 20 working days, or answered within the term of the application. */
  readonly onTime: number;
  /** Published or answered late, or still open past the last day. */
  readonly overdue: number;
  readonly refused: number;
  readonly withdrawn: number;
  /** Cases that were sent back at least once, and how often in all. */
  readonly returnedCases: number;
  readonly returns: number;
  /** Working days from registration to the end of the review, summed, and over how many cases. */
  readonly reviewDays: number;
  readonly reviewed: number;
  readonly decided: number;
  readonly falseAlarms: number;
  /** Taken down after publication. */
  readonly takenDown: number;
}
export interface StatisticsView {
  readonly period: { readonly id: string; readonly name: string; readonly from: string; readonly to: string };
  readonly months: readonly MonthFigures[];
  readonly departments: readonly DepartmentFigures[];
  readonly total: DepartmentFigures;
  readonly categories: readonly (Tally & { readonly category: Category })[];
  readonly rules: readonly (Tally & { readonly rule: string; readonly title: string; readonly category: Category })[];
  /** How often a step acted, and the working days it held cases in all. */
  readonly steps: readonly { readonly step: Step; readonly acts: number; readonly days: number }[];
  /** Both kinds of mistake, as far as records can show them. */
  readonly mistakes: {
    readonly decided: number;
    readonly falseAlarms: number;
    /** Cases in which the machine found something that people confirmed. */
    readonly foundCases: number;
    /** Cases that people sent back or took down although the machine had found nothing that they confirmed. */
    readonly missedCases: number;
  };
}
