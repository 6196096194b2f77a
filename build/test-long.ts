/**
 * `npm run test:long [-- FILTER…]`: the tests that look in more places the longer they run, at full length: damaged files, kills, I/O
 * faults, hostile texts. `npm test` runs the same tests short. Takes about half an hour on two cores.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './bundle.ts';

const LONG_TESTS = ['tests/faults', 'tests/unit/ingest/fuzz', 'tests/unit/exports/clean-copy-docx', 'hostile.test'];

const chosen = process.argv.slice(2);
const done = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=verbose', ...(chosen.length > 0 ? chosen : LONG_TESTS)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, XIANSHEN_LONG: '1' } },
);
process.exit(done.status ?? 1);
