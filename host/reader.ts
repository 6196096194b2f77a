import type { ReadablePicture } from '../ingest/index.ts';
import { type Draft, fail, ok, type Result } from '../review/model/index.ts';
import type { JobControl, Reader } from '../review/ports.ts';
import { sha256Hex } from './crypto.ts';
import { parserAnswer } from './draft-shape.ts';
import { nodeForkParser } from './fork-parser.ts';
import { type ForkParser, PARSER_HEAP_MIB, type ParserHandle, type ParserTask } from './parser-protocol.ts';
import { machineRecogniser, type RecogniseText, withRecognised } from './recognise-text.ts';
import { residentMemory } from './resident-memory.ts';

const MIB = 1024 * 1024;
const WATCH_EVERY_MS = 200;
/** A killed process that is not gone by then is the system's trouble, not the person's. */
const LAST_WAIT_MS = 2000;
/** More parsers at once would only make each slower and the memory limits add up. */
const AT_ONCE = 2;

export interface ReaderOptions {
  readonly forkParser?: ForkParser;
  /** Base time limit; large files get a second more per MiB above 20. */
  readonly timeLimitMs?: number;
  /** Base limit of resident memory; the file itself is allowed for on top. */
  readonly memoryLimitBytes?: number;
  /** Reads text in pictures; that of the machine, where there is one, when left out. */
  readonly recogniser?: () => Promise<RecogniseText | undefined>;
}

const NOTHING_KEPT = '没有保存任何内容，先审可以继续使用。';
const FAILURES = {
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

type Limits = Required<Omit<ReaderOptions, 'forkParser' | 'recogniser'>>;

/** What a parser answers: the draft, and pictures in it where they were asked for. */
interface Read {
  readonly result: Result<Draft>;
  readonly pictures: readonly ReadablePicture[];
}

/** Calls back once when the process has outgrown the limit or the time is up; returns the way to stop watching. */
function watchOver(parser: ParserHandle, size: number, limits: Limits, over: (result: Result<Draft>) => void): () => void {
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

/** One reading. Its first outcome counts, and is handed out when the process is gone, so that nothing is left behind it. */
function readIn(parser: ParserHandle, task: ParserTask, job: JobControl, limits: Limits): Promise<Read> {
  const { bytes } = task;
  return new Promise((resolve) => {
    let outcome: Read | undefined;
    const end = (result: Result<Draft>, pictures: Read['pictures'] = []): void => {
      if (outcome) return;
      outcome = { result, pictures };
      const ended = outcome;
      unwatch();
      job.signal.removeEventListener('abort', cancel);
      setTimeout(() => resolve(ended), LAST_WAIT_MS).unref();
      parser.kill();
    };
    const cancel = (): void => end(FAILURES.cancelled);
    const unwatch = watchOver(parser, bytes.length, limits, end);
    parser.onExit(({ aborted }) => {
      end(aborted ? FAILURES.memory : FAILURES.crashed);
      if (outcome) resolve(outcome);
    });
    parser.onMessage((message) => {
      if (outcome) return;
      const answer = parserAnswer(message);
      if (answer?.type === 'progress') job.progress(answer.phase, answer.ratio);
      else end(answer ? believed(answer.result, bytes) : FAILURES.crashed, answer?.pictures);
    });
    job.signal.addEventListener('abort', cancel);
    if (job.signal.aborted) cancel();
    else parser.send(task);
  });
}

/** Size and digest are the backend's own: what people sign must not rest on what a parser says it read. */
function believed(result: Result<Draft>, bytes: Uint8Array): Result<Draft> {
  if (!result.ok) return result;
  const { source } = result.data;
  return source.size === bytes.length && source.sha256 === sha256Hex(bytes) ? ok(result.data) : FAILURES.crashed;
}

/**
 * The reader port: one parser process per file, killed at the end whatever happened. Codes beside those of ingest: reader-timeout,
 * reader-memory, reader-crashed, cancelled. No temporary files: bytes go over the line, the draft comes back over it. Where the
 * machine has a program that reads text in pictures, what it made out is added to the draft as such (recognise-text.ts).
 */
export function createReader(options: ReaderOptions = {}): Reader {
  const forkParser = options.forkParser ?? nodeForkParser();
  const recogniser = options.recogniser ?? machineRecogniser;
  const limits = {
    timeLimitMs: options.timeLimitMs ?? 60_000,
    memoryLimitBytes: options.memoryLimitBytes ?? (PARSER_HEAP_MIB + 300) * MIB,
  };
  const waiting: (() => void)[] = [];
  let running = 0;

  const turn = async (job: JobControl): Promise<void> => {
    if (running < AT_ONCE) {
      running += 1;
      return;
    }
    job.progress('正在等待前面的文件');
    // The place is handed over, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const done = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    async read(name, bytes, job, encoding) {
      await turn(job);
      try {
        if (job.signal.aborted) return FAILURES.cancelled;
        const recognise = await recogniser();
        const task = { name, bytes, ...(encoding && { encoding }), ...(recognise && { pictures: true }) };
        const { result, pictures } = await readIn(await forkParser(), task, job, limits);
        if (!recognise || !result.ok || pictures.length === 0) return result;
        const draft = await withRecognised(result.data, pictures, recognise, job);
        return job.signal.aborted ? FAILURES.cancelled : ok(draft);
      } finally {
        done();
      }
    },
  };
}
