import type { LogModel } from '../review/artefacts.ts';
import { writeLog } from '../review/chain/log-text.ts';
import type { ExportedFile } from '../review/contract.ts';
import { ok, type Result } from '../review/model/index.ts';
import { exportedFile, JSON_LINES } from './exported-file.ts';

/** 审查日志: the exact signed bytes, one object a line. Events hold digests instead of text, so the file reveals no draft. */
export async function logJsonLines(model: LogModel): Promise<Result<ExportedFile>> {
  return ok(exportedFile('审查日志.jsonl', JSON_LINES, new TextEncoder().encode(writeLog(model))));
}
