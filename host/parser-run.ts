/** One file in one parser process, within limits, killed at the end whatever happened. */
import { fail } from '../review/model/index.ts';
import type { JobControl } from '../review/ports.ts';
import { PARSER_HEAP_MIB, type ParserHandle, type ParserTask } from './parser-protocol.ts';
import { residentMemory } from './resident-memory.ts';

export const MIB = 1024 * 1024;
const WATCH_EVERY_MS = 200;
/** A killed process that is not gone by then is the system's trouble, not the person's. */
const LAST_WAIT_MS = 2000;

const NOTHING_KEPT = '没有保存任何内容，先审可以继续使用。';
export const FAILURES = {
  cancelled: fail('cancelled', '已取消导入，没有保存任何内容。需要时可以重新导入。'),
  timeout: fail(
    'reader-timeout',
    `读取这个文件用时过长，已停止；${NOTHING_KEPT}请用原来的软件打开，另存为新的 docx 或拆成几个文件后再导入；仍不行时请人工审查这份文件。`,
  ),
  memory: fail(
    'reader-memory',
    `读取这个文件占用内存过多，已停止；${NOTHING_KEPT}请用原来的软件打开，去掉大图片或拆成几个文件后再导入；仍不行时请人工审查这份文件。`,
  ),
  crashed: fail(
    'reader-crashed',
    `读取这个文件的程序意外停止，文件可能已损坏或被做过手脚；${NOTHING_KEPT}请核对文件来源；确需公开的，请用原来的软件另存后再导入。`,
  ),
} as const;
export type ParserFailure = ReturnType<typeof fail>;

export interface ParserLimits {
  /** Base time limit; large files get a second more per MiB above 20. */
  readonly timeLimitMs: number;
  /** Base limit of resident memory; the file itself is allowed for on top. */
  readonly memoryLimitBytes: number;
}
export const PARSER_LIMITS: ParserLimits = { timeLimitMs: 60_000, memoryLimitBytes: (PARSER_HEAP_MIB + 300) * MIB };

/** Calls back once when the process has outgrown the limit or the time is up; returns the way to stop watching. */
function watchOver(parser: ParserHandle, size: number, limits: ParserLimits, over: (failure: ParserFailure) => void): () => void {
  const extraMiB = Math.max(0, Math.ceil(size / MIB) - 20);
  const timer = setTimeout(() => over(FAILURES.timeout), limits.timeLimitMs + extraMiB * 1000);
  const watch = setInterval(() => {
    if ((residentMemory(parser.pid) ?? 0) > limits.memoryLimitBytes + 4 * size) over(FAILURES.memory);
  }, WATCH_EVERY_MS);
  return () => {
    clearTimeout(timer);
    clearInterval(watch);
  };
}

interface Run<T> {
  readonly job: JobControl;
  readonly limits: ParserLimits;
  /** Undefined for a message that is not the last one; what the process may not say is answered with a failure. */
  take(message: unknown): T | undefined;
  failed(failure: ParserFailure): T;
}

/** The first outcome counts, and is handed out when the process is gone, so that nothing is left behind it. */
export function runParser<T>(parser: ParserHandle, task: ParserTask, { job, limits, take, failed }: Run<T>): Promise<T> {
  return new Promise((resolve) => {
    let outcome: { readonly value: T } | undefined;
    const end = (value: T): void => {
      if (outcome) return;
      outcome = { value };
      unwatch();
      job.signal.removeEventListener('abort', cancel);
      setTimeout(() => resolve(value), LAST_WAIT_MS).unref();
      parser.kill();
    };
    const cancel = (): void => end(failed(FAILURES.cancelled));
    const unwatch = watchOver(parser, task.bytes.length, limits, (failure) => end(failed(failure)));
    parser.onExit(({ aborted }) => {
      end(failed(aborted ? FAILURES.memory : FAILURES.crashed));
      if (outcome) resolve(outcome.value);
    });
    parser.onMessage((message) => {
      if (outcome) return;
      const value = take(message);
      if (value !== undefined) end(value);
    });
    job.signal.addEventListener('abort', cancel);
    if (job.signal.aborted) cancel();
    else parser.send(task);
  });
}
