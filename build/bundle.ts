import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { NO_CANVAS } from './no-canvas.ts';
import { buildVerifier } from './verifier.ts';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const appFolder = join(root, 'out', 'app');

/** Folders whose change makes the bundles stale. */
const SOURCES = [
  'review',
  'rules',
  'ingest',
  'db',
  'exports',
  'host',
  'electron',
  'renderer',
  'verifier',
  'build',
  'package-lock.json',
];
/** Native modules stay outside the bundles: one Node-API build serves app, command line and tests. */
const NATIVE = ['electron', 'better-sqlite3', 'nodejieba'];

/** The programs beside the window. A sandboxed preload can be neither ESM nor split, hence its format. */
const PROGRAMS = [
  { name: 'main', entry: 'electron/main.ts', format: 'es' },
  { name: 'preload', entry: 'electron/preload.ts', format: 'cjs' },
  { name: 'backend', entry: 'electron/backend.ts', format: 'es' },
  { name: 'parser', entry: 'electron/parser.ts', format: 'es' },
  { name: 'user-rules', entry: 'host/user-rules-worker.ts', format: 'es' },
] as const;

function programConfig(program: (typeof PROGRAMS)[number]): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [NO_CANVAS],
    ssr: { noExternal: true, external: NATIVE },
    build: {
      ssr: join(root, program.entry),
      outDir: appFolder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: {
        external: NATIVE,
        output: {
          format: program.format,
          entryFileNames: `${program.name}.${program.format === 'cjs' ? 'cjs' : 'js'}`,
          // Heavy readers stay in files of their own, loaded with the first draft of their format: a parser starts for every file.
          codeSplitting: program.name === 'parser',
          chunkFileNames: `${program.name}-[name].js`,
        },
      },
    },
  };
}

function rendererConfig(): InlineConfig {
  return {
    root: join(root, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [react()],
    build: {
      outDir: join(appFolder, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      // A data: URL for a small asset would need a hole in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
}

/** The page that draws PDF files: a window of its own, with nothing of the program in it. */
function drawingConfig(): InlineConfig {
  return {
    root: join(root, 'electron', 'drawing'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: {
      outDir: join(appFolder, 'drawing'),
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      // pdfjs alone is larger, and is loaded from this machine.
      chunkSizeWarningLimit: 3000,
      modulePreload: { polyfill: false },
    },
  };
}

/** Content digest of all sources, so that a second start does not build again. */
function sourceDigest(): string {
  const hash = createHash('sha256');
  const walk = (path: string): void => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    const entries = path.includes('.') ? null : readdirSync(full, { recursive: true, withFileTypes: true });
    const files = entries ? entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : [full];
    for (const file of files.sort()) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  };
  for (const source of SOURCES) walk(source);
  return hash.digest('hex');
}

/** Builds renderer, main, preload, backend, parser and the worker of own rules into out/app, and lays the rule packs beside them. */
export async function bundle(): Promise<void> {
  const stampFile = join(appFolder, '.built-from');
  const digest = sourceDigest();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return;
  console.error('正在构建… Building …');
  rmSync(appFolder, { recursive: true, force: true });
  mkdirSync(appFolder, { recursive: true });
  for (const program of PROGRAMS) await build(programConfig(program));
  await build(rendererConfig());
  await build(drawingConfig());
  await buildVerifier();
  cpSync(join(root, 'rules', 'packs'), join(appFolder, 'packs'), { recursive: true });
  cpSync(join(root, 'rules', 'basis.yaml'), join(appFolder, 'basis.yaml'));
  cpSync(join(root, 'electron', 'icon', 'icon.png'), join(appFolder, 'icon.png'));
  layPdfTables();
  const sample = join(root, 'build', 'sample');
  for (const name of readdirSync(sample).filter((each) => each.endsWith('.docx')))
    cpSync(join(sample, name), join(appFolder, 'sample', name));
  writeFileSync(stampFile, digest);
}

/** Character tables and standard fonts, without which text in the common Chinese fonts that are not embedded comes out blank. */
function layPdfTables(): void {
  for (const folder of ['cmaps', 'standard_fonts']) {
    cpSync(join(root, 'node_modules', 'pdfjs-dist', folder), join(appFolder, 'pdf', folder), { recursive: true });
  }
  // Decoders of scanned pages, for the drawing page; as script, because WebAssembly would need a hole in its policy.
  for (const name of ['openjpeg_nowasm_fallback.js', 'jbig2_nowasm_fallback.js'])
    cpSync(join(root, 'node_modules', 'pdfjs-dist', 'wasm', name), join(appFolder, 'pdf', 'wasm', name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
