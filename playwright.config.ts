import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  outputDir: 'out/test/playwright',
  projects: [
    { name: 'web', testIgnore: '**/electron-*.spec.ts', use: { viewport: { width: 1366, height: 768 } } },
    { name: 'electron', testIgnore: '**/accessibility.spec.ts' },
  ],
});
