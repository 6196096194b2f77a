import { zipSync } from 'fflate';
import type { ExportedFile } from '../review/contract.ts';
import { ok, type Result } from '../review/model/index.ts';
import type { ReleaseFileModel } from '../review/usecases/exports/release-file.ts';
import { DOCX, exportedFile, XLSX, ZIP } from './exported-file.ts';

const MIMES: Readonly<Record<string, string>> = { docx: DOCX, xlsx: XLSX, txt: 'text/plain', pdf: 'application/pdf' };

type Released = ReleaseFileModel['files'][number];

/** `附件1-点位表.xlsx`: what it is, and its name without the word for a clean copy, which is of no use outside. */
function nameOf({ label, name, format }: Released): string {
  const own = name
    .replace(/\.[^.]{1,8}$/, '')
    .replace(/-?脱敏稿$/, '')
    // Names of other systems, and what an archive would take for a folder.
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .slice(0, 80);
  return `${[label, own].filter((part) => part !== '').join('-')}.${extensionOf({ name, format })}`;
}

/** A picture is called by what it is named (jpg, png); every other format by what it is. */
const extensionOf = ({ name, format }: Pick<Released, 'name' | 'format'>): string =>
  (format === 'picture' && /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toLowerCase()) || format;

/** 发布稿: the signed bytes themselves, nothing added. Several documents leave as one archive, each under what it is and its name. */
export async function releaseFile({ number, files }: ReleaseFileModel): Promise<Result<ExportedFile>> {
  const [main, ...attachments] = files;
  if (main && attachments.length === 0) {
    return ok(
      exportedFile(`${number}-发布稿.${extensionOf(main)}`, MIMES[main.format] ?? 'application/octet-stream', main.bytes),
    );
  }
  const archive = zipSync(Object.fromEntries(files.map((file) => [nameOf(file), file.bytes])), { level: 6 });
  return ok(exportedFile(`${number}-发布稿.zip`, ZIP, archive));
}
