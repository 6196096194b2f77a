import type { EventBody } from '../chain/event.ts';
import { readRanges } from '../chain/ranges.ts';
import type { CaseView, DocumentRow, FindingView, StepView, VersionRow } from '../contract.ts';
import {
  CATEGORIES,
  DECISIONS,
  type Decision,
  type Draft,
  type Finding,
  LEVELS,
  ok,
  type Person,
  type Result,
  STEPS,
  simplifiedWords,
} from '../model/index.ts';
import type { CaseFacts, Decided, EventOf } from '../workflow/case-facts.ts';
import {
  type CaseDocument,
  documentIn,
  documentLabel,
  documentName,
  MAIN_TEXT,
  newestOf,
  unreadLeft,
} from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { gatheredWith } from '../workflow/gathering.ts';
import { actionsOf, undoable } from './actions.ts';
import type { ScanContent } from './case-reader.ts';
import { caseRow } from './case-row.ts';
import type { DeskParts } from './desk-parts.ts';
import { goneMarks } from './mark-findings.ts';
import { pendingViews } from './pending-views.ts';
import { actorName, nameOf } from './people-of.ts';
import { standingOf } from './standing.ts';
import { someDocument, timelineEntry } from './timeline.ts';

const NO_DRAFT: Draft = {
  source: { name: '', size: 0, sha256: '', format: '' },
  pieces: [],
  page: [],
  warnings: [],
  unread: [],
};

/** Everything the case screens show, with one document open: the main text when it has no such document. Codes: case-missing, case-damaged, blob-missing, blob-damaged. */
export function caseView(parts: DeskParts, caseId: string, person: Person, number = MAIN_TEXT): Result<CaseView> {
  const read = parts.cases.read(caseId);
  if (!read.ok) return read;
  const result = read.data;
  const { facts } = result;
  const document = documentIn(facts, number) ?? facts.main;
  const { scan, confirmed } = document;
  const row = caseRow(parts, caseId, result);
  if (!row.ok) return row;
  const draft = scan ? parts.cases.draft(caseId, scan) : ok(NO_DRAFT);
  if (!draft.ok) return draft;
  const found = parts.cases.findings(caseId, document, draft.data);
  if (!found.ok) return found;
  const standing = standingOf(parts, result, person);
  const actions = actionsOf(result, person, standing, document);
  return ok({
    row: row.data,
    documentNumber: parts.cases.text(caseId, facts.create?.body.data.documentNumber),
    createdOn: facts.create?.body.data.createdOn ?? '',
    channels: facts.create?.body.data.channels ?? [],
    documents: documentRows(parts, caseId, facts),
    document: document.number,
    versions: versionRows(parts, caseId, document),
    draft: draft.data,
    findings: findingViews(parts, caseId, result, document, draft.data, found.data),
    draftId: scan?.body.data.draft ?? '',
    known: scan ? knownPlaces(parts, caseId, scan) : [],
    goneMarks: goneMarks(parts.cases, caseId, document).map(({ finding }) => ({ text: finding.text, reason: finding.reason })),
    confirmedUnread: draft.data.unread.filter((_, index) => confirmed.has(index)).map((unread) => unread.part),
    steps: stepViews(parts, caseId, result),
    timeline: timelineOf(parts, caseId, facts, result.graph.ordered),
    pending: pendingViews(parts, caseId, result),
    simplified: simplifiedWords(result.policy.chain),
    whyNot: result.whyNot,
    ...(standing && actions.sign.enabled ? { myStep: standing.step } : {}),
    ...(standing?.for === undefined ? {} : { actingFor: nameOf(parts.roster(), standing.for) }),
    actions,
    undoLabel: undoLabel(result, person),
    publications: publicationRows(parts, caseId, result),
  });
}

/** What 撤销 would take back, in words; empty when nothing. */
export function undoLabel(result: GateResult, person: Person): string {
  const undo = undoable(result, person);
  if (!undo) return '';
  const { data } = undo.body;
  return 'decision' in data ? `${DECISIONS[data.decision]} ${readRanges(data.findings)?.length ?? 0}处` : '人工标注 1处';
}

function knownPlaces(parts: DeskParts, caseId: string, scan: EventOf<'scan.done'>): CaseView['known'] {
  const content = parts.cases.content(caseId, scan);
  return content.ok ? (content.data.known ?? []) : [];
}

/** All documents that would be published, the main text first. */
export function documentRows(parts: DeskParts, caseId: string, facts: CaseFacts): readonly DocumentRow[] {
  return facts.documents.map((document, place) => {
    const newest = newestOf(document);
    return {
      number: document.number,
      label: documentLabel(place),
      fileName: parts.cases.text(caseId, newest?.name),
      format: newest?.format ?? '',
      size: newest?.size ?? 0,
      sha256: newest?.sha256 ?? '',
      version: newest?.version ?? 0,
      findings: document.numbers.length,
      decided: document.numbers.filter((number) => facts.decisions.has(number)).length,
      unreadLeft: unreadLeft(document),
    };
  });
}

export function versionRows(parts: DeskParts, caseId: string, { versions }: CaseDocument): readonly VersionRow[] {
  return versions.map(({ body }) => ({
    number: body.data.version,
    fileName: parts.cases.text(caseId, body.data.name),
    size: body.data.size,
    sha256: body.data.sha256,
    format: body.data.format,
    addedBy: nameOf(parts.roster(), body.actor.p),
    addedAt: body.at,
  }));
}

export function stepViews(parts: DeskParts, caseId: string, { steps }: GateResult): readonly StepView[] {
  return steps.map(({ step, done, signs }) => ({
    step,
    name: STEPS[step],
    done,
    signatures: signs.map(({ sign: { body }, counts, why, rule }) => ({
      by: actorName(parts.roster(), body.actor),
      at: body.at,
      opinion: parts.cases.text(caseId, body.data.opinion),
      ...(body.data.withheld === undefined ? {} : { partly: parts.cases.text(caseId, body.data.withheld) }),
      counts,
      ...(why === undefined ? {} : { why }),
      ...(rule === 'delegation-clock' ? { toConfirm: body.seq } : {}),
    })),
  }));
}

export function publicationRows(parts: DeskParts, caseId: string, { publications }: GateResult): CaseView['publications'] {
  return publications.map(({ body }) => ({
    channel: body.data.channel,
    address: parts.cases.text(caseId, body.data.address),
    on: body.data.on,
    by: nameOf(parts.roster(), body.actor.p),
  }));
}

export function timelineOf(
  parts: DeskParts,
  caseId: string,
  facts: CaseFacts | undefined,
  events: GateResult['graph']['ordered'],
): CaseView['timeline'] {
  const wording = {
    text: (of: string | undefined) => parts.cases.text(caseId, of),
    name: (person: string) => nameOf(parts.roster(), person),
    actor: (actor: EventBody['actor']) => actorName(parts.roster(), actor),
    document: facts ? (number: number | undefined) => documentWords(parts, caseId, facts, number) : someDocument,
  };
  return events.map(({ body, quarantine }) => timelineEntry(body, wording, quarantine));
}

/** Its label; one that was taken out has none any more and goes by its name. */
function documentWords(parts: DeskParts, caseId: string, facts: CaseFacts, number: number | undefined): string {
  const gone = facts.removed.find((document) => document.number === number);
  return gone ? `原附件“${parts.cases.text(caseId, newestOf(gone)?.name)}”` : documentName(facts, number);
}

/** Findings of a document with the decisions in force. */
export function findingViews(
  parts: DeskParts,
  caseId: string,
  { facts }: GateResult,
  { versions }: CaseDocument,
  draft: Draft,
  findings: ScanContent['findings'],
): readonly FindingView[] {
  const newest = versions.at(-1)?.body.seq ?? 0;
  // The first look reads every release there is: only where a work is named.
  const works = findings.some(({ finding }) => finding.work !== undefined) ? parts.published.works() : new Map();
  return findings.map(({ number, finding }) => {
    const decided = facts.decisions.get(number);
    const decision = decided && decisionOf(parts, caseId, finding, decided, newest);
    return {
      ...finding,
      categoryName: CATEGORIES[finding.category],
      levelName: LEVELS[finding.level],
      basisNames: finding.basis.map((code) => parts.ports.scanner.basisName(code)),
      preview: previewOf(draft, finding, decision),
      ...(decision ? { decision } : {}),
      ...gatheredRows(finding, caseId, works),
    };
  });
}

function gatheredRows(
  finding: Finding,
  caseId: string,
  works: ReturnType<DeskParts['published']['works']>,
): Pick<FindingView, 'gathered'> {
  const facts = gatheredWith(finding, caseId, works);
  if (facts.length === 0) return {};
  return {
    gathered: facts.map(({ number, on, work, category, text }) => ({
      number,
      on,
      work,
      categoryName: CATEGORIES[category],
      text,
    })),
  };
}

function decisionOf(parts: DeskParts, caseId: string, finding: Finding, decided: Decided, newest: number): Decision {
  const replacement = decided.replacement === undefined ? undefined : parts.cases.text(caseId, decided.replacement);
  return {
    finding: finding.id,
    kind: decided.kind,
    reason: parts.cases.text(caseId, decided.reason),
    ...(replacement === undefined ? {} : { replacement }),
    by: nameOf(parts.roster(), decided.by),
    at: decided.at,
    carried: decided.seq < newest,
  };
}

/** The words that stand in the finding's place under a decision; undefined when the text stays. */
export function replacementFor(finding: Finding, decision: Pick<Decision, 'kind' | 'replacement'>): string | undefined {
  if (decision.kind === 'delete') return '';
  if (decision.kind === 'mask') return decision.replacement ?? finding.suggestion;
  return decision.kind === 'rewrite' ? (decision.replacement ?? '') : undefined;
}

/** How far a preview reaches when no sentence mark comes first, in UTF-16 units. */
const PREVIEW_REACH = 60;

/** The sentence round a finding with the replacement in its place (or what masking would make of it while undecided). */
function previewOf(draft: Draft, finding: Finding, decision: Decision | undefined): string {
  const text = draft.pieces[finding.piece]?.text ?? '';
  const before =
    text
      .slice(Math.max(0, finding.start - PREVIEW_REACH), finding.start)
      .split(/[。！？；\n]/)
      .at(-1) ?? '';
  const rest = text.slice(finding.end, finding.end + PREVIEW_REACH);
  const after = /^[^。！？；\n]*[。！？；]?/.exec(rest)?.[0] ?? '';
  const middle = decision ? (replacementFor(finding, decision) ?? finding.text) : finding.suggestion;
  return before + middle + after;
}
