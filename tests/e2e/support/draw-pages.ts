import { join } from 'node:path';
import type { Browser, Route } from '@playwright/test';
import { DRAWING_HEADERS, drawingFile } from '../../../electron/drawing-files.ts';
import { Drawing, type DrawPages, NOT_DRAWN } from '../../../host/page-drawing.ts';
import { fail, type Result } from '../../../review/model/index.ts';

const ORIGIN = 'http://draw.localhost';
const builtApp = join(import.meta.dirname, '..', '..', '..', 'out', 'app');

/** The built drawing page under its real headers in Chromium, as Electron's hidden window has it; `onForeign` is told what it may not ask for. */
export const browserDrawPages =
  (browser: Browser, onForeign: (address: string) => void, appFolder = builtApp): DrawPages =>
  async (task, onDrawn, signal) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    try {
      return await new Promise<Result<null>>((resolve) => {
        const drawing = new Drawing(task, onDrawn, resolve);
        signal.addEventListener('abort', () => resolve(fail('cancelled', '已取消，没有生成脱敏稿。')));
        page.on('crash', () => resolve(NOT_DRAWN));
        const answer = async (route: Route): Promise<void> => {
          const request = route.request();
          const url = new URL(request.url());
          if (url.origin !== ORIGIN) {
            onForeign(request.url().slice(0, 100));
            return route.abort();
          }
          const body = new Uint8Array(request.postDataBuffer() ?? []);
          const given = drawing.answer(request.method(), url.pathname, body) ?? (await drawingFile(appFolder, url.pathname));
          const headers = { ...DRAWING_HEADERS, 'Content-Type': given.type };
          return route.fulfill({ status: given.status, body: Buffer.from(given.body), headers });
        };
        // The page may be closed while its last request is answered; the outcome stands by then.
        void page.route('**/*', (route) => answer(route).catch(() => undefined)).then(() => page.goto(`${ORIGIN}/`));
      });
    } finally {
      await context.close();
    }
  };
