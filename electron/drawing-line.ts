import type { DrawingTask, DrawPages } from '../host/page-drawing.ts';
import { fail, type Result } from '../review/model/index.ts';
import type { FromBackend, ToBackend } from './channels.ts';

interface Waiting {
  readonly onDrawn: Parameters<DrawPages>[1];
  readonly end: (result: Result<null>) => void;
}

/**
 * The backend's end: drawings are asked of main, because windows are main's. `receive` takes main's messages about them and tells
 * whether the message was one.
 */
export function backendDrawing(send: (message: FromBackend) => void): {
  readonly draw: DrawPages;
  readonly receive: (message: ToBackend) => boolean;
} {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  return {
    draw: (task, onDrawn, signal) =>
      new Promise((resolve) => {
        const drawing = next++;
        const cancel = (): void => {
          send({ kind: 'stop-drawing', drawing });
          waiting.get(drawing)?.end(fail('cancelled', '已取消，没有生成脱敏稿。'));
        };
        const end = (result: Result<null>): void => {
          waiting.delete(drawing);
          signal.removeEventListener('abort', cancel);
          resolve(result);
        };
        waiting.set(drawing, { onDrawn, end });
        signal.addEventListener('abort', cancel);
        send({ kind: 'draw', drawing, task });
      }),
    receive: (message) => {
      if (message.kind === 'drawn') waiting.get(message.drawing)?.onDrawn(message.drawn);
      else if (message.kind === 'drawing-end') waiting.get(message.drawing)?.end(message.result);
      else return false;
      return true;
    },
  };
}

/** Main's end: draws what the backend asks for. `receive` tells whether the message was about drawing. */
export function mainDrawing(
  drawPages: DrawPages,
  send: (message: ToBackend) => void,
): { readonly receive: (message: FromBackend) => boolean; readonly stop: () => void } {
  const running = new Map<number, AbortController>();
  const draw = async (drawing: number, task: DrawingTask): Promise<void> => {
    const abort = new AbortController();
    running.set(drawing, abort);
    const result = await drawPages(task, (drawn) => send({ kind: 'drawn', drawing, drawn }), abort.signal);
    running.delete(drawing);
    if (!abort.signal.aborted) send({ kind: 'drawing-end', drawing, result });
  };
  return {
    receive: (message) => {
      if (message.kind === 'draw') void draw(message.drawing, message.task);
      else if (message.kind === 'stop-drawing') running.get(message.drawing)?.abort();
      else return false;
      return true;
    },
    stop: () => {
      for (const abort of running.values()) abort.abort();
    },
  };
}
