import type { Exporters } from '../review/usecases/exports/index.ts';
import { changeListDocx } from './change-list-docx.ts';
import { formDocx } from './form-docx.ts';
import { ledgerXlsx } from './ledger-xlsx.ts';
import { listTemplateXlsx } from './list-template-xlsx.ts';
import { logJsonLines } from './log-jsonl.ts';
import { releaseFile } from './release-file.ts';

export { cleanCopier } from './clean-copy.ts';

/** One line an artefact, under the name of its kind (review/usecases/exports/index.ts). */
export const exporters: Exporters = {
  form: formDocx,
  'change-list': changeListDocx,
  'release-file': releaseFile,
  ledger: ledgerXlsx,
  log: logJsonLines,
  listTemplate: listTemplateXlsx,
};
