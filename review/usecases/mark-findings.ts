/** 人工标注 as findings: read back from their events, and met again in a new draft. */
import type { Draft, Finding, Span } from '../model/index.ts';
import { type Mark, type MarkFacts, placeAgain } from '../workflow/manual-marks.ts';
import type { CaseReader, NumberedFinding } from './case-reader.ts';

export const MANUAL_RULE = 'manual';

/** The place a mark was made at; undefined when the draft of that time was cleared. */
function placeOf(
  cases: CaseReader,
  caseId: string,
  { body: { data } }: Mark,
): { readonly span: Span; readonly draft: Draft } | undefined {
  const draft = cases.draftBehind(caseId, data.draft);
  if (!draft.ok) return undefined;
  const { piece, start, end } = data;
  return { draft: draft.data, span: { piece, start, end, text: draft.data.pieces[piece]?.text.slice(start, end) ?? '' } };
}

/** A mark as a finding; its id is that of its event, so that it stays the same over versions. */
function markFinding(cases: CaseReader, caseId: string, { id, body: { data } }: Mark, span: Span): NumberedFinding {
  const finding: Finding = {
    ...span,
    id,
    rule: MANUAL_RULE,
    title: '人工标注',
    category: data.category,
    level: data.level,
    reason: cases.text(caseId, data.reason),
    evidence: [],
    basis: [],
    suggestion: cases.text(caseId, data.suggestion),
    advice: '',
    confidence: 1,
  };
  return { number: data.number, finding };
}

/** Marks whose text stands in `draft`, at the place most like their own; each takes a place for itself. */
export function marksIn(cases: CaseReader, caseId: string, marks: readonly Mark[], draft: Draft): readonly NumberedFinding[] {
  const taken = new Set<string>();
  return marks.flatMap((mark) => {
    const before = placeOf(cases, caseId, mark);
    const span = before && (before.draft === draft ? before.span : placeAgain(before.draft, before.span, draft, taken));
    if (!span) return [];
    taken.add(`${span.piece} ${span.start}`);
    return [markFinding(cases, caseId, mark, span)];
  });
}

/**
 * Findings of the newest version of a document: those of the scan and, in their places, those of people. A mark that was made beside the scan, on
 * a text that is gone, stands at its piece without length: somebody must still say what becomes of it.
 */
export function withMarks(
  cases: CaseReader,
  caseId: string,
  { marks }: MarkFacts,
  scanned: readonly NumberedFinding[],
  draft: Draft,
): readonly NumberedFinding[] {
  if (marks.length === 0 && scanned.every(({ finding }) => finding.rule !== MANUAL_RULE)) return scanned;
  const found = new Map(marksIn(cases, caseId, marks, draft).map((numbered) => [numbered.finding.id, numbered]));
  const last = Math.max(0, draft.pieces.length - 1);
  const standing = marks.map((mark) => {
    const text = placeOf(cases, caseId, mark)?.span.text ?? '';
    const piece = Math.min(mark.body.data.piece, last);
    return found.get(mark.id) ?? markFinding(cases, caseId, mark, { piece, start: 0, end: 0, text });
  });
  return [...scanned.filter(({ finding }) => finding.rule !== MANUAL_RULE), ...standing].sort(inPlace);
}

const inPlace = ({ finding: a }: NumberedFinding, { finding: b }: NumberedFinding): number =>
  a.piece - b.piece || a.start - b.start || a.end - b.end;

/** Marks that the newest version has no text for, with what they were about. */
export function goneMarks(cases: CaseReader, caseId: string, { goneMarks: marks }: MarkFacts): readonly NumberedFinding[] {
  return marks.flatMap((mark) => {
    const place = placeOf(cases, caseId, mark);
    return place ? [markFinding(cases, caseId, mark, place.span)] : [];
  });
}
