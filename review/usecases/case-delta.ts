import type { CaseDelta, StepView } from '../contract.ts';
import { fail, ok, type Person, type Result } from '../model/index.ts';
import { documentIn, MAIN_TEXT } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { actionsOf } from './actions.ts';
import { caseRow } from './case-row.ts';
import { documentRows, findingViews, stepViews, timelineOf, undoLabel } from './case-view.ts';
import type { DeskParts } from './desk-parts.ts';
import { standingOf } from './standing.ts';

/** What became different in one document since `before` was judged. Codes: case-missing, case-damaged, blob-missing, blob-damaged. */
export function caseDelta(
  parts: DeskParts,
  caseId: string,
  person: Person,
  before: GateResult,
  document = MAIN_TEXT,
): Result<CaseDelta> {
  const read = parts.cases.read(caseId);
  if (!read.ok) return read;
  const now = read.data;
  const row = caseRow(parts, caseId, now);
  if (!row.ok) return row;
  const present = documentIn(now.facts, document);
  if (!present?.scan) return fail('not-now', '还没有检查结果。');
  const draft = parts.cases.draft(caseId, present.scan);
  if (!draft.ok) return draft;
  const found = parts.cases.findings(caseId, present, draft.data);
  if (!found.ok) return found;
  const known = new Set(before.facts.numbers);
  const changed = found.data.filter(
    ({ number }) => !known.has(number) || now.facts.decisions.get(number)?.event !== before.facts.decisions.get(number)?.event,
  );
  const marks = new Set(now.facts.marks.map(({ id }) => id));
  const removed = before.facts.marks.flatMap(({ id }) => (marks.has(id) ? [] : [id]));
  const standing = standingOf(parts, now, person);
  const actions = actionsOf(now, person, standing, present);
  const myStep = actions.sign.enabled ? standing?.step : undefined;
  const heard = new Set(before.graph.ordered.map((event) => event.id));
  const steps = stepViews(parts, caseId, now);
  return ok({
    document,
    row: row.data,
    documents: documentRows(parts, caseId, now.facts),
    findings: findingViews(parts, caseId, now, present, draft.data, changed),
    ...(removed.length > 0 ? { removed } : {}),
    actions,
    undoLabel: undoLabel(now, person),
    whyNot: now.whyNot,
    ...(myStep ? { myStep } : {}),
    ...(same(steps, stepViews(parts, caseId, before)) ? {} : { steps }),
    timeline: timelineOf(
      parts,
      caseId,
      now.facts,
      now.graph.ordered.filter((event) => !heard.has(event.id)),
    ),
  });
}

const same = (one: readonly StepView[], other: readonly StepView[]): boolean => JSON.stringify(one) === JSON.stringify(other);
