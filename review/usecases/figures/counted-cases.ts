import type { Category } from '../../model/index.ts';
import type { GateResult } from '../../workflow/gate.ts';
import type { DeskParts } from '../desk-parts.ts';
import { MANUAL_RULE } from '../mark-findings.ts';
import { caseRecord, officeCases } from './case-record.ts';
import type { CountedCase, CountedFinding } from './tallies.ts';

type Named = CountedFinding & { readonly number: number };
/** What one scan found never changes: its commitment names it. Texts of drafts are not kept. */
const scans = new WeakMap<DeskParts, Map<string, readonly Named[]>>();

/** All cases of the office with the findings of all their versions. A scan that cannot be read any more counts no findings. */
export const countedCases = (parts: DeskParts): readonly CountedCase[] =>
  officeCases(parts).flatMap(({ caseId, result }) => {
    const record = caseRecord(parts, caseId, result);
    return record.ok ? [{ record: record.data, findings: findingsOf(parts, caseId, result) }] : [];
  });

/** Categories of which a case had a finding, in any version. */
export const categoriesOf = (parts: DeskParts, caseId: string, result: GateResult): readonly Category[] => [
  ...new Set(findingsOf(parts, caseId, result).map(({ category }) => category)),
];

function findingsOf(parts: DeskParts, caseId: string, { facts }: GateResult): readonly CountedFinding[] {
  const byNumber = new Map<number, Named>();
  for (const scan of parts.cases.scans(caseId))
    for (const finding of foundIn(parts, caseId, scan)) byNumber.set(finding.number, finding);
  for (const { body } of [...facts.marks, ...facts.goneMarks]) {
    const { number, category } = body.data;
    byNumber.set(number, { number, rule: MANUAL_RULE, title: '人工标注', category });
  }
  return [...byNumber.values()].map(({ number, ...finding }) => {
    const decision = facts.decisions.get(number)?.kind;
    return decision === undefined ? finding : { ...finding, decision };
  });
}

function foundIn(parts: DeskParts, caseId: string, scan: ReturnType<DeskParts['cases']['scans']>[number]): readonly Named[] {
  const known = scans.get(parts) ?? new Map<string, readonly Named[]>();
  scans.set(parts, known);
  const before = known.get(scan.body.data.findings);
  if (before) return before;
  // An empty scan needs no blob read: most drafts of an office have none.
  const content = scan.body.data.numbers === '' ? undefined : parts.cases.content(caseId, scan);
  const found = content?.ok
    ? content.data.findings.map(({ number, finding: { rule, title, category } }) => ({ number, rule, title, category }))
    : [];
  known.set(scan.body.data.findings, found);
  return found;
}
