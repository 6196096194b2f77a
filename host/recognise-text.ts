/** Text in pictures, read by the machine's own tesseract where there is one. What comes back is a help for the eye, never a reading. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadablePicture, type RecognisedBlock, recognisedBlocks } from '../ingest/index.ts';
import { stretchesOf } from '../ingest/text/lines.ts';
import type { Draft, Piece } from '../review/model/index.ts';
import type { JobControl } from '../review/ports.ts';
import { findTesseract, tesseractEnvironment } from './find-tesseract.ts';
import { residentMemory } from './resident-memory.ts';

/** What stands in a picture; undefined when it could not be read in time. */
export type RecogniseText = (picture: Uint8Array, signal: AbortSignal) => Promise<readonly RecognisedBlock[] | undefined>;

const MOST_OUTPUT = 20_000_000;
const MOST_MEMORY = 1_500 * 1024 * 1024;
const WATCH_EVERY_MS = 500;
const FOLDER = 'xianshen-ocr-';

export interface RecogniserOptions {
  readonly executable: string;
  /** For one picture. */
  readonly timeLimitMs?: number;
}

/**
 * One tesseract process a picture: the picture goes in and the text comes out over pipes, so that neither is ever written; the
 * process works in an empty folder of its own (0700) that is wiped, and is killed when time is up, when it takes too much memory,
 * or when the job is cancelled.
 */
export function textRecogniser({ executable, timeLimitMs = 120_000 }: RecogniserOptions): RecogniseText {
  return async (picture, signal) => {
    const folder = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`));
    chmodSync(folder, 0o700);
    try {
      const table = await run(executable, folder, picture, AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]));
      return table === undefined ? undefined : recognisedBlocks(table);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/**
 * Whole pages with their orientation found out (--psm 1: scans lie on their side; without the data for that the program goes on
 * without), as a table of words with their places: what stands in a cell or a column belongs together. Chinese alone: with English
 * beside it numbers came back worse in every paper tried.
 */
const HOW = ['stdin', 'stdout', '-l', 'chi_sim', '--psm', '1', '-c', 'tessedit_create_tsv=1'];

function run(executable: string, cwd: string, picture: Uint8Array, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(executable, HOW, {
      cwd,
      env: { ...tesseractEnvironment(), TMPDIR: cwd, TEMP: cwd, TMP: cwd },
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      signal,
      killSignal: 'SIGKILL',
    });
    const watch = setInterval(() => {
      if ((residentMemory(child.pid) ?? 0) > MOST_MEMORY) child.kill('SIGKILL');
    }, WATCH_EVERY_MS);
    const parts: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (part: Buffer) => {
      length += part.length;
      if (length > MOST_OUTPUT) child.kill('SIGKILL');
      else parts.push(part);
    });
    const end = (text: string | undefined): void => {
      clearInterval(watch);
      resolve(text);
    };
    // A program that does not want the whole picture closes the pipe; how it ended says enough.
    child.stdin.on('error', () => undefined);
    child.stdin.end(picture);
    // Of a program that was killed only its end says that it is gone; one that could not be started has no other word.
    child.once('error', () => child.pid === undefined && end(undefined));
    child.once('close', (code) => end(code === 0 ? Buffer.concat(parts).toString('utf8') : undefined));
  });
}

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
    const blocks = (await recognise(bytes, job.signal)) ?? [];
    if (blocks.length > 0) read += 1;
    for (const block of blocks) addBlock(pieces, part, block);
  }
  if (read === 0) return draft;
  const rest = pictures.length - read;
  const others = rest > 0 ? `另有 ${rest} 处没有读出文字。` : '';
  const message = `有 ${read} 处图片由本机的文字识别程序读出文字，${RECOGNISED}；这些图片仍须人工查看。${others}`;
  return { ...draft, pieces, warnings: [...draft.warnings, { code: 'ocr', message }] };
}

function addBlock(pieces: Piece[], part: string, block: RecognisedBlock): void {
  const add = (text: string, place: string, cell?: Piece['cell']): void => {
    const where = { label: `${part} ${place}${RECOGNISED}`, part };
    for (const stretch of stretchesOf(text)) {
      const piece: Piece = { index: pieces.length, kind: 'ocr', visible: true, text: stretch.text, where };
      pieces.push(cell ? { ...piece, cell } : piece);
    }
  };
  if (block.type === 'paragraph') {
    add(block.text, '');
    return;
  }
  const table = 1 + pieces.reduce((last, { cell }) => Math.max(last, cell?.table ?? -1), -1);
  const headers = block.rows[0] ?? [];
  for (const [row, texts] of block.rows.entries())
    for (const [column, text] of texts.entries()) {
      const cell = { table, row, column, header: row === 0 ? '' : (headers[column] ?? '') };
      if (text !== '') add(text, `表格第${row + 1}行第${column + 1}列 `, cell);
    }
}

let machine: Promise<RecogniseText | undefined> | undefined;

/** The recogniser of this machine, looked for once; undefined when there is no tesseract with chi_sim. */
export function machineRecogniser(): Promise<RecogniseText | undefined> {
  machine ??= findTesseract().then((executable) => {
    sweepFolders();
    return executable ? textRecogniser({ executable }) : undefined;
  });
  return machine;
}

/** Folders of programs that were killed before they could wipe them; those of running ones are theirs. */
export function sweepFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(new RegExp(`^${FOLDER}(\\d+)-`).exec(name)?.[1]);
    if (owner > 0 && !isRunning(owner)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's program may not be signalled, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
