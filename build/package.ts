/**
 * `npm run package`: lays the built program into out/dist/<platform>-unpacked (target `dir`, no network once Electron is there).
 * `npm run package:deb` makes a .deb of that folder, NSIS an installer; see docs/adr/0011-packaging.md.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Configuration } from 'electron-builder';
import { appFolder, bundle, root } from './bundle.ts';
import { ELECTRON_ADVICE, ensureElectron } from './electron-binary.ts';
import { noticesOf, noticesText } from './licences.ts';
import { LINUX_ARGUMENTS, OPEN_WITH_TYPES, openWithScript } from './open-with.ts';

const electron = ensureElectron();
const stage = join(root, 'out', 'stage');
const openWith = join(root, 'out', 'open-with.nsh');
const notices = join(root, 'out', 'LICENSES.packages.txt');
const version = (name: string): string =>
  (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
const about = (({ name, version: number, description, license }) => ({ name, version: number, description, license }))(
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>,
);

const NATIVE = ['better-sqlite3', 'nodejieba'] as const;

/** The two native packages, without sources, tests, the binaries of other systems and what only their own build needs. */
function layNatives(): void {
  const platform = `${process.platform}-${process.arch}`;
  const parts: readonly (readonly [(typeof NATIVE)[number], readonly string[]])[] = [
    ['better-sqlite3', ['LICENSE', 'lib', 'build/Release/better_sqlite3.node', `prebuilds/${platform}.node`]],
    ['nodejieba', ['LICENSE', 'index.js', 'build/Release/nodejieba.node', 'submodules/cppjieba/dict']],
  ];
  for (const [name, files] of parts) {
    for (const file of files) {
      const source = join(root, 'node_modules', name, file);
      const target = join(stage, 'node_modules', name, file);
      if (!existsSync(source)) continue;
      mkdirSync(dirname(target), { recursive: true });
      cpSync(source, target, { recursive: true });
    }
    const {
      dependencies: _,
      devDependencies: __,
      scripts: ___,
      ...own
    } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as Record<string, unknown>;
    writeFileSync(join(stage, 'node_modules', name, 'package.json'), JSON.stringify(own, null, 2));
  }
}

function layStage(): void {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  cpSync(appFolder, join(stage, 'app'), { recursive: true });
  layNatives();
  writeFileSync(notices, noticesText(noticesOf(root)));
  // A byte order mark tells NSIS that the words are UTF-8.
  writeFileSync(openWith, `\ufeff${openWithScript()}`);
  // Without dependencies of its own, the packager would look for them in the project and carry all of its packages along.
  const dependencies = Object.fromEntries(NATIVE.map((name) => [name, version(name)]));
  const of = { productName: '先审', author: '先审', type: 'module', main: 'app/main.js', dependencies };
  writeFileSync(join(stage, 'package.json'), JSON.stringify({ ...about, ...of }, null, 2));
}

/** Copies made by hand may lack the file `version`; then the program is asked. */
function versionOf(electronDist: string): string {
  const file = join(electronDist, 'version');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '');
  const asked = spawnSync(electron ?? '', ['--no-sandbox', '--version'], { encoding: 'utf8', timeout: 30_000 });
  return (asked.stdout ?? '').trim().replace(/^v/, '');
}

function configuration(electronDist: string): Configuration {
  return {
    appId: 'cn.xianshen.desk',
    productName: 'xianshen',
    directories: { app: stage, output: join(root, 'out', 'dist') },
    electronDist,
    electronVersion: versionOf(electronDist),
    npmRebuild: false,
    files: ['**/*'],
    asar: true,
    // Native code and dictionaries are opened by path, which an archive cannot serve.
    asarUnpack: ['node_modules/**'],
    // Every fuse that lets somebody run other code under this program's name is off (signoff-design 10.1).
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    extraFiles: [
      { from: notices, to: 'LICENSES.packages.txt' },
      { from: join(root, 'LICENSE'), to: 'LICENSE.txt' },
    ],
    icon: join(root, 'electron', 'icon', 'icon.png'),
    publish: null,
    linux: {
      target: [{ target: 'dir' }],
      category: 'Office',
      executableName: 'xianshen',
      executableArgs: [...LINUX_ARGUMENTS],
      mimeTypes: [...OPEN_WITH_TYPES],
    },
    win: { target: [{ target: 'dir' }] },
    nsis: { oneClick: false, perMachine: true, language: '2052', include: openWith },
  };
}

if (!electron) {
  console.error(ELECTRON_ADVICE);
  process.exit(1);
}
await bundle();
layStage();
await build({ config: configuration(dirname(electron)), projectDir: root });
