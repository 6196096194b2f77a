/**
 * `npm run package:deb`: makes a .deb of out/dist/linux-unpacked for 麒麟, 统信 and other systems with dpkg, which are what offices have where
 * they do not have Windows. Needs `dpkg-deb`, and nothing from the network. The package runs no script of its own as root: what the system
 * must be told is told by files in their places. Removing it leaves the office's data alone.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './bundle.ts';
import { desktopEntry, PACKAGE_MIME } from './open-with.ts';

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', loong64: 'loong64' };
/** Names differ between releases of the same system: either will do. */
const DEPENDS = ['libgtk-3-0 | libgtk-3-0t64', 'libnss3', 'libasound2 | libasound2t64', 'libgbm1'];

const unpacked = join(root, 'out', 'dist', 'linux-unpacked');
const tree = join(root, 'out', 'deb');
const icons = join(root, 'electron', 'icon');

function lay(path: string, content: string): void {
  const target = join(tree, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content, { mode: 0o644 });
}

/** Everybody may read and start the program, nobody but root change it, whatever the umask of the machine that packs. */
function setModes(path: string): void {
  const state = statSync(path);
  if (state.isDirectory()) {
    chmodSync(path, 0o755);
    for (const name of readdirSync(path)) setModes(join(path, name));
  } else chmodSync(path, state.mode & 0o100 ? 0o755 : 0o644);
}

const sizeOf = (path: string): number => {
  const state = statSync(path);
  return state.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : state.size;
};

function control(version: string, architecture: string): string {
  return [
    'Package: xianshen',
    `Version: ${version}`,
    `Architecture: ${architecture}`,
    'Section: text',
    'Priority: optional',
    'Maintainer: xianshen <noreply@xianshen.invalid>',
    `Installed-Size: ${Math.ceil(sizeOf(tree) / 1024)}`,
    `Depends: ${DEPENDS.join(', ')}`,
    // Electron keeps the workstation's key in the keyring of the desktop.
    'Recommends: libsecret-1-0',
    'Suggests: tesseract-ocr, tesseract-ocr-chi-sim',
    'Description: 先审：公开前保密审查工具',
    ' 单机离线使用。检查拟公开的文件，逐处处置，逐级签批，留痕备查。',
    ' 卸载不删除已有的审查数据。',
    '',
  ].join('\n');
}

function layTree(version: string, architecture: string): void {
  rmSync(tree, { recursive: true, force: true });
  cpSync(unpacked, join(tree, 'opt', 'xianshen'), { recursive: true });
  lay('usr/share/applications/xianshen.desktop', desktopEntry('/opt/xianshen/xianshen'));
  lay('usr/share/mime/packages/xianshen.xml', PACKAGE_MIME);
  lay('usr/share/icons/hicolor/scalable/apps/xianshen.svg', readFileSync(join(icons, 'icon.svg'), 'utf8'));
  const large = join(tree, 'usr/share/icons/hicolor/512x512/apps');
  mkdirSync(large, { recursive: true });
  cpSync(join(icons, 'icon.png'), join(large, 'xianshen.png'));
  lay('usr/share/doc/xianshen/copyright', readFileSync(join(root, 'LICENSE'), 'utf8'));
  setModes(tree);
  // Where the system lets no user make namespaces, Chromium's sandbox needs this helper to belong to root and run as it.
  chmodSync(join(tree, 'opt/xianshen/chrome-sandbox'), 0o4755);
  lay('DEBIAN/control', control(version, architecture));
  chmodSync(join(tree, 'DEBIAN'), 0o755);
}

function make(): string | undefined {
  const architecture = ARCHITECTURES[process.arch];
  if (!architecture || !existsSync(join(unpacked, 'xianshen'))) return;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  layTree(version, architecture);
  const target = join(root, 'out', 'dist', `xianshen_${version}_${architecture}.deb`);
  // xz: dpkg on older systems knows no newer packing.
  const made = spawnSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z2', '--build', tree, target], { stdio: 'inherit' });
  return made.status === 0 ? target : undefined;
}

const made = make();
if (made) console.log(made);
else {
  console.error('没有做成 .deb：需要 dpkg-deb，并且先运行 npm run package。No .deb was made.');
  process.exitCode = 1;
}
