import { app, BrowserWindow, type Session, session as sessions } from 'electron';
import { Drawing, type DrawPages, NOT_DRAWN } from '../host/page-drawing.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import { DRAWING_HEADERS, drawingFile } from './drawing-files.ts';
import { DRAWING_SCHEME } from './protocol.ts';

/** One page may take so long, in milliseconds. */
const PATIENCE = 120_000;
/** Resident memory of the drawing process, KiB: the pixels of a page and its pictures stay well below. */
const MOST_MEMORY = 1_500_000;
const WATCH_EVERY_MS = 500;

/** Drawings by the host of their address. */
const running = new Map<string, Drawing>();
let next = 1;
let drawingSession: Session | undefined;

/** A session that reaches its own addresses and nothing else, keeps nothing and may do nothing. */
function ownSession(appFolder: string): Session {
  if (drawingSession) return drawingSession;
  const session = sessions.fromPartition('xianshen-draw', { cache: false });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !details.url.startsWith(`${DRAWING_SCHEME}://`) }));
  session.protocol.handle(DRAWING_SCHEME, async (request) => {
    const url = new URL(request.url);
    const drawing = running.get(url.host);
    const body = request.method === 'POST' ? new Uint8Array(await request.arrayBuffer()) : new Uint8Array();
    const answer = drawing?.answer(request.method, url.pathname, body) ?? (await drawingFile(appFolder, url.pathname));
    const headers = { ...DRAWING_HEADERS, 'Content-Type': answer.type };
    return new Response(new Uint8Array(answer.body), { status: answer.status, headers });
  });
  drawingSession = session;
  return session;
}

/** Resident memory of a window's process, KiB; 0 while it has none. */
function memoryOf(window: BrowserWindow): number {
  if (window.isDestroyed()) return 0;
  const pid = window.webContents.getOSProcessId();
  return app.getAppMetrics().find((process) => process.pid === pid)?.memory.workingSetSize ?? 0;
}

/**
 * Draws in a hidden window: sandboxed, without preload, in a session of its own; the window is destroyed whatever happens. Each
 * page that comes gives the next one its time.
 */
export const windowDrawPages =
  (appFolder: string): DrawPages =>
  (task, onDrawn, signal) =>
    new Promise<Result<null>>((resolve) => {
      const host = `d${next++}`;
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: ownSession(appFolder),
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webviewTag: false,
          spellcheck: false,
          backgroundThrottling: false,
          disableDialogs: true,
        },
      });
      let timer: NodeJS.Timeout | undefined;
      const end = (result: Result<null>): void => {
        if (!running.delete(host)) return;
        clearTimeout(timer);
        clearInterval(watch);
        signal.removeEventListener('abort', cancel);
        // Destroyed inside its own request, the window would take the answer with it and the process might not like it.
        setImmediate(() => window.destroy());
        resolve(result);
      };
      const watch = setInterval(() => {
        if (memoryOf(window) > MOST_MEMORY) end(NOT_DRAWN);
      }, WATCH_EVERY_MS);
      const cancel = (): void => end(fail('cancelled', '已取消，没有生成脱敏稿。'));
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => end(NOT_DRAWN), PATIENCE);
      };
      const take: typeof onDrawn = (drawn) => {
        wait();
        onDrawn(drawn);
      };
      running.set(host, new Drawing(task, take, (result) => end(result.ok ? ok(null) : result)));
      wait();
      signal.addEventListener('abort', cancel);
      window.webContents.on('render-process-gone', () => end(NOT_DRAWN));
      window.loadURL(`${DRAWING_SCHEME}://${host}/`).catch(() => end(NOT_DRAWN));
    });
