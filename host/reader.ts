import type { ReadablePicture } from '../ingest/index.ts';
import { type Draft, ok, type Result } from '../review/model/index.ts';
import type { JobControl, Reader } from '../review/ports.ts';
import { sha256Hex } from './crypto.ts';
import { parserAnswer } from './draft-shape.ts';
import { nodeForkParser } from './fork-parser.ts';
import type { ForkParser, ParserHandle, ParserTask } from './parser-protocol.ts';
import { FAILURES, PARSER_LIMITS, type ParserLimits, runParser } from './parser-run.ts';
import { machineRecogniser, type RecogniseText, withRecognised } from './recognise-text.ts';

/** More parsers at once would only make each slower and the memory limits add up. */
const AT_ONCE = 2;

export interface ReaderOptions extends Partial<ParserLimits> {
  readonly forkParser?: ForkParser;
  /** Reads text in pictures; that of the machine, where there is one, when left out. */
  readonly recogniser?: () => Promise<RecogniseText | undefined>;
}

/** What a parser answers: the draft, and pictures in it where they were asked for. */
interface Read {
  readonly result: Result<Draft>;
  readonly pictures: readonly ReadablePicture[];
}

function readIn(parser: ParserHandle, task: ParserTask, job: JobControl, limits: ParserLimits): Promise<Read> {
  const failed = (result: Result<Draft>): Read => ({ result, pictures: [] });
  return runParser<Read>(parser, task, {
    job,
    limits,
    failed,
    take: (message) => {
      const answer = parserAnswer(message);
      if (answer?.type !== 'progress')
        return answer
          ? { result: believed(answer.result, task.bytes), pictures: answer.pictures ?? [] }
          : failed(FAILURES.crashed);
      job.progress(answer.phase, answer.ratio);
      return undefined;
    },
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
    timeLimitMs: options.timeLimitMs ?? PARSER_LIMITS.timeLimitMs,
    memoryLimitBytes: options.memoryLimitBytes ?? PARSER_LIMITS.memoryLimitBytes,
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
