import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where installers put it. Never shipped with the program. */
const PLACES =
  process.platform === 'win32'
    ? ['C:\\Program Files\\Tesseract-OCR', 'C:\\Program Files (x86)\\Tesseract-OCR']
    : ['/usr/bin', '/usr/local/bin', '/opt/tesseract/bin'];
const NAME = process.platform === 'win32' ? 'tesseract.exe' : 'tesseract';
const LANGUAGE = 'chi_sim';
const ANSWER_WITHIN_MS = 10_000;

/** Relative folders in PATH would let whatever lies beside a draft be run: left out. */
const candidates = (path: string): readonly string[] =>
  [...PLACES, ...path.split(delimiter).filter((folder) => isAbsolute(folder))].map((folder) => join(folder, NAME));

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** What tesseract is told of our environment: where its language data lies, and nothing else. */
export function tesseractEnvironment(): Record<string, string> {
  const { SystemRoot, TESSDATA_PREFIX } = process.env;
  return {
    OMP_THREAD_LIMIT: '1',
    ...(TESSDATA_PREFIX === undefined ? {} : { TESSDATA_PREFIX }),
    ...(process.platform === 'win32' && SystemRoot !== undefined ? { SystemRoot } : {}),
  };
}

/** The first tesseract that knows simplified Chinese, in fixed system places and then in `path`; undefined when there is none. */
export async function findTesseract(path: string = process.env.PATH ?? ''): Promise<string | undefined> {
  for (const candidate of new Set(candidates(path))) if (isFile(candidate) && (await knowsChinese(candidate))) return candidate;
  return undefined;
}

const knowsChinese = (executable: string): Promise<boolean> =>
  new Promise((resolve) => {
    const options = { timeout: ANSWER_WITHIN_MS, env: tesseractEnvironment(), windowsHide: true };
    execFile(executable, ['--list-langs'], options, (error, stdout, stderr) =>
      resolve(!error && `${stdout}\n${stderr}`.split(/\s+/).includes(LANGUAGE)),
    );
  });
