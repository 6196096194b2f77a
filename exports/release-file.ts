import { zipSync } from 'fflate';
import type { ExportedFile } from '../review/contract.ts';
import { ok, type Result } from '../review/model/index.ts';
import type { ReleaseFileModel } from '../review/usecases/exports/release-file.ts';
import { DOCX, exportedFile, XLSX, ZIP } from './exported-file.ts';

const MIMES: Readonly<Record<string, string>> = { docx: DOCX, xlsx: XLSX, txt: 'text/plain', pdf: 'application/pdf' };

/** 发布稿: the signed bytes themselves, nothing added. */
export async function releaseFile({ number, format, bytes }: ReleaseFileModel): Promise<Result<ExportedFile>> {
  return ok(exportedFile(`${number}-发布稿.${format}`, MIMES[format] ?? 'application/octet-stream', bytes));
}
