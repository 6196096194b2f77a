import type { DrawingTask, DrawnPage, DrawnWords } from '../host/page-drawing.ts';
import type { Progress } from '../review/contract.ts';
import type { Result } from '../review/model/index.ts';

/** Renderer ⇄ main. */
export const CALL_CHANNEL = 'xianshen:call';
export const PROGRESS_CHANNEL = 'xianshen:progress';

/** Main → backend. */
export type ToBackend =
  | {
      readonly kind: 'open';
      readonly folder: string;
      readonly anchorFolder: string;
      /** Key from the operating system's key store, base64; absent where there is none. */
      readonly wrapKey?: string;
    }
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  /** Comes with one MessagePort: the other end is the parser process. */
  | { readonly kind: 'parser-ready'; readonly parser: number; readonly pid?: number }
  | { readonly kind: 'parser-exit'; readonly parser: number; readonly code: number }
  | { readonly kind: 'drawn'; readonly drawing: number; readonly drawn: DrawnPage | DrawnWords }
  | { readonly kind: 'drawing-end'; readonly drawing: number; readonly result: Result<null> }
  | { readonly kind: 'close' };

/** Backend → main. */
export type FromBackend =
  /** The `Result` as text (answer-lines.ts): written once, passed on as it is, read by the window alone. */
  | { readonly kind: 'result'; readonly id: number; readonly answer: string }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'fork-parser'; readonly parser: number; readonly execArgv: readonly string[] }
  | { readonly kind: 'kill-parser'; readonly parser: number }
  /** Windows are main's, so pages are drawn on the backend's behalf. */
  | { readonly kind: 'draw'; readonly drawing: number; readonly task: DrawingTask }
  | { readonly kind: 'stop-drawing'; readonly drawing: number }
  | { readonly kind: 'closed' };
