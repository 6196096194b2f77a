import type { MonthFigures, Parsed, StatisticsView, Tally } from '../../contract.ts';
import { CATEGORIES, type Category, type DecisionKind, STEP_ORDER } from '../../model/index.ts';
import { monthsIn, type Period, within } from '../../workflow/period.ts';
import type { AssessmentRow } from './assess.ts';
import { assess } from './assess.ts';
import type { CaseRecord } from './case-record.ts';

/** A finding of a case with the decision in force; no text of the draft. */
export interface CountedFinding {
  readonly rule: string;
  readonly title: string;
  readonly category: Category;
  readonly decision?: DecisionKind;
}
/** A case with its findings of all versions, each once. */
export interface CountedCase {
  readonly record: CaseRecord;
  readonly findings: readonly CountedFinding[];
}

const TREATED: readonly (DecisionKind | undefined)[] = ['mask', 'delete', 'rewrite'];
const count = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.reduce((sum, one) => sum + Number(holds(one)), 0);

function tallyOf(findings: readonly (CountedFinding & { readonly in: string })[]): Tally {
  return {
    findings: findings.length,
    cases: new Set(findings.map((finding) => finding.in)).size,
    treated: count(findings, ({ decision }) => TREATED.includes(decision)),
    kept: count(findings, ({ decision }) => decision === 'keep'),
    falseAlarms: count(findings, ({ decision }) => decision === 'false-alarm'),
    escalated: count(findings, ({ decision }) => decision === 'escalate'),
    undecided: count(findings, ({ decision }) => decision === undefined),
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups];
}

/** How a review ended, for the columns of a month. */
const OUTCOMES = {
  agreed: ({ conclusion }: CaseRecord) => conclusion === '同意公开',
  treated: ({ conclusion }: CaseRecord) => conclusion === '处理后公开',
  refused: ({ state }: CaseRecord) => state === 'refused',
} as const;

const settledIn = (records: readonly CaseRecord[], month: string): readonly CaseRecord[] =>
  records.filter(({ settledOn }) => settledOn.startsWith(month));

function monthFigures(records: readonly CaseRecord[], month: string): MonthFigures {
  const settled = settledIn(records, month);
  return {
    month,
    registered: count(records, ({ registeredOn }) => registeredOn.startsWith(month)),
    agreed: count(settled, OUTCOMES.agreed),
    treated: count(settled, OUTCOMES.treated),
    refused: count(settled, OUTCOMES.refused),
  };
}

/** Ids of the cases that one figure counts. */
export function casesBehind(all: readonly CountedCase[], period: Period, of: Parsed<'statistics.cases'>['of']): string[] {
  if (of.by === 'month') {
    const records = all.map(({ record }) => record);
    return settledIn(records, of.month)
      .filter(OUTCOMES[of.outcome])
      .map((record) => record.case);
  }
  const registered = all.filter(({ record }) => within(period, record.registeredOn));
  const holds = ({ record, findings }: CountedCase): boolean => {
    if (of.by === 'department') return record.department === of.department;
    return findings.some(({ category, rule }) => (of.by === 'category' ? category === of.category : rule === of.rule));
  };
  return registered.filter(holds).map(({ record }) => record.case);
}

const confirmed = ({ findings }: CountedCase): boolean =>
  findings.some(({ decision }) => decision !== undefined && decision !== 'false-alarm');

/**
 * Statistics of a period. Months count registrations and ends of reviews by their own days; everything else is about the cases
 * registered in the period. `departments` are the ones to show also when they sent nothing.
 */
export function statistics(all: readonly CountedCase[], departments: readonly string[], period: Period): StatisticsView {
  const records = all.map(({ record }) => record);
  const cases = all.filter(({ record }) => within(period, record.registeredOn));
  const findings = cases.flatMap(({ record, findings: own }) => own.map((finding) => ({ ...finding, in: record.case })));
  const assessed: { readonly rows: readonly AssessmentRow[]; readonly total: AssessmentRow } = assess(
    records,
    departments,
    period,
  );
  const stays = cases.flatMap(({ record }) => record.stays);
  const decided = findings.filter(({ decision }) => decision !== undefined);
  return {
    period,
    months: monthsIn(period).map((month) => monthFigures(records, month)),
    departments: assessed.rows,
    total: assessed.total,
    categories: grouped(findings, ({ category }) => category)
      .map(([category, own]) => ({ category: category as Category, ...tallyOf(own) }))
      .sort((a, b) => b.findings - a.findings || keyAt(a.category) - keyAt(b.category)),
    rules: grouped(findings, ({ rule }) => rule)
      .map(([rule, own]) => ({ rule, title: own[0]?.title ?? '', category: own[0]?.category as Category, ...tallyOf(own) }))
      .sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1)),
    steps: STEP_ORDER.map((step) => {
      const own = stays.filter((stay) => stay.step === step);
      return { step, acts: own.length, days: own.reduce((sum, { days }) => sum + days, 0) };
    }),
    mistakes: {
      decided: decided.length,
      falseAlarms: count(decided, ({ decision }) => decision === 'false-alarm'),
      foundCases: count(cases, confirmed),
      missedCases: count(cases, (one) => !confirmed(one) && (one.record.returnedOn.length > 0 || one.record.takenDown)),
    },
  };
}

const keyAt = (category: Category): number => Object.keys(CATEGORIES).indexOf(category);
