/**
 * `npm run package`: lays the built program into out/dist/<platform>-unpacked (target `dir`, no network once Electron is there).
 * Installers (NSIS, deb) are made from that folder; see docs/adr/0011-packaging.md.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Configuration } from 'electron-builder';
import { appFolder, bundle, root } from './bundle.ts';
import { ELECTRON_ADVICE, ensureElectron } from './electron-binary.ts';

const stage = join(root, 'out', 'stage');
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  description: string;
  license: string;
};

/** The two native packages, without sources, tests and the binaries of other systems. */
function layNatives(): void {
  const platform = `${process.platform}-${process.arch}`;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['better-sqlite3', ['package.json', 'LICENSE', 'lib', 'build/Release/better_sqlite3.node', `prebuilds/${platform}.node`]],
    ['nodejieba', ['package.json', 'LICENSE', 'index.js', 'build/Release/nodejieba.node', 'submodules/cppjieba/dict']],
  ];
  for (const [name, files] of parts) {
    for (const file of files) {
      const source = join(root, 'node_modules', name, file);
      const target = join(stage, 'node_modules', name, file);
      if (!existsSync(source)) continue;
      mkdirSync(dirname(target), { recursive: true });
      cpSync(source, target, { recursive: true });
    }
  }
}

function layStage(): void {
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  cpSync(appFolder, join(stage, 'app'), { recursive: true });
  layNatives();
  const { name, version, description, license } = about;
  writeFileSync(
    join(stage, 'package.json'),
    JSON.stringify(
      { name, productName: '先审', version, description, license, author: '先审', type: 'module', main: 'app/main.js' },
      null,
      2,
    ),
  );
}

function configuration(electronDist: string): Configuration {
  return {
    appId: 'cn.xianshen.desk',
    productName: 'xianshen',
    directories: { app: stage, output: join(root, 'out', 'dist') },
    electronDist,
    electronVersion: readFileSync(join(electronDist, 'version'), 'utf8').trim().replace(/^v/, ''),
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
    publish: null,
    linux: {
      target: [{ target: 'dir' }],
      category: 'Office',
      executableName: 'xianshen',
      executableArgs: ['--ozone-platform=x11'],
    },
    win: { target: [{ target: 'dir' }] },
    nsis: { oneClick: false, perMachine: true, language: '2052' },
  };
}

const electron = ensureElectron();
if (!electron) {
  console.error(ELECTRON_ADVICE);
  process.exit(1);
}
await bundle();
layStage();
await build({ config: configuration(dirname(electron)), projectDir: root });
