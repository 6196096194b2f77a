import { join } from 'node:path';
import { MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Progress } from '../review/contract.ts';
import { fail } from '../review/model/index.ts';
import type { FromBackend, ToBackend } from './channels.ts';
import { windowDrawPages } from './draw-pages.ts';
import { mainDrawing } from './drawing-line.ts';

const GONE = JSON.stringify(
  fail('backend-gone', '后台程序意外退出。已经确认的处置和签批都已存好，没有丢失；正在重新启动，请稍候再试一次。'),
);

export interface BackendClient {
  /** A `Result` as text, see answer-lines.ts. */
  call(name: string, input: unknown): Promise<string>;
  close(): Promise<void>;
}

interface BackendOptions {
  readonly appFolder: string;
  readonly folder: string;
  readonly anchorFolder: string;
  /** Key from the operating system's key store, base64; undefined where there is none. */
  readonly wrapKey: string | undefined;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * The backend process (database, rules, segmentation) and its short-lived parsers. Main only forks and passes messages; when the
 * backend dies, running calls are answered with `backend-gone` and a new one is started with the next call.
 */
export function startBackend(options: BackendOptions): BackendClient {
  const waiting = new Map<number, (answer: string) => void>();
  const parsers = new Map<number, UtilityProcess>();
  let child: UtilityProcess | undefined;
  let closed: (() => void) | undefined;
  let next = 1;

  const forkParser = (backend: UtilityProcess, parser: number, execArgv: readonly string[]): void => {
    const process = utilityProcess.fork(join(options.appFolder, 'parser.js'), [], {
      serviceName: 'xianshen-parser',
      execArgv: [...execArgv],
      env: {},
      stdio: 'ignore',
    });
    const { port1, port2 } = new MessageChannelMain();
    process.postMessage({ kind: 'connect' }, [port1]);
    process.on('exit', (code) => {
      parsers.delete(parser);
      backend.postMessage({ kind: 'parser-exit', parser, code } satisfies ToBackend);
    });
    parsers.set(parser, process);
    process.once('spawn', () =>
      backend.postMessage({ kind: 'parser-ready', parser, ...(process.pid && { pid: process.pid }) } satisfies ToBackend, [
        port2,
      ]),
    );
  };

  const drawing = mainDrawing(windowDrawPages(options.appFolder), (message) => child?.postMessage(message));

  const receive = (backend: UtilityProcess, message: FromBackend): void => {
    if (drawing.receive(message)) return;
    if (message.kind === 'result') {
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
    } else if (message.kind === 'progress') options.onProgress(message.progress);
    else if (message.kind === 'fork-parser') forkParser(backend, message.parser, message.execArgv);
    else if (message.kind === 'kill-parser') parsers.get(message.parser)?.kill();
    else closed?.();
  };

  const running = (): UtilityProcess => {
    if (child) return child;
    const backend = utilityProcess.fork(join(options.appFolder, 'backend.js'), [], {
      serviceName: 'xianshen-backend',
      stdio: 'inherit',
    });
    backend.on('message', (message: FromBackend) => receive(backend, message));
    backend.on('exit', () => {
      child = undefined;
      for (const parser of parsers.values()) parser.kill();
      drawing.stop();
      for (const answer of waiting.values()) answer(GONE);
      waiting.clear();
      closed?.();
    });
    const { folder, anchorFolder, wrapKey } = options;
    backend.postMessage({
      kind: 'open',
      folder,
      anchorFolder,
      ...(wrapKey === undefined ? {} : { wrapKey }),
    } satisfies ToBackend);
    child = backend;
    return backend;
  };
  running();

  return {
    call: (name, input) =>
      new Promise((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        running().postMessage({ kind: 'call', id, name, input } satisfies ToBackend);
      }),
    close: () =>
      new Promise((resolve) => {
        if (!child) return resolve();
        closed = resolve;
        child.postMessage({ kind: 'close' } satisfies ToBackend);
      }),
  };
}
