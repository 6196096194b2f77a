/** 脱敏稿: a new file that takes the decided wording, read and scanned again before it may become the next version. */
import { DEMANDS_CHANGE, type Draft, type Finding, fail, ok, type Result } from '../model/index.ts';
import type { CleanRecord, CopyEdit, CopyWish, JobControl } from '../ports.ts';
import type { CaseFacts } from '../workflow/case-facts.ts';
import { type CaseDocument, newestOf } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { replacementFor } from './case-view.ts';
import { leftHidden, leftInPicture, shownInPicture, showsOther, stillReadable } from './clean-copy-check.ts';
import { recordText } from './clean-copy-record.ts';
import type { DeskParts } from './desk-parts.ts';
import { type Examined, examine } from './examine.ts';

/** A text that must be gone from the clean copy, and where it stood. */
export interface Edit extends CopyEdit {
  readonly text: string;
}

/**
 * Makes the copy, reads and scans it again, and hands it on only when nothing that had to go can still be read in it. A spliced
 * copy that fails is set anew from the visible text; where that fails too, nothing is handed on and the place is named.
 * Codes: those of the clean copier, reader and scanner; clean-copy-leaks when a replaced or hidden text can still be read.
 */
export async function cleanCopyOf(
  parts: DeskParts,
  caseId: string,
  { facts }: GateResult,
  document: CaseDocument,
  job: JobControl,
  wish: Omit<CopyWish, 'job'> = {},
): Promise<Result<Examined>> {
  const { scan } = document;
  const sha256 = newestOf(document)?.sha256;
  if (!scan || sha256 === undefined) return fail('not-now', '没有办理：还没有检查结果。');
  const draft = parts.cases.draft(caseId, scan);
  const bytes = parts.cases.bytes(caseId, sha256);
  if (!draft.ok) return draft;
  if (!bytes.ok) return bytes;
  const found = parts.cases.findings(caseId, document, draft.data);
  if (!found.ok) return found;
  const edits: Edit[] = [];
  const kept = new Set<string>();
  for (const { number, finding } of found.data) {
    const edit = editFor(parts, caseId, facts, number, finding);
    if (edit) edits.push(edit);
    else kept.add(finding.text);
  }
  const task: CopyTask = {
    ports: parts.ports,
    before: draft.data,
    bytes: bytes.data,
    sha256,
    edits,
    kept,
    wish: { ...wish, job },
  };
  const first = await attempt(task);
  if (!first.ok) return first;
  if (first.data.wrong === undefined) return ok(first.data.examined);
  const another = first.data.way === 'spliced' || (first.data.way === 'picture' && wish.as === undefined);
  if (!another) return leaks(first.data.left);
  const second = await attempt(task, first.data.wrong);
  if (!second.ok) return second;
  return second.data.wrong === undefined ? ok(second.data.examined) : leaks(second.data.left);
}

const leaks = (place = '脱敏稿'): ReturnType<typeof fail> =>
  fail('clean-copy-leaks', `脱敏稿没有加入：${place}仍能读到应当去掉的文字。请改用修改清单在原文件中改好，再作为新版本导入。`);

interface CopyTask {
  readonly ports: DeskParts['ports'];
  readonly before: Draft;
  readonly bytes: Uint8Array;
  /** Of `bytes`, lower-case hex. */
  readonly sha256: string;
  readonly edits: readonly Edit[];
  readonly kept: ReadonlySet<string>;
  readonly wish: CopyWish;
}
interface Attempt {
  readonly examined: Examined;
  readonly way: CleanRecord['way'];
  /** Label of a place where something is left; undefined when there is none. */
  readonly left: string | undefined;
  /** Chinese clause: why the copy may not be handed on; undefined when it may. */
  readonly wrong: string | undefined;
}

async function attempt(task: CopyTask, anew?: string): Promise<Result<Attempt>> {
  const { ports, before, bytes, edits, wish } = task;
  const { job } = wish;
  job.progress('正在生成脱敏稿');
  const joined = joinEdits(before, edits);
  const plain = joined.map(({ text: _, ...edit }) => edit);
  const made = await ports.cleanCopier.make(before, bytes, plain, anew, wish);
  if (!made.ok) return made;
  const { name, record } = made.data;
  const examined = await examine(ports, name, made.data.bytes, job);
  if (!examined.ok) return examined;
  const after = examined.data.draft;
  const left = record.way === 'picture' ? leftOfPicture(task, joined, after) : leftOf(task, after, record.way);
  const other = showsOther(before, after, joined, record.way) ? '替换后的可见文字与处置结果不一致' : undefined;
  const wrong = left === undefined ? other : `${left}没有清干净`;
  const warning = { code: 'clean-copy-record', message: recordText(record, task.sha256, examined.data.sha256) };
  const told = { ...after, warnings: [...after.warnings, warning] };
  return ok({ examined: { ...examined.data, draft: told }, way: record.way, left, wrong });
}

const leftOf = ({ before, edits, kept }: CopyTask, after: Draft, way: CleanRecord['way']): string | undefined =>
  stillReadable(before, after, edits, kept) ?? leftHidden(before, after, way);

/** Nobody can read a picture, so what it shows is the draft with the edits; what can be read in the file must be nothing. */
const leftOfPicture = ({ before, edits, kept }: CopyTask, joined: readonly Edit[], after: Draft): string | undefined =>
  leftInPicture(after) ??
  stillReadable(before, after, edits, kept) ??
  stillReadable(before, shownInPicture(before, joined), edits, kept);

function editFor(parts: DeskParts, caseId: string, facts: CaseFacts, number: number, finding: Finding): Edit | undefined {
  const decided = facts.decisions.get(number);
  if (!decided || !DEMANDS_CHANGE.includes(decided.kind)) return undefined;
  const given = decided.replacement === undefined ? {} : { replacement: parts.cases.text(caseId, decided.replacement) };
  const { piece, start, end, text } = finding;
  if (start === end) return undefined;
  const replacement = replacementFor(finding, { kind: decided.kind, ...given }) ?? '';
  return { piece, start, end, text, replacement, ...(decided.kind === 'rewrite' && { rewrite: true }) };
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
    joined[joined.length - 1] = { ...longer, start: last.start, end, text };
  }
  return joined;
}
