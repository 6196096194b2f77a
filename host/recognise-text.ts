/** Text in pictures, read by the machine's own tesseract where there is one. What comes back is a help for the eye, never a reading. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadablePicture } from '../ingest/readable-pictures.ts';
import { stretchesOf } from '../ingest/text/lines.ts';
import type { Draft, Piece } from '../review/model/index.ts';
import type { JobControl } from '../review/ports.ts';
import { findTesseract, tesseractEnvironment } from './find-tesseract.ts';

/** Paragraphs that stand in a picture; undefined when it could not be read in time. */
export type RecogniseText = (picture: Uint8Array, signal: AbortSignal) => Promise<readonly string[] | undefined>;

const MOST_OUTPUT = 2_000_000;

export interface RecogniserOptions {
  readonly executable: string;
  /** For one picture. */
  readonly timeLimitMs?: number;
}

/**
 * One tesseract process a picture: the picture goes in and the text comes out over pipes, so that neither is ever written; the
 * process works in an empty folder of its own (0700) that is wiped, and is killed when time is up or the job is cancelled.
 */
export function textRecogniser({ executable, timeLimitMs = 60_000 }: RecogniserOptions): RecogniseText {
  return async (picture, signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'xianshen-ocr-'));
    chmodSync(folder, 0o700);
    try {
      const text = await run(executable, folder, picture, AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]));
      return text === undefined ? undefined : paragraphsOf(text);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

function run(executable: string, cwd: string, picture: Uint8Array, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(executable, ['stdin', 'stdout', '-l', 'chi_sim', '--psm', '3'], {
      cwd,
      env: tesseractEnvironment(),
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      signal,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (part: Buffer) => {
      length += part.length;
      if (length > MOST_OUTPUT) child.kill('SIGKILL');
      else parts.push(part);
    });
    // A program that does not want the whole picture closes the pipe; how it ended says enough.
    child.stdin.on('error', () => undefined);
    child.stdin.end(picture);
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code === 0 ? Buffer.concat(parts).toString('utf8') : undefined));
  });
}

const BETWEEN_CHINESE = /(?<=[\u3000-\u9fff\uff00-\uffef]) +(?=[\u3000-\u9fff\uff00-\uffef])/g;

/** Lines of a paragraph as one text: a number that runs over a line end must be found whole. */
const paragraphsOf = (text: string): readonly string[] =>
  text
    .replaceAll('\f', '\n\n')
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .join('')
        .replaceAll(BETWEEN_CHINESE, '')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '');

/** Label of every piece that was recognised. */
export const RECOGNISED = '由文字识别得到，可能有误';

/** The draft with what was recognised in its pictures, at its end. The pictures stay in `unread` until a person has seen them. */
export async function withRecognised(
  draft: Draft,
  pictures: readonly ReadablePicture[],
  recognise: RecogniseText,
  job: JobControl,
): Promise<Draft> {
  const pieces: Piece[] = [...draft.pieces];
  let read = 0;
  for (const [at, { part, bytes }] of pictures.entries()) {
    if (job.signal.aborted) return draft;
    job.progress('正在识别图片中的文字', at / pictures.length);
    const texts = (await recognise(bytes, job.signal)) ?? [];
    if (texts.length > 0) read += 1;
    const where = { label: `${part} ${RECOGNISED}`, part };
    for (const paragraph of texts)
      for (const { text } of stretchesOf(paragraph))
        pieces.push({ index: pieces.length, kind: 'ocr', visible: true, text, where });
  }
  if (read === 0) return draft;
  const message = `有 ${read} 处图片由本机的文字识别程序读出文字，${RECOGNISED}；这些图片仍须人工查看。`;
  return { ...draft, pieces, warnings: [...draft.warnings, { code: 'ocr', message }] };
}

let machine: Promise<RecogniseText | undefined> | undefined;

/** The recogniser of this machine, looked for once; undefined when there is no tesseract with chi_sim. */
export function machineRecogniser(): Promise<RecogniseText | undefined> {
  machine ??= findTesseract().then((executable) => (executable ? textRecogniser({ executable }) : undefined));
  return machine;
}
