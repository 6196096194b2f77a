/** What backend and parser process say to each other. Structured clone carries it, so bytes travel as bytes. */
import type { PictureMark, PicturePlan, ReadablePicture } from '../ingest/index.ts';
import type { Draft, Encoding, Result } from '../review/model/index.ts';

export interface ParserTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Chosen by a person; absent when the reader is to find out. */
  readonly encoding?: Encoding;
  /** Whether pictures nobody could read are to be handed out beside the draft. */
  readonly pictures?: boolean;
  /** Asks for the plan of a picture PDF instead of a reading: where these stretches of a PDF stand. */
  readonly marks?: readonly PictureMark[];
}
export type ParserAnswer =
  | { readonly type: 'progress'; readonly phase: string; readonly ratio?: number }
  | { readonly type: 'result'; readonly result: Result<Draft>; readonly pictures?: readonly ReadablePicture[] }
  | { readonly type: 'plan'; readonly result: Result<PicturePlan> };

/** A parser process as the reader holds it. Electron's main process forks another kind than Node does. */
export interface ParserHandle {
  readonly pid: number | undefined;
  send(task: ParserTask): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the process has gone, or could not be started; `aborted` when the engine gave up (out of memory). */
  onExit(listener: (end: { readonly aborted: boolean }) => void): void;
  /** At once and for good; harmless when it has gone already. */
  kill(): void;
}
/** Starts a fresh parser process; one file, one process. */
export type ForkParser = () => ParserHandle | Promise<ParserHandle>;

/** The parser's end of the line. */
export interface ParserPort {
  onTask(listener: (task: ParserTask) => void): void;
  send(answer: ParserAnswer): void;
}

/** V8's old space of a parser, in MiB: the largest honest drafts stay well below (signoff-design 10.2, ingestion 6). */
export const PARSER_HEAP_MIB = 700;
