import { BrowserWindow, type Session, session as sessions } from 'electron';
import { fail, ok, type Result } from '../review/model/index.ts';

/** A person may look at the print dialog for some minutes, in milliseconds. */
const PATIENCE = 300_000;
const FAILED = fail('print-failed', '没有打印成。记录都在，没有改动；可以改用导出 docx，在 WPS 里打印。');

/** A session that loads nothing but the page itself: no script runs in it, no request leaves it, nothing is kept. */
function printSession(): Session {
  const session = sessions.fromPartition('xianshen-print', { cache: false });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !details.url.startsWith('data:') }));
  return session;
}

/** Runs `use` on a hidden window that shows the page, and closes the window whatever happens. Code: print-failed. */
async function withPage<T>(html: string, use: (window: BrowserWindow) => Promise<Result<T>>): Promise<Result<T>> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: printSession(), sandbox: true, contextIsolation: true, javascript: false, spellcheck: false },
  });
  try {
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`);
    return await use(window);
  } catch {
    return FAILED;
  } finally {
    window.destroy();
  }
}

/** An A4 page of the program's own as a PDF; its size and margins are those of its style sheet. Code: print-failed. */
export const pagePdf = (html: string): Promise<Result<Uint8Array>> =>
  withPage(html, async (window) => ok(await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })));

/** The system's own print dialog over the same page; `done` is false when the person closed it. Code: print-failed. */
export const printPage = (html: string): Promise<Result<{ done: boolean }>> =>
  withPage(
    html,
    (window) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(FAILED), PATIENCE);
        window.webContents.print({ pageSize: 'A4', margins: { marginType: 'none' }, printBackground: true }, (done, why) => {
          clearTimeout(timer);
          resolve(done || why === 'Print job canceled' ? ok({ done }) : FAILED);
        });
      }),
  );
