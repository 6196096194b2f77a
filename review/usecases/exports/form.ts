import type { FormModel } from '../../artefacts.ts';
import { CLOCK_FLAGS } from '../../chain/kinds/index.ts';
import { DECISIONS, type Draft, ok, type Result, simplifiedWords } from '../../model/index.ts';
import { eventsOf } from '../../workflow/case-facts.ts';
import { newestOf } from '../../workflow/documents.ts';
import type { GateResult } from '../../workflow/gate.ts';
import { caseRow } from '../case-row.ts';
import { documentRows, publicationRows, stepViews, versionRows } from '../case-view.ts';
import { type DeskParts, dateOf } from '../desk-parts.ts';
import { pendingViews } from '../pending-views.ts';
import { BUSINESS, type Exporting } from './exporting.ts';
import { fileCode, printedMark } from './printed-mark.ts';

/** 审查表. */
export const form: Exporting<FormModel> = {
  name: '审查表',
  needs: 'case',
  may: BUSINESS,
  model(parts, asked) {
    const read = parts.cases.read(asked.case);
    return read.ok ? formModel(parts, asked.case, read.data) : read;
  },
};

/** The review form of a case as it stands now. Codes: case-damaged, blob-missing, blob-damaged. */
export function formModel(parts: DeskParts, caseId: string, result: GateResult): Result<FormModel> {
  const row = caseRow(parts, caseId, result);
  if (!row.ok) return row;
  const { facts, graph, state } = result;
  const drafts: Draft[] = [];
  for (const { scan } of facts.documents) {
    const draft = scan ? parts.cases.draft(caseId, scan) : undefined;
    if (draft && !draft.ok) return draft;
    if (draft) drafts.push(draft.data);
  }
  const { scan } = facts.main;
  const content = scan ? parts.cases.content(caseId, scan) : undefined;
  if (content && !content.ok) return content;
  const mark = printedMark(parts);
  if (!mark.ok) return mark;
  const flags = new Set(graph.ordered.flatMap((event) => event.body.flags));
  return ok({
    office: parts.roster().now?.office ?? '',
    row: row.data,
    documentNumber: parts.cases.text(caseId, facts.create?.body.data.documentNumber),
    createdOn: facts.create?.body.data.createdOn ?? '',
    filledOn: dateOf(parts.ports.clock.now().at),
    channels: facts.create?.body.data.channels ?? [],
    versions: versionRows(parts, caseId, facts.main),
    attachments: documentRows(parts, caseId, facts)
      .slice(1)
      .map(({ label, fileName, sha256 }) => ({ label, fileName, fileCode: fileCode(sha256) })),
    treated: facts.documents.some(({ versions }) => versions.length > 1),
    counts: row.data.counts,
    decisions: decisionCounts(result),
    hiddenParts: drafts.reduce((sum, draft) => sum + hiddenParts(draft), 0),
    unreadParts: drafts.reduce((sum, draft) => sum + draft.unread.length, 0),
    steps: stepViews(parts, caseId, result),
    chain: result.policy.chain,
    remarks: remarksOf(parts, caseId, result),
    ruleSet: content?.data.ruleSet ?? parts.ports.scanner.identity,
    publications: publicationRows(parts, caseId, result),
    fileCode: fileCode(newestOf(facts.main)?.sha256 ?? ''),
    chainCode: mark.data.code,
    chainNote: mark.data.note,
    seq: mark.data.seq,
    flags: [...flags].map((flag) => CLOCK_FLAGS[flag]),
    complete: ['releasable', 'released', 'published'].includes(state),
  });
}

/** Settings, questions and interruptions, in the order they happened. */
function remarksOf(parts: DeskParts, caseId: string, result: GateResult): readonly string[] {
  const { graph, policy } = result;
  const text = (of: string): string => parts.cases.text(caseId, of);
  const asked = pendingViews(parts, caseId, result).map(({ name, whom, at, closed }) => {
    const end = closed ? `${closed.outcome}${closed.number ? `（${closed.number}）` : ''}，${closed.on}` : '尚未办结';
    return { at, line: `${name}${whom ? `（${whom}）` : ''}：${end}` };
  });
  const down = eventsOf(graph.ordered, 'takedown').map(({ body }) => ({
    at: body.at,
    line: `${body.data.on}撤下：${text(body.data.reason)}`,
  }));
  const again = eventsOf(graph.ordered, 'reexamine').map(({ body }) => ({
    at: body.at,
    line: `${dateOf(body.at)}启动复审：${text(body.data.reason)}`,
  }));
  const marked = result.facts.marks.length + result.facts.goneMarks.length;
  const marks = marked > 0 ? [`人工标注${marked}处`] : [];
  const told = [...asked, ...down, ...again].sort((a, b) => a.at.localeCompare(b.at)).map(({ line }) => line);
  const lines = [...marks, ...told];
  const simplified = simplifiedWords(policy.chain);
  return simplified === '' ? lines : [simplified, ...lines];
}

/** Decisions made in the whole case, by name: what was masked in version 1 still counts when version 2 is clean. */
function decisionCounts({ facts, graph }: GateResult): Record<string, number> {
  const counts: Record<string, number> = {};
  if (eventsOf(graph.ordered, 'finding.decide').length === 0) return counts;
  for (const { kind } of facts.decisions.values()) counts[DECISIONS[kind]] = (counts[DECISIONS[kind]] ?? 0) + 1;
  return counts;
}

/** How many kinds of hidden content the draft holds (screen 3: one row per kind). */
function hiddenParts(draft: Draft): number {
  return new Set(draft.pieces.filter((piece) => !piece.visible).map((piece) => piece.kind)).size;
}
