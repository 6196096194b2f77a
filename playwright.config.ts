import { defineConfig } from '@playwright/test';

/** What real Electron does otherwise than a browser page: processes, files, keys, guards, printing, restarts. */
const ITS_OWN = ['electron-guards', 'first-run', 'guards', 'picture-copy', 'print-form', 'self-check', 'whole-walk'];

/** In `npm run test:long` Electron walks every flow; in `npm test` those in which it could differ. */
const inElectron = process.env.XIANSHEN_LONG ? '**/*.spec.ts' : ITS_OWN.map((name) => `**/${name}.spec.ts`);

/** `XIANSHEN_SLOWER=4` slows the page down as a weak workstation would (tests/e2e/support/web-app.ts); then more patience is fair. */
const SLOWER = Math.max(1, Number(process.env.XIANSHEN_SLOWER ?? 1));

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 120_000 * SLOWER,
  expect: { timeout: 15_000 * SLOWER },
  workers: 2,
  // On a build machine a flow that failed is walked once more, and named when only that passed: it is a race to be found, not a change refused.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  outputDir: 'out/test/playwright',
  projects: [
    { name: 'web', testIgnore: '**/electron-*.spec.ts', use: { viewport: { width: 1366, height: 768 } } },
    { name: 'electron', testMatch: inElectron, testIgnore: ['**/accessibility.spec.ts', '**/several-workstations.spec.ts'] },
  ],
});
