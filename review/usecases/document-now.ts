import { fail, ok, type Result } from '../model/index.ts';
import { type CaseDocument, documentIn } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';

/** A document that the case still has. Code: document-gone. */
export function documentNow({ facts }: GateResult, number: number): Result<CaseDocument> {
  const document = documentIn(facts, number);
  return document ? ok(document) : fail('document-gone', '没有办理：本件已经没有这个附件，可能刚被去掉。请刷新后再看。');
}
