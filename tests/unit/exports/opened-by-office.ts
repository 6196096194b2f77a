import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportedFile } from '../../../review/contract.ts';

/** Where LibreOffice stands; undefined on a machine without it. */
export const OFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find((path) =>
  existsSync(path),
);

/** All sheets of a workbook, one file each; values as shown. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
const TEXT = 'txt:Text (encoded):UTF8';

/** What LibreOffice reads in the files: text by file name, for workbooks `name-sheet`. */
export function openedByOffice(files: readonly ExportedFile[]): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-office-'));
  try {
    const out = join(folder, 'out');
    mkdirSync(out);
    const written = files.map((file) => {
      const path = join(folder, file.name);
      writeFileSync(path, Buffer.from(file.base64, 'base64'));
      return path;
    });
    for (const [ending, target] of [
      ['.xlsx', CSV],
      ['.docx', TEXT],
    ] as const) {
      const group = written.filter((path) => path.endsWith(ending));
      if (group.length === 0) continue;
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync(OFFICE ?? '', ['--headless', profile, '--convert-to', target, '--outdir', out, ...group], {
        stdio: 'pipe',
        timeout: 200_000,
      });
    }
    return new Map(readdirSync(out).map((name) => [name.replace(/\.(csv|txt)$/, ''), readFileSync(join(out, name), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fields of a line of such a table. */
export const fieldsOf = (csv: string | undefined, start: string): readonly string[] | undefined =>
  csv
    ?.replaceAll('﻿', '')
    .split('\n')
    .find((line) => line.startsWith(start))
    ?.split(',');
