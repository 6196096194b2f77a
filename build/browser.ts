import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bundle.ts';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const DEBIAN_PACKAGES = ['chromium', 'xvfb', 'xauth', 'fonts-noto-cjk'];

const isDebianRoot = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function aptInstall(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

/** What the window tests need besides Electron: a virtual display and Chinese fonts, on a bare Debian as root. */
export function ensureDisplayTools(): void {
  if (!isDebianRoot()) return;
  const missing = [
    ['/usr/bin/xvfb-run', 'xvfb'],
    ['/usr/bin/xauth', 'xauth'],
    ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', 'fonts-noto-cjk'],
  ].filter(([path = '']) => !existsSync(path));
  if (missing.length > 0) aptInstall(missing.map(([, name = '']) => name));
}

/**
 * Path of a Chromium for the end-to-end tests, getting one when there is none: a system browser, Playwright's own download, or
 * the Debian package. `undefined` means Playwright's downloaded browser is to be used; a thrown error means there is none.
 */
export function ensureBrowser(): string | undefined {
  const here = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (here) return here;
  const installed = spawnSync(
    process.execPath,
    [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'],
    {
      cwd: root,
      stdio: 'ignore',
      timeout: 5 * 60_000,
    },
  );
  if (installed.status === 0) return undefined;
  if (isDebianRoot()) aptInstall(DEBIAN_PACKAGES);
  const now = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (!now) throw new Error('没有找到可用于测试的浏览器：请安装 Chromium、Chrome 或 Edge 后再运行 npm test。');
  return now;
}
