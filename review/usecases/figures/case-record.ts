/**
 * One case as the ledger, the monthly table, the assessment and the statistics count it: everything read off signed events once,
 * so that no two of them can disagree.
 */
import { type Attribute, type Channel, type DecisionKind, ok, type Result, type State, type Step } from '../../model/index.ts';
import { eventsOf } from '../../workflow/case-facts.ts';
import type { GateResult } from '../../workflow/gate.ts';
import { type Calendar, workingDaysBetween } from '../../workflow/working-days.ts';
import { caseRow } from '../case-row.ts';
import { publicationRows } from '../case-view.ts';
import { type DeskParts, dateOf } from '../desk-parts.ts';
import { actorName } from '../people-of.ts';
import { replyClock } from '../request-reader.ts';
import { conclusionOf } from './conclusion.ts';

export interface Signed {
  readonly name: string;
  /** Civil date; '' while nobody has signed. */
  readonly on: string;
}
export interface CaseRecord {
  readonly case: string;
  readonly number: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly department: string;
  readonly drafter: string;
  readonly attribute: Attribute;
  /** How many attachments go out with the main text. */
  readonly attachments: number;
  readonly state: State;
  /** 审查结论: 同意公开, 处理后公开, 不予公开, 办理中 … */
  readonly conclusion: string;
  /** 生成日期. */
  readonly createdOn: string;
  readonly registeredOn: string;
  /** First signature of the drafter; '' before. */
  readonly submittedOn: string;
  /** 审查完成日: the counted approval or the refusal; '' before. */
  readonly settledOn: string;
  readonly signed: Readonly<Record<Step, Signed>>;
  readonly publications: readonly {
    readonly channel: Channel;
    readonly address: string;
    readonly on: string;
    readonly by: string;
  }[];
  /** First publication; '' before. */
  readonly publishedOn: string;
  /** Day the application was closed that this is the reply to; '' before, and for anything that is no reply. */
  readonly answeredOn: string;
  /** Days of 退回, oldest first. */
  readonly returnedOn: readonly string[];
  readonly takenDown: boolean;
  /** Last day of the case's own clock, as its row shows it: the 20 working days, or those of the application it answers. */
  readonly dueOn: string;
  /** Published or answered after that day, or that day has passed and it is still to be published or answered. */
  readonly overdue: boolean;
  /** Working days each step held the case, one entry for every time it acted. */
  readonly stays: readonly { readonly step: Step; readonly days: number }[];
  readonly decisions: Readonly<Partial<Record<DecisionKind, number>>>;
}

/** All cases that can be read, without the bundled sample, which was never a matter of this office; in order of registration. */
export function officeCases(parts: DeskParts): readonly { readonly caseId: string; readonly result: GateResult }[] {
  return parts.ports.store
    .caseIds()
    .map((caseId) => ({ caseId, read: parts.cases.read(caseId) }))
    .flatMap(({ caseId, read }) => (read.ok ? [{ caseId, result: read.data }] : []))
    .filter(({ result }) => result.facts.create?.body.data.sample !== true);
}

export const caseRecords = (parts: DeskParts): readonly CaseRecord[] =>
  officeCases(parts)
    .map(({ caseId, result }) => caseRecord(parts, caseId, result))
    .flatMap((record) => (record.ok ? [record.data] : []));

/** Code: case-damaged when not even the registration can be read. */
export function caseRecord(parts: DeskParts, caseId: string, result: GateResult): Result<CaseRecord> {
  const row = caseRow(parts, caseId, result);
  if (!row.ok) return row;
  const { facts, graph, state } = result;
  const { number, title, department, drafter, attribute, attachments = 0 } = row.data;
  const createdOn = facts.create?.body.data.createdOn ?? '';
  const publications = publicationRows(parts, caseId, result);
  const publishedOn = publications[0]?.on ?? '';
  const signed = {
    draft: signedBy(parts, result, 'draft'),
    head: signedBy(parts, result, 'head'),
    secrecy: signedBy(parts, result, 'secrecy'),
    approve: signedBy(parts, result, 'approve'),
  };
  const refusal = eventsOf(graph.ordered, 'refuse').at(-1);
  const { deadline } = row.data;
  const reply = attribute === 'on-request' ? replyClock(parts, caseId) : undefined;
  // What is only ready in case somebody asks for it has no day by which it must go out.
  const expected = attribute === 'active' || reply !== undefined;
  const open = !['refused', 'withdrawn'].includes(state) && expected;
  return ok({
    case: caseId,
    number,
    title,
    documentNumber: parts.cases.text(caseId, facts.create?.body.data.documentNumber),
    department,
    drafter,
    attribute,
    attachments,
    state,
    conclusion: conclusionOf(result),
    createdOn,
    registeredOn: dateOf(facts.create?.body.at ?? ''),
    submittedOn: dateOf(eventsOf(graph.ordered, 'sign')[0]?.body.at ?? ''),
    settledOn: state === 'refused' ? dateOf(refusal?.body.at ?? '') : signed.approve.on,
    signed,
    publications,
    publishedOn,
    answeredOn: reply?.answeredOn ?? '',
    returnedOn: eventsOf(graph.ordered, 'return').map(({ body }) => dateOf(body.at)),
    takenDown: eventsOf(graph.ordered, 'takedown').length > 0,
    dueOn: deadline.on,
    overdue: deadline.left < 0 && (publishedOn !== '' || open),
    stays: staysOf(result, parts.calendar()),
    decisions: decisionCounts(result),
  });
}

/** Printed name and day of the newest signature of a step that counts. */
export function signedBy(parts: DeskParts, { steps }: GateResult, step: Step): Signed {
  const sign = steps.find((one) => one.step === step)?.signs.findLast((verdict) => verdict.counts)?.sign.body;
  return sign ? { name: actorName(parts.roster(), sign.actor), on: dateOf(sign.at) } : { name: '', on: '' };
}

/** From the day a case came to a step to the day that step signed, returned or refused it. */
function staysOf({ graph, facts }: GateResult, calendar: Calendar): CaseRecord['stays'] {
  let since = dateOf(facts.create?.body.at ?? '');
  return [...eventsOf(graph.ordered, 'sign'), ...eventsOf(graph.ordered, 'return'), ...eventsOf(graph.ordered, 'refuse')]
    .sort((a, b) => graph.ordered.findIndex(({ id }) => id === a.id) - graph.ordered.findIndex(({ id }) => id === b.id))
    .map(({ body }) => {
      const on = dateOf(body.at);
      const days = workingDaysBetween(since, on, calendar);
      since = on;
      return { step: body.data.step, days };
    });
}

/** Decisions in force over the whole case: what was masked in version 1 still counts when version 2 is clean. */
function decisionCounts({ facts }: GateResult): CaseRecord['decisions'] {
  const counts: Partial<Record<DecisionKind, number>> = {};
  for (const { kind } of facts.decisions.values()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
