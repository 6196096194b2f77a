import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { sha256Hex } from '../host/crypto.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { ExitCode } from './exit-codes.ts';

export interface DoneFile {
  readonly exit: ExitCode;
  readonly findings: number;
}

/** What was scanned by earlier runs, one line a file; holds names and counts, never a word of a draft. */
export interface ScanState {
  /** The outcome of an earlier run over exactly these bytes; undefined when there is none. */
  known(file: string, bytes: Uint8Array): DoneFile | undefined;
  /** Written at once, so that a killed run loses at most the file it was reading. */
  record(file: string, bytes: Uint8Array, done: DoneFile): void;
}

/** First line of the file: results of other rules must not be taken for today's. */
interface Head {
  readonly scan: 1;
  readonly ruleSet: string;
  readonly options: string;
}

const isHead = (value: unknown): value is Head =>
  typeof value === 'object' && value !== null && 'scan' in value && value.scan === 1 && 'ruleSet' in value && 'options' in value;

const isDone = (value: unknown): value is DoneFile & { readonly file: string; readonly sha256: string } =>
  typeof value === 'object' &&
  value !== null &&
  'file' in value &&
  'sha256' in value &&
  'exit' in value &&
  (value.exit === 0 || value.exit === 1 || value.exit === 2) &&
  'findings' in value &&
  typeof value.findings === 'number';

const lineOf = (value: object): string => `${JSON.stringify(value)}\n`;

/**
 * Opens or begins a state file. `ruleSet` is the digest of rules and engine, `options` what else decides the result. Codes:
 * state-foreign (not such a file), state-other-rules, state-unwritable.
 */
export function openScanState(path: string, ruleSet: string, options: string): Result<ScanState> {
  const head: Head = { scan: 1, ruleSet, options };
  try {
    if (!existsSync(path)) writeFileSync(path, lineOf(head), { flag: 'wx', mode: 0o600 });
    const [first = '', ...rest] = readFileSync(path, 'utf8').split('\n');
    const told = parsed(first);
    if (!isHead(told)) return fail('state-foreign', '--resume 的文件不是先审的续检记录，没有改动它。请另给一个文件名。');
    if (told.ruleSet !== ruleSet || told.options !== options)
      return fail('state-other-rules', '续检记录是按另外的规则或选项检查的，不能接着用。请另给一个文件名，从头检查。');
    // A run that was killed while writing leaves half a line, which is no result; the next line must not be glued to it.
    if (rest.at(-1) !== '') appendFileSync(path, '\n');
    return ok(stateOver(path, rest));
  } catch {
    return fail('state-unwritable', '续检记录文件无法打开或写入，没有开始检查。请检查文件夹权限和磁盘空间。');
  }
}

function stateOver(path: string, lines: readonly string[]): ScanState {
  const done = new Map<string, DoneFile>();
  for (const line of lines) {
    const entry = parsed(line);
    if (isDone(entry)) done.set(`${entry.sha256} ${entry.file}`, entry);
  }
  return {
    known: (file, bytes) => done.get(`${sha256Hex(bytes)} ${file}`),
    record: (file, bytes, { exit, findings }) => appendFileSync(path, lineOf({ file, sha256: sha256Hex(bytes), exit, findings })),
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
