/** Pages of a PDF drawn by a browser engine in a page of its own, which gets and gives everything through a handful of addresses. */
import { fail, ok, type Result } from '../review/model/index.ts';

/** Size of a drawn page in pixels, and how many of them make a point. */
export interface DrawnSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Whether the page is wanted once more without any text. */
  readonly bare: boolean;
}
/** Words wanted as a picture of exactly this size, black on white in one line. All lengths in pixels. */
export interface Writing {
  readonly words: string;
  readonly width: number;
  readonly height: number;
  /** Height of the font at most, and at least: where the words do not fit in that, there is no picture. */
  readonly most: number;
  readonly least: number;
}
export interface DrawingTask {
  readonly bytes: Uint8Array;
  readonly sizes: readonly DrawnSize[];
  readonly writings: readonly Writing[];
}
/** Words as the engine drew them, by their place in the task, packed like a page; empty when they do not fit. */
export interface DrawnWords {
  readonly writing: number;
  readonly packed: Uint8Array;
}
/** A page from 1 as the engine drew it: red, green and blue of all pixels from the top left, as a zlib stream. `bare` is without text. */
export interface DrawnPage {
  readonly page: number;
  readonly bare: boolean;
  readonly packed: Uint8Array;
}
/**
 * Draws all words, before the file is opened, then page by page, in order (a bare page first). `onDrawn` takes them as they come. Codes: page-drawing when the file cannot be
 * drawn, or not in time; cancelled.
 */
export type DrawPages = (
  task: DrawingTask,
  onDrawn: (drawn: DrawnPage | DrawnWords) => void,
  signal: AbortSignal,
) => Promise<Result<null>>;

export const NOT_DRAWN = fail('page-drawing', '页面画不出来');

/** Answer to a request of the drawing page. */
export interface DrawingAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
}

const EMPTY = new Uint8Array();

/**
 * The host's side of one drawing, whichever engine it is: `file` and `task` are what the page asks for, `words` and `page` are what it hands in,
 * `done` its end. Nothing it hands in is believed beyond being so many pixels.
 */
export class Drawing {
  private readonly task: DrawingTask;
  private readonly onDrawn: Parameters<DrawPages>[1];
  private readonly end: (result: Result<null>) => void;
  private next = 0;
  private readonly awaited: readonly (Omit<DrawnPage, 'packed'> | Omit<DrawnWords, 'packed'>)[];

  constructor(task: DrawingTask, onDrawn: Parameters<DrawPages>[1], end: (result: Result<null>) => void) {
    this.task = task;
    this.onDrawn = onDrawn;
    this.end = end;
    const pages = task.sizes.flatMap(({ bare }, index) => [
      ...(bare ? [{ page: index + 1, bare: true }] : []),
      { page: index + 1, bare: false },
    ]);
    this.awaited = [...task.writings.map((_, writing) => ({ writing })), ...pages];
  }

  /** Undefined when the address is none of these: it may be a file of the drawing page itself. */
  answer(method: string, path: string, body: Uint8Array): DrawingAnswer | undefined {
    const text = (value: unknown): DrawingAnswer => ({
      status: 200,
      type: 'application/json',
      body: new TextEncoder().encode(JSON.stringify(value)),
    });
    if (method === 'GET' && path === '/task') {
      const { sizes, writings } = this.task;
      return text({ sizes, writings });
    }
    if (method === 'GET' && path === '/file') return { status: 200, type: 'application/pdf', body: this.task.bytes };
    if (method !== 'POST') return undefined;
    if (path === '/page' || path === '/words') return this.take(path, body) ? text(null) : this.stop();
    if (path !== '/done' || this.next !== this.awaited.length) return this.stop();
    this.end(ok(null));
    return text(null);
  }

  private stop(): DrawingAnswer {
    this.end(NOT_DRAWN);
    return { status: 410, type: 'text/plain', body: EMPTY };
  }

  private take(path: '/page' | '/words', body: Uint8Array): boolean {
    const wanted = this.awaited[this.next];
    if (!wanted || 'writing' in wanted !== (path === '/words')) return false;
    this.next += 1;
    this.onDrawn({ ...wanted, packed: body });
    return true;
  }
}
