/** 文字关: slips of the pen in the newest version. Asked for; never stored, counted or signed. */
import type { ProofNote } from '../model/index.ts';
import { caseDocument } from './shapes.ts';

export const proofreadingInputs = { 'case.proofread': caseDocument } as const;

export interface ProofreadingOutputs {
  'case.proofread': ProofNoteView[];
}

export interface ProofNoteView extends ProofNote {
  /** 第3段, 表1 第2行第4列. */
  readonly where: string;
  /** The words around it, as they stand. */
  readonly before: string;
  readonly after: string;
}
