/** Calls about one matter and its versions. */
import { z } from 'zod';
import { ATTRIBUTES, CHANNELS, COPY_FORMS, ENCODINGS, MOST_ATTACHMENTS } from '../model/index.ts';
import type { CaseRow } from './case-rows.ts';
import type { CaseView } from './case-view.ts';
import type { CopyComparison, PagePictureView, TextDifference } from './comparisons.ts';
import { caseDocument, civilDate, document, FILE, id, keys, line, pin } from './shapes.ts';

export const casesInputs = {
  'case.list': z.object({}),
  'case.import': z.object({
    job: id,
    file: FILE,
    /** 附件1, 附件2 … of the same matter: registered with the main text or not at all. */
    attachments: z.array(FILE).max(MOST_ATTACHMENTS).default([]),
    title: line(200).optional(),
    documentNumber: line(60).optional(),
    /** 生成日期: day 0 of the 20 working days. */
    createdOn: civilDate,
    attribute: keys(ATTRIBUTES),
    channels: z.array(keys(CHANNELS)).min(1),
    /** The bundled sample: tried out like any draft, but numbered apart and never in the ledger. Only its own bytes may say so. */
    sample: z.literal(true).optional(),
  }),
  /** With one document open. */
  'case.open': caseDocument,
  /** What the present version changed in the text, against the version that was returned or signed before. */
  'case.difference': caseDocument,
  /** The newest version beside the one before, whole: what a clean copy replaced and dropped. */
  'case.comparison': caseDocument,
  /** A page (from 1) of a clean copy that is a picture PDF. */
  'case.pagePicture': z.object({ case: id, document, page: z.int().min(1).max(100_000) }),
  'case.addVersion': z.object({ job: id, case: id, document, file: FILE }),
  /** `as` and `blackPictures` are for formats that have a choice (CopyWish). */
  'case.cleanCopy': z.object({
    job: id,
    case: id,
    document,
    as: keys(COPY_FORMS).optional(),
    blackPictures: z.boolean().optional(),
  }),
  /** All documents; with `encoding` the stored bytes of the one named are read anew as that, instead of scanning the draft that was read. */
  'case.rescan': z.object({ job: id, case: id, document, encoding: keys(ENCODINGS).optional() }),
  'case.withdraw': z.object({ case: id, reason: line(500).min(1), pin }),
} as const;

export interface CasesOutputs {
  'case.list': CaseRow[];
  'case.import': ImportOutcome;
  'case.open': CaseView;
  'case.difference': TextDifference;
  'case.comparison': CopyComparison;
  'case.pagePicture': PagePictureView;
  'case.addVersion': ImportOutcome;
  'case.cleanCopy': ImportOutcome;
  'case.rescan': CaseView;
  'case.withdraw': CaseView;
}

export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly case: string; readonly findings: number; readonly unread: number }
  | { readonly outcome: 'marked'; readonly rule: string; readonly message: string }
  | { readonly outcome: 'duplicate'; readonly case: string; readonly number: string; readonly message: string };
