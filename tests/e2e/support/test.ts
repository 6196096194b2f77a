import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, chromium, expect } from '@playwright/test';
import type { App } from './app.ts';
import { openElectronApp } from './electron-app.ts';
import { openWebApp } from './web-app.ts';

/** Chromium without its own background traffic; a closed network would refuse it by the dozen. */
const BROWSER_ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];

/**
 * The one fixture of the flows: the program on an empty folder, in Chromium (project web) or real Electron (project electron).
 * Every run ends with the same three assertions: no foreign request, no policy violation, no uncaught error.
 */
export const test = base.extend<{ app: App }>({
  app: async ({ headless }, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'xianshen-e2e-'));
    const electron = process.env.XIANSHEN_TEST_ELECTRON;
    const executablePath = process.env.XIANSHEN_TEST_BROWSER;
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser =
      info.project.name === 'web'
        ? await chromium.launch({ headless, ...(executablePath ? { executablePath } : {}), args: [...BROWSER_ARGS, ...asRoot] })
        : undefined;
    const app = browser ? await openWebApp(browser, folder) : await openElectronApp(electron ?? '', folder);
    await use(app);
    const { watch } = app;
    await app.close();
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
    expect(watch).toEqual({ foreign: [], violations: [], errors: [] });
  },
});
export { expect };
