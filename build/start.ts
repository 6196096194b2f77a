import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle, root } from './bundle.ts';
import { ELECTRON_ADVICE, ensureElectron } from './electron-binary.ts';

/** A window can be shown: Linux needs a display server, other systems have one. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Walks the whole review of the bundled sample in the terminal: what can be shown where no window can. */
function walkInTerminal(): never {
  const done = spawnSync(
    process.execPath,
    [
      join(root, 'cli', 'main.ts'),
      'review',
      join(root, 'build', 'sample', '示例-人防工程质量抽查通报.docx'),
      '--out',
      join(root, 'out'),
    ],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  process.exit(done.status ?? 1);
}

function openWindow(electron: string): void {
  const args = [root];
  // Chinese input fails on 统信UOS and 麒麟 under Wayland since Electron 38; Chromium refuses to sandbox as root.
  if (process.platform === 'linux') args.push('--ozone-platform=x11');
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox');
  const child = spawn(electron, [...args, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 1));
}

if (!hasDisplay()) {
  console.error(
    '这台机器没有图形界面，改在终端里把示例稿件从送审到放行走一遍。 No display: walking the sample review in the terminal.',
  );
  walkInTerminal();
}
await bundle();
const electron = ensureElectron();
if (electron) openWindow(electron);
else {
  console.error(ELECTRON_ADVICE);
  console.error('先在终端里把示例稿件从送审到放行走一遍：');
  walkInTerminal();
}
