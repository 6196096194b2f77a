/**
 * `node build/smoke-package.ts [FOLDER]`: has the packaged program test itself (`--self-test`: set an office up on an empty folder, read
 * and check the bundled sample), and sees that it does not start with a switch through which another program could read its window.
 * Exits with 1 when either fails. Needs a display (on Linux `xvfb-run -a`).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './bundle.ts';

const LIMIT_MS = 180_000;
/** What the program exits with when it refuses a switch, see electron/main.ts. */
const REFUSED = 2;
const HOLES = ['--remote-debugging-port=9333', '--remote-debugging-pipe', '--disable-web-security', '--js-flags=--expose-gc'];

function start(folder: string, ...switches: readonly string[]) {
  const executable = join(folder, process.platform === 'win32' ? 'xianshen.exe' : 'xianshen');
  const args = ['--self-test', ...switches];
  if (process.platform === 'linux') args.push('--ozone-platform=x11');
  // Chromium refuses to sandbox as root.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return spawnSync(executable, args, { encoding: 'utf8', timeout: LIMIT_MS });
}

const folder = process.argv[2] ?? join(root, 'out', 'dist', 'linux-unpacked');
const tested = start(folder);
console.log((tested.stdout ?? '').trim() || (tested.stderr ?? '').trim());
const open = HOLES.filter((hole) => start(folder, hole).status !== REFUSED);
for (const hole of open) console.error(`the packaged program starts with ${hole}`);
if (tested.status !== 0 || open.length > 0) process.exitCode = 1;
else console.log(`it refuses ${HOLES.length} switches that would open its window to others`);
