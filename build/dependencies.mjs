// Plain JavaScript, because it runs under whatever Node (≥ 20) the machine has, before anything is installed: makes sure of the
// dependencies, then hands over to the pinned Node 24 that came with them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.installed-for');
const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Installs when node_modules does not match package-lock.json; throws nothing, exits with a plain sentence instead. */
export function ensureDependencies() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node24)) return;
  console.error('正在安装依赖（只在首次或依赖变化时，约一两分钟）… Installing dependencies …');
  const npm = process.env.npm_execpath;
  // Not `npm ci`: it refuses a lock file that lacks a platform package the registry it was made with did not carry. With every
  // version pinned or locked this installs the same tree, and --no-save leaves both files as they are.
  const args = ['install', '--no-save', '--loglevel=error', '--no-fund', '--no-audit', '--yes'];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error(
      '依赖没有装好。需要：能访问 npm 软件源、C++ 编译器（Debian/麒麟：apt-get install g++ make python3）。装好后再运行一次即可，未改动任何数据。',
    );
    console.error(
      'Dependencies could not be installed: npm registry and a C++ compiler (g++, make, python3) are needed. Run the command again afterwards.',
    );
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

/** Runs a TypeScript file of the project under Node 24 and exits with its code. */
/** Runs a step that must be done before; whatever it says goes to stderr. */
export function runBefore(file) {
  const done = spawnSync(node24, [join(root, file)], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

export function runWithNode24(file, args = process.argv.slice(2)) {
  const done = spawnSync(node24, [join(root, file), ...args], { cwd: root, stdio: 'inherit' });
  process.exit(done.status ?? 1);
}
