import type { Exporters } from '../review/artefacts.ts';
import { changeListDocx } from './change-list-docx.ts';
import { formDocx } from './form-docx.ts';
import { ledgerXlsx } from './ledger-xlsx.ts';
import { listTemplateXlsx } from './list-template-xlsx.ts';
import { logJsonLines } from './log-jsonl.ts';

export { cleanCopier } from './clean-copy.ts';

/** One line an artefact. */
export const exporters: Exporters = {
  form: formDocx,
  ledger: ledgerXlsx,
  changeList: changeListDocx,
  log: logJsonLines,
  listTemplate: listTemplateXlsx,
};
