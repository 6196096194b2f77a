import { readRanges } from '../chain/ranges.ts';
import type { TextDifference } from '../contract.ts';
import { ok, type Result } from '../model/index.ts';
import { eventsOf } from '../workflow/case-facts.ts';
import type { CaseDocument } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { paragraphChanges } from '../workflow/text-difference.ts';
import { newestVoid } from './attention.ts';
import type { DeskParts } from './desk-parts.ts';
import { documentNow } from './document-now.ts';
import type { Feature } from './handler.ts';
import { nameOf } from './people-of.ts';

/** Paragraphs that travel to the window; a draft written anew is read as a whole, not as a list of changes. */
const MOST_PARAGRAPHS = 200;

type Base = Pick<TextDifference, 'against' | 'from' | 'at' | 'by'>;

export const difference: Feature<'case.difference'> = {
  'case.difference': (parts, input) => {
    const read = parts.cases.read(input.case);
    if (!read.ok) return read;
    const document = documentNow(read.data, input.document);
    return document.ok ? textDifference(parts, input.case, read.data, document.data) : document;
  },
};

/** The version somebody last judged: returned or signed, whichever came later; else the one before. */
function baseOf(parts: DeskParts, result: GateResult, document: CaseDocument): Base | undefined {
  const { graph } = result;
  const versions = document.versions.map(({ id, body }) => ({ id, version: body.data.version }));
  const returned = eventsOf(graph.ordered, 'return').at(-1);
  const signed = newestVoid(result)?.sign;
  const byName = (person: string): string => nameOf(parts.roster(), person);
  if (signed && signed.body.seq > (returned?.body.seq ?? 0)) {
    const from = versions.findLast(({ id }) => graph.precedes(id, signed.id))?.version ?? 1;
    return { against: 'signed', from, at: signed.body.at, by: byName(signed.body.actor.p) };
  }
  if (returned) {
    const from = versions.findLast(({ id }) => graph.precedes(id, returned.id))?.version ?? 1;
    return { against: 'returned', from, at: returned.body.at, by: byName(returned.body.actor.p) };
  }
  const previous = versions.at(-2)?.version;
  return previous === undefined ? undefined : { against: 'previous', from: previous, at: '', by: '' };
}

const NOTHING: TextDifference = {
  against: 'none',
  from: 0,
  to: 0,
  at: '',
  by: '',
  inserted: 0,
  deleted: 0,
  changed: 0,
  freshFindings: 0,
  paragraphs: [],
  left: 0,
};

function textDifference(parts: DeskParts, caseId: string, result: GateResult, document: CaseDocument): Result<TextDifference> {
  const { scan, numbers } = document;
  const base = baseOf(parts, result, document);
  const older = base && parts.cases.scans(caseId, document.number).findLast(({ body }) => body.data.version === base.from);
  if (!base || !older || !scan) return ok(NOTHING);
  const before = parts.cases.draft(caseId, older);
  if (!before.ok) return before;
  const after = parts.cases.draft(caseId, scan);
  if (!after.ok) return after;
  const changes = paragraphChanges(before.data, after.data);
  const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
  const known = new Set(readRanges(older.body.data.numbers));
  return ok({
    ...base,
    to: scan.body.data.version,
    inserted: count('inserted'),
    deleted: count('deleted'),
    changed: count('changed'),
    freshFindings: numbers.filter((number) => !known.has(number)).length,
    paragraphs: changes.slice(0, MOST_PARAGRAPHS),
    left: Math.max(0, changes.length - MOST_PARAGRAPHS),
  });
}
