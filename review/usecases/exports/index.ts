import type { ConsultLetterModel } from '../../artefacts.ts';
import type { ExportedFile } from '../../contract.ts';
import type { ListKind, ListSheetRow, Result, Role } from '../../model/index.ts';
import { annualReport } from './annual-report.ts';
import { assessment } from './assessment.ts';
import { catalogue } from './catalogue.ts';
import { changeList } from './change-list.ts';
import type { Exporting, ExportNeeds } from './exporting.ts';
import { findingsJson, findingsPage, findingsSarif } from './findings.ts';
import { form } from './form.ts';
import { formPage } from './form-page.ts';
import { inspection } from './inspection.ts';
import { leakReport } from './leak-report.ts';
import { ledger } from './ledger.ts';
import { log } from './log.ts';
import { monthSummary } from './month-summary.ts';
import { readingRoom } from './reading-room.ts';
import { releaseFile } from './release-file.ts';
import { requestRegister } from './request-register.ts';
import { statistics } from './statistics.ts';
import { submissionSummary } from './submission-summary.ts';
import { trail } from './trail.ts';

/** Everything that can leave the program; one line a kind. The key is the name in calls, the journal and the command line. */
export const EXPORTS = {
  form,
  'form-page': formPage,
  'change-list': changeList,
  'release-file': releaseFile,
  trail,
  'findings-page': findingsPage,
  'findings-json': findingsJson,
  'findings-sarif': findingsSarif,
  'leak-report': leakReport,
  'request-register': requestRegister,
  ledger,
  statistics,
  'annual-report': annualReport,
  'month-summary': monthSummary,
  assessment,
  catalogue,
  'reading-room': readingRoom,
  'submission-summary': submissionSummary,
  log,
  inspection,
};

export type ExportKind = keyof typeof EXPORTS;
type ModelOf<K extends ExportKind> = (typeof EXPORTS)[K] extends Exporting<infer Model> ? Model : never;

/** What exports/ provides: one function from model to file for every kind. */
export type Exporters = { readonly [K in ExportKind]: (model: ModelOf<K>) => Promise<Result<ExportedFile>> } & {
  /** 征求意见函 to a third party or a co-producing body (条例 32, 34). */
  consultLetter(model: ConsultLetterModel): Promise<Result<ExportedFile>>;
  /** A workbook with the columns of a list, to be filled in: empty, or with rows at their numbers. */
  listTemplate(kind: ListKind, rows?: readonly ListSheetRow[]): Promise<Result<ExportedFile>>;
};

/** An export as the window offers it. */
export interface ExportOffer {
  readonly kind: ExportKind;
  readonly name: string;
  readonly needs: ExportNeeds;
  /** Whether there is an unmasked form that this person may have. */
  readonly full: boolean;
}

/** Exports a role may make, in the order of the table. */
export const offersFor = (role: Role): readonly ExportOffer[] =>
  (Object.entries(EXPORTS) as [ExportKind, Exporting<unknown>][])
    .filter(([, { may }]) => may.includes(role))
    .map(([kind, { name, needs, full }]) => ({ kind, name, needs, full: full?.includes(role) ?? false }));
