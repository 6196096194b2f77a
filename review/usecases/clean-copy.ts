/** 脱敏稿: a new file that takes the decided wording, read and scanned again before it may become the next version. */
import { DEMANDS_CHANGE, type Draft, type Finding, fail, type Result } from '../model/index.ts';
import type { JobControl } from '../ports.ts';
import type { GateResult } from '../workflow/gate.ts';
import { replacementFor } from './case-view.ts';
import type { DeskParts } from './desk-parts.ts';
import { type Examined, examine } from './examine.ts';

/** A text that must be gone from the clean copy, and where it stood. */
export interface Edit {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly text: string;
}

/** Texts this long are unlikely to stand elsewhere by chance: none of them may be left at all. */
const TELLING_LENGTH = 4;

/** Codes: those of the clean copier, reader and scanner; clean-copy-leaks when a replaced text can still be read. */
export async function cleanCopyOf(
  parts: DeskParts,
  caseId: string,
  result: GateResult,
  job: JobControl,
): Promise<Result<Examined>> {
  const { scan, documents } = result.facts;
  const sha256 = documents.at(-1)?.body.data.sha256;
  if (!scan || sha256 === undefined) return fail('not-now', '没有办理：还没有检查结果。');
  const draft = parts.cases.draft(caseId, scan);
  const content = parts.cases.content(caseId, scan);
  const bytes = parts.cases.bytes(caseId, sha256);
  if (!draft.ok) return draft;
  if (!content.ok) return content;
  if (!bytes.ok) return bytes;
  const edits: Edit[] = [];
  const kept = new Set<string>();
  for (const { number, finding } of content.data.findings) {
    const edit = editFor(parts, caseId, result, number, finding);
    if (edit) edits.push(edit);
    else kept.add(finding.text);
  }
  job.progress('正在生成脱敏稿');
  const joined = joinEdits(draft.data, edits);
  const made = await parts.ports.cleanCopier.make(
    draft.data,
    bytes.data,
    joined.map(({ piece, start, end, replacement }) => ({ piece, start, end, replacement })),
  );
  if (!made.ok) return made;
  const examined = await examine(parts.ports, made.data.name, made.data.bytes, job);
  if (!examined.ok) return examined;
  const left = stillReadable(draft.data, examined.data.draft, edits, kept);
  if (left === undefined) return examined;
  return fail(
    'clean-copy-leaks',
    `脱敏稿没有加入：${left}仍能读到应当去掉的文字。请改用修改清单在原文件中改好，再作为新版本导入。`,
  );
}

function editFor(parts: DeskParts, caseId: string, { facts }: GateResult, number: number, finding: Finding): Edit | undefined {
  const decided = facts.decisions.get(number);
  if (!decided || !DEMANDS_CHANGE.includes(decided.kind)) return undefined;
  const given = decided.replacement === undefined ? {} : { replacement: parts.cases.text(caseId, decided.replacement) };
  const { piece, start, end, text } = finding;
  return { piece, start, end, text, replacement: replacementFor(finding, { kind: decided.kind, ...given }) ?? '' };
}

/** Findings may overlap; overlapping edits become one over both, with the wording of the longer one. */
export function joinEdits(draft: Draft, edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.piece - b.piece || a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (!last || last.piece !== edit.piece || edit.start >= last.end) {
      joined.push(edit);
      continue;
    }
    const end = Math.max(last.end, edit.end);
    const longer = edit.end - edit.start > last.end - last.start ? edit : last;
    const text = draft.pieces[last.piece]?.text.slice(last.start, end) ?? '';
    joined[joined.length - 1] = { ...last, end, text, replacement: longer.replacement };
  }
  return joined;
}

/**
 * Label of a place in the new draft where a replaced text can still be read; undefined when all are gone. A text that somebody
 * decided to keep elsewhere may stand; a short one may stand as often as the edits leave it.
 */
export function stillReadable(
  before: Draft,
  after: Draft,
  edits: readonly Edit[],
  kept: ReadonlySet<string>,
): string | undefined {
  const times = new Map<string, number>();
  for (const { text } of edits) times.set(text, (times.get(text) ?? 0) + 1);
  for (const [text, edited] of times) {
    const left = occurrences(before, text).length - edited;
    const allowed = text.length >= TELLING_LENGTH && !kept.has(text) ? 0 : Math.max(0, left);
    const found = occurrences(after, text);
    if (found.length > allowed) return found[0] ?? '脱敏稿';
  }
  return undefined;
}

/** Labels of the pieces that hold a text, once for each time it stands there. */
function occurrences(draft: Draft, text: string): readonly string[] {
  if (text === '') return [];
  return draft.pieces.flatMap((piece) => Array.from({ length: piece.text.split(text).length - 1 }, () => piece.where.label));
}
