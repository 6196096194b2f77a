import { ok } from '../../model/index.ts';
import { newestOf } from '../../workflow/documents.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { Asked, Exporting } from './exporting.ts';
import { type SheetHead, sheetHead } from './sheet-head.ts';

/** How files that were handed in together went: registered, refused, known already, not read; and what a person must look at. */
export interface SubmissionSummaryModel extends SheetHead {
  readonly rows: readonly SubmissionRow[];
  /** A line for every part of a registered file that nobody could read. */
  readonly unread: readonly { readonly number: string; readonly name: string; readonly part: string; readonly message: string }[];
}
export interface SubmissionRow {
  readonly name: string;
  /** Chinese name of the outcome. */
  readonly result: string;
  /** 审查编号; empty where nothing was registered. */
  readonly number: string;
  readonly findings: number;
  readonly unread: number;
  readonly reason: string;
}

export const SUBMISSION_RESULTS = { imported: '登记', duplicate: '重复', marked: '拒收', failed: '未能读取' } as const;
/** Of a marked file nothing is kept, its name included: the sheet goes to others. */
const MARKED_NAME = '（带密级标志，不列名称）';

export const submissionSummary: Exporting<SubmissionSummaryModel> = {
  name: '批量送审汇总表',
  needs: 'batch',
  may: ['drafter'],
  model(parts, { batch }) {
    const told = batch.map((item) => rowOf(parts, item));
    return ok({ ...sheetHead(parts), rows: told.map(({ row }) => row), unread: told.flatMap(({ unread }) => unread) });
  },
};

type Told = { readonly row: SubmissionRow; readonly unread: SubmissionSummaryModel['unread'] };

/** Numbers, findings and unread parts come from the record; the window says only which file was which case. */
function rowOf(parts: DeskParts, item: Asked['batch'][number]): Told {
  const result = SUBMISSION_RESULTS[item.outcome];
  const name = item.outcome === 'marked' ? MARKED_NAME : item.name;
  const read = item.case === undefined ? undefined : parts.cases.read(item.case);
  const nothing = { name, result, number: '', findings: 0, unread: 0, reason: item.reason };
  const caseId = item.case;
  if (!read?.ok || caseId === undefined) return { row: nothing, unread: [] };
  const { facts } = read.data;
  if (item.outcome !== 'imported') return { row: { ...nothing, number: facts.create?.body.data.number ?? '' }, unread: [] };
  const number = facts.create?.body.data.number ?? '';
  const unread = facts.documents.flatMap((document, place) => {
    const draft = document.scan && parts.cases.draft(caseId, document.scan);
    const file = place === 0 ? name : parts.cases.text(caseId, newestOf(document)?.name);
    return draft?.ok ? draft.data.unread.map(({ part, message }) => ({ number, name: file, part, message })) : [];
  });
  return { row: { ...nothing, number, findings: facts.numbers.length, unread: unread.length }, unread };
}
