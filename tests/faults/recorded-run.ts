import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One call that changed what a disk holds, or a line the process said; see recording-io.c. */
export interface RecordedCall {
  readonly kind: 'created' | 'emptied' | 'written' | 'length' | 'synced' | 'unlinked' | 'renamed' | 'folder' | 'said';
  /** Relative to the recorded folder; empty for the folder itself and for what was said. */
  readonly path: string;
  /** Place in bytes of what was written, or the new length. */
  readonly at: number;
  /** What was written or said. */
  readonly data: Buffer;
  /** New path of a renamed file. */
  readonly to: string;
}

const KINDS: Readonly<Record<string, RecordedCall['kind']>> = {
  C: 'created',
  T: 'emptied',
  W: 'written',
  L: 'length',
  S: 'synced',
  U: 'unlinked',
  R: 'renamed',
  M: 'folder',
  O: 'said',
};
const HEAD = 15;

/** Runs a script of this folder to its end on a folder, under the recording layer, and gives its calls in order. */
export function recordedRun(layer: string, script: string, folder: string, ...more: readonly string[]): readonly RecordedCall[] {
  const place = mkdtempSync(join(tmpdir(), 'xianshen-record-'));
  try {
    const record = join(place, 'record');
    const run = spawnSync(process.execPath, [join(import.meta.dirname, script), folder, ...more], {
      env: { ...process.env, LD_PRELOAD: layer, RECORD_UNDER: folder, RECORD_TO: record },
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return callsIn(readFileSync(record), folder);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function callsIn(record: Buffer, folder: string): readonly RecordedCall[] {
  const calls: RecordedCall[] = [];
  const inside = (path: string): string => path.slice(folder.length + 1);
  for (let at = 0; at < record.length; ) {
    const length = record.readUInt16LE(at + 1);
    const size = record.readUInt32LE(at + 11);
    const kind = KINDS[String.fromCharCode(record[at] ?? 0)];
    if (!kind) throw new Error(`unknown entry in the record at ${at}`);
    const path = record.toString('utf8', at + HEAD, at + HEAD + length);
    const data = record.subarray(at + HEAD + length, at + HEAD + length + size);
    calls.push({
      kind,
      path: inside(path),
      at: Number(record.readBigInt64LE(at + 3)),
      data,
      to: kind === 'renamed' ? inside(data.toString('utf8')) : '',
    });
    at += HEAD + length + size;
  }
  return calls;
}
