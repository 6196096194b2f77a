import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.ts';

const executable =
  process.platform === 'win32'
    ? 'electron.exe'
    : process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : 'electron';

/** Path of an Electron that is here already, or undefined. `ELECTRON_OVERRIDE_DIST_PATH` wins, as in the electron package. */
export function electronHere(): string | undefined {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return existsSync(join(override, executable)) ? join(override, executable) : undefined;
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(path) ? path : undefined;
}

/** Gets Electron as its package does when first started; undefined when its host cannot be reached or the override is wrong. */
export function ensureElectron(): string | undefined {
  const here = electronHere();
  if (here || process.env.ELECTRON_OVERRIDE_DIST_PATH) return here;
  console.error('正在获取 Electron（只在首次，约 110 MB）… Fetching Electron …');
  spawnSync(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 10 * 60_000,
  });
  return electronHere();
}

/** What to tell a person who has no Electron. */
export const ELECTRON_ADVICE = [
  '没有取到 Electron 程序本体，窗口打不开。可以任选一种办法：',
  '  1. 从能上网的机器拷一份 Electron 45 的解压目录，设环境变量 ELECTRON_OVERRIDE_DIST_PATH 指向它，再运行 npm start；',
  '  2. 设环境变量 ELECTRON_MIRROR 指向可用的镜像，再运行 npm start。',
  'Electron could not be fetched. Point ELECTRON_OVERRIDE_DIST_PATH at an unpacked copy, or set ELECTRON_MIRROR, and run npm start again.',
].join('\n');
