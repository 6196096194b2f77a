import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import { answerLines } from '../../../electron/answer-lines.ts';
import { WINDOW_HEADERS, WINDOW_TYPES } from '../../../electron/csp.ts';
import { openDesk } from '../../../host/desk.ts';
import type { Desk, DeskBridge, Progress } from '../../../review/contract.ts';
import type { App } from './app.ts';
import { browserDrawPages } from './draw-pages.ts';
import { watchPage } from './watch.ts';

const ORIGIN = 'http://xianshen.localhost';
/** How many times slower the page is made to run: what a slow workstation loses (a key, a click) shows only then. */
const SLOWER = Number(process.env.XIANSHEN_SLOWER ?? 1);
/** Real Electron pays the real cost of a PIN; here it is paid some three hundred times over, and only the minutes would tell. */
const SCRYPT_COST = { N: 2 ** 12, r: 8, p: 1 };
const rendererFolder = join(import.meta.dirname, '..', '..', '..', 'out', 'app', 'renderer');

/** The built window under its real headers in Chromium, on the real use cases and a real store in this process. */
export async function openWebApp(browser: Browser, folder: string): Promise<App> {
  const savedFolder = join(folder, 'saved');
  mkdirSync(savedFolder, { recursive: true });
  const drawPages = browserDrawPages(browser, (address) => watch.foreign.push(address));
  const opened = await openDesk({
    folder: join(folder, 'store'),
    anchorFolder: join(folder, 'anchor'),
    drawPages,
    scryptCost: SCRYPT_COST,
  });
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`);
  const desk = opened.data;
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  if (SLOWER > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const watch = await watchPage(page, (address) => address.startsWith(`${ORIGIN}/`));
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    const file = join(rendererFolder, url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname));
    if (url.origin !== ORIGIN || !file.startsWith(rendererFolder)) return route.abort();
    try {
      return route.fulfill({
        body: readFileSync(file),
        headers: { ...WINDOW_HEADERS, 'Content-Type': WINDOW_TYPES[extname(file)] ?? '' },
      });
    } catch {
      return route.fulfill({ status: 404, body: '' });
    }
  });
  const call = async (name: string, input: unknown): Promise<unknown> => {
    if (name === 'file.print') {
      const { name: fileName, base64 } = input as { name: string; base64: string };
      const sheet = await context.newPage();
      await sheet.setContent(Buffer.from(base64, 'base64').toString('utf8'));
      writeFileSync(join(savedFolder, basename(fileName)), await sheet.pdf({ preferCSSPageSize: true }));
      await sheet.close();
      return { ok: true, data: { done: true } };
    }
    if (name !== 'file.save') return desk.call(name as never, input as never);
    const { name: fileName, base64 } = input as { name: string; base64: string };
    writeFileSync(join(savedFolder, basename(fileName)), Buffer.from(base64, 'base64'));
    return { ok: true, data: { saved: true } };
  };
  await page.exposeBinding('xianshenCall', async (_source, name: string, input: unknown) => answerLines(await call(name, input)));
  await page.addInitScript(() => {
    const listeners = new Set<(progress: Progress) => void>();
    const host = window as unknown as { xianshenCall: DeskBridge['call']; xianshenProgress: (progress: Progress) => void };
    host.xianshenProgress = (progress) => {
      for (const listener of listeners) listener(progress);
    };
    window.xianshen = {
      call: (name, input) => host.xianshenCall(name, input),
      onProgress: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  });
  desk.onProgress((progress) => {
    page
      .evaluate(
        (value) => (window as unknown as { xianshenProgress: (progress: Progress) => void }).xianshenProgress(value),
        progress,
      )
      .catch(() => {
        // The page may already be closed when a last progress arrives; nothing is lost with it.
        return undefined;
      });
  });
  await page.goto(`${ORIGIN}/`);
  const close = async (): Promise<void> => {
    await context.close();
    await desk.close();
  };
  return {
    page,
    watch,
    folder,
    call: desk.call as Desk['call'],
    saved: async () =>
      readdirSync(savedFolder)
        .map((name) => ({ name, at: statSync(join(savedFolder, name)).mtimeMs, bytes: readFileSync(join(savedFolder, name)) }))
        .sort((a, b) => a.at - b.at),
    restart: async () => {
      await close();
      return openWebApp(browser, folder);
    },
    close,
  };
}
