/**
 * `npm run test:long [-- FILTER…]`: the tests that look in more places the longer they run, at full length: damaged files, kills, I/O
 * faults, hostile texts. `npm test` runs the same tests short. Takes about an hour on two cores; the model of
 * four workstations alone a quarter of it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDisplayTools } from './browser.ts';
import { bundle, root } from './bundle.ts';
import { electronHere } from './electron-binary.ts';
import { electronPrefix } from './electron-prefix.ts';

const LONG_TESTS = [
  'tests/faults',
  'canonical.test',
  'tests/unit/ingest/fuzz',
  'tests/unit/exports/clean-copy-docx',
  'hostile.test',
];

const chosen = process.argv.slice(2);
const done = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=verbose', ...(chosen.length > 0 ? chosen : LONG_TESTS)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, XIANSHEN_LONG: '1' } },
);

/** Every flow of the window in real Electron, where there is one. */
async function windowInElectron(): Promise<number> {
  const electron = electronHere();
  ensureDisplayTools();
  const prefix = electronPrefix();
  if (!electron || !prefix) {
    console.log('这台机器没有 Electron 或没有图形界面，窗口流程没有在 Electron 里运行');
    return 0;
  }
  await bundle();
  const [command = '', ...rest] = [...prefix, process.execPath, join(root, 'node_modules', '@playwright/test/cli.js')];
  const env = { ...process.env, XIANSHEN_LONG: '1', XIANSHEN_TEST_ELECTRON: electron };
  return (
    spawnSync(command, [...rest, 'test', '--project=electron', '--workers=1'], { cwd: root, stdio: 'inherit', env }).status ?? 1
  );
}

const inWindow = chosen.length > 0 ? 0 : await windowInElectron();
process.exit((done.status ?? 1) || inWindow);
