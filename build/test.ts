/** `npm test`: lint, types, walls, unit and corpus tests, then the window in Chromium and, where there is one, in real Electron. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureDisplayTools } from './browser.ts';
import { bundle, root } from './bundle.ts';
import { electronHere } from './electron-binary.ts';
import { electronPrefix } from './electron-prefix.ts';

interface Count {
  passed: number;
  failed: number;
}
const total: Count = { passed: 0, failed: 0 };
const results = join(root, 'out', 'test');
const bin = (name: string): string => join(root, 'node_modules', name);

/** A test that never gives up its thread cannot be ended by its runner; this ends the runner, and the run is red. */
const STEP_LIMIT_MS = 15 * 60_000;

function run(title: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  console.log(`\n== ${title}`);
  const [command = '', ...rest] = args;
  const started = performance.now();
  const limits = { timeout: STEP_LIMIT_MS, killSignal: 'SIGKILL' } as const;
  const done = spawnSync(command, rest, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, ...limits });
  console.log(`== ${title}: ${((performance.now() - started) / 1000).toFixed(0)} s, exit ${done.status}`);
  return done.status ?? 1;
}

/** A check that is one test: lint, types, walls. */
function check(title: string, args: readonly string[]): void {
  if (run(title, args) === 0) total.passed++;
  else total.failed++;
}

function add(status: number, count: Count): void {
  total.passed += count.passed;
  // A runner that fails without naming a test (crash, no test found) must not look green.
  total.failed += status !== 0 && count.failed === 0 ? 1 : count.failed;
}

function vitest(): void {
  const file = join(results, 'vitest.json');
  const status = run('unit, corpus and fault tests', [
    process.execPath,
    bin('vitest/vitest.mjs'),
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  add(status, {
    passed: Number(report.numPassedTests ?? 0),
    failed: Number(report.numFailedTests ?? 0) + Number(report.numFailedTestSuites > 0 && !report.numFailedTests),
  });
}

function playwright(project: string, env: NodeJS.ProcessEnv, prefix: readonly string[] = []): void {
  const file = join(results, `playwright-${project}.json`);
  // Two programs that start at once on one display have been seen to wait for each other.
  const workers = project === 'electron' ? ['--workers=1'] : [];
  const status = run(
    `window in ${project}`,
    [...prefix, process.execPath, bin('@playwright/test/cli.js'), 'test', `--project=${project}`, ...workers],
    {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    },
  );
  const stats = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).stats : {};
  const second = Number(stats.flaky ?? 0);
  if (second > 0) console.log(`== window in ${project}: ${second} passed only at the second try; the first is printed above`);
  add(status, { passed: Number(stats.expected ?? 0) + second, failed: Number(stats.unexpected ?? 0) });
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
check('style (biome)', [process.execPath, bin('@biomejs/biome/bin/biome'), 'ci', '.']);
check('types (tsc)', [process.execPath, bin('typescript/bin/tsc'), '-p', '.']);
check('walls between rooms', [process.execPath, join(root, 'build', 'lint-imports.ts')]);
await bundle();
vitest();
const browser = ensureBrowser();
ensureDisplayTools();
playwright('web', browser ? { XIANSHEN_TEST_BROWSER: browser } : {});
const electron = electronHere();
const prefix = electronPrefix();
if (electron && prefix) playwright('electron', { XIANSHEN_TEST_ELECTRON: electron }, prefix);
else
  console.log(
    `\n== window in electron: not run here (${electron ? '没有图形界面，也没有 xvfb-run' : '这台机器没有 Electron；设 ELECTRON_OVERRIDE_DIST_PATH 后会一并测试'})`,
  );
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
