import type { Exporters } from '../review/usecases/exports/index.ts';
import { annualReportDocx } from './annual-report-docx.ts';
import { assessmentXlsx } from './assessment-xlsx.ts';
import { catalogueXlsx } from './catalogue-xlsx.ts';
import { changeListDocx } from './change-list-docx.ts';
import { consultLetterDocx } from './consult-letter-docx.ts';
import { findingsHtml, findingsJson, findingsSarif } from './findings-files.ts';
import { formDocx } from './form-docx.ts';
import { formHtml } from './form-html.ts';
import { inspectionZip } from './inspection-zip.ts';
import { leakReportDocx } from './leak-report-docx.ts';
import { ledgerXlsx } from './ledger-xlsx.ts';
import { listTemplateXlsx } from './list-template-xlsx.ts';
import { logJsonLines } from './log-jsonl.ts';
import { monthSummaryXlsx } from './month-summary-xlsx.ts';
import { readingRoomDocx } from './reading-room-docx.ts';
import { releaseFile } from './release-file.ts';
import { requestRegisterXlsx } from './request-register-xlsx.ts';
import { statisticsXlsx } from './statistics-xlsx.ts';
import { submissionSummaryXlsx } from './submission-summary-xlsx.ts';
import { trailDocx } from './trail-docx.ts';

export { cleanCopier } from './clean-copy.ts';
export { pagePictures } from './picture-pdf/page-file.ts';

/** One line an artefact, under the name of its kind (review/usecases/exports/index.ts). */
export const exporters: Exporters = {
  form: formDocx,
  'form-page': formHtml,
  'change-list': changeListDocx,
  'release-file': releaseFile,
  'findings-page': findingsHtml,
  'findings-json': findingsJson,
  'findings-sarif': findingsSarif,
  trail: trailDocx,
  'leak-report': leakReportDocx,
  'request-register': requestRegisterXlsx,
  ledger: ledgerXlsx,
  statistics: statisticsXlsx,
  'annual-report': annualReportDocx,
  'month-summary': monthSummaryXlsx,
  assessment: assessmentXlsx,
  catalogue: catalogueXlsx,
  'reading-room': readingRoomDocx,
  'submission-summary': submissionSummaryXlsx,
  log: logJsonLines,
  inspection: inspectionZip,
  consultLetter: consultLetterDocx,
  listTemplate: listTemplateXlsx,
};
