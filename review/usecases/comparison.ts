import type { CopyComparison } from '../contract.ts';
import { ok, type Result } from '../model/index.ts';
import type { CaseDocument } from '../workflow/documents.ts';
import { comparisonRows, droppedKinds } from '../workflow/side-by-side.ts';
import type { DeskParts } from './desk-parts.ts';
import { documentNow } from './document-now.ts';
import type { Feature } from './handler.ts';

/** Rows that travel to the window; a draft written anew is read as a whole, not as a list of changes. */
const MOST_ROWS = 2_000;
const RECORD = 'clean-copy-record';
const NOTHING: CopyComparison = {
  from: 0,
  to: 0,
  origin: 'given',
  record: '',
  changed: 0,
  deleted: 0,
  inserted: 0,
  rows: [],
  left: 0,
  dropped: [],
};

export const comparison: Feature<'case.comparison'> = {
  'case.comparison': (parts, input) => {
    const read = parts.cases.read(input.case);
    const document = read.ok ? documentNow(read.data, input.document) : read;
    return document.ok ? copyComparison(parts, input.case, document.data) : document;
  },
};

/** The newest version of a document against the one before it. Codes: case-missing, blob-missing, blob-damaged. */
function copyComparison(parts: DeskParts, caseId: string, document: CaseDocument): Result<CopyComparison> {
  const { versions, scan } = document;
  const [older, newer] = versions.slice(-2);
  const previous =
    older && parts.cases.scans(caseId, document.number).findLast(({ body }) => body.data.version === older.body.data.version);
  if (!older || !newer || !previous || !scan) return ok(NOTHING);
  const before = parts.cases.draft(caseId, previous);
  if (!before.ok) return before;
  const after = parts.cases.draft(caseId, scan);
  if (!after.ok) return after;
  const { origin } = newer.body.data;
  const record = after.data.warnings.find(({ code }) => code === RECORD)?.message ?? '';
  // Pictures of pages hold no text to compare: every paragraph would stand there as deleted.
  const pictures = record !== '' && after.data.source.format === 'pdf' && after.data.page.length === 0;
  const rows = pictures ? [] : comparisonRows(before.data, after.data, origin === 'clean-copy' ? true : undefined);
  const count = (kind: string): number => rows.filter((row) => row.kind === kind).length;
  return ok({
    from: older.body.data.version,
    to: newer.body.data.version,
    origin,
    record,
    changed: count('changed'),
    deleted: count('deleted'),
    inserted: count('inserted'),
    rows: rows.slice(0, MOST_ROWS),
    left: Math.max(0, rows.length - MOST_ROWS),
    dropped: droppedKinds(before.data, after.data),
  });
}
