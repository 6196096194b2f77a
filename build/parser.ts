/** Bundles the parser process for hosts that are Node; does nothing when the bundle of these sources is there (host/built-parser.ts). */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUILT_PARSER, builtParser, builtParserFolder } from '../host/built-parser.ts';
import { NO_CANVAS } from './no-canvas.ts';

const root = join(import.meta.dirname, '..');
/** Older bundles may be in use by a program that was started before. */
const KEPT = 3;

async function buildParser(): Promise<void> {
  if (builtParser(root)) return;
  // Loading the bundler takes longer than finding out that there is nothing to do.
  const { build } = await import('vite');
  const folder = builtParserFolder(root);
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [NO_CANVAS],
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'host', 'parser-process.ts'),
      outDir: making,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: BUILT_PARSER, chunkFileNames: 'parser-[name].js' } },
    },
  });
  for (const tables of ['cmaps', 'standard_fonts'])
    cpSync(join(root, 'node_modules', 'pdfjs-dist', tables), join(making, 'pdf', tables), { recursive: true });
  // Whole or not at all: another start may look for it at this moment.
  if (!existsSync(folder)) renameSync(making, folder);
  else rmSync(making, { recursive: true, force: true });
  dropOld(dirname(folder), folder);
}

function dropOld(parent: string, newest: string): void {
  const folders = readdirSync(parent).map((name) => join(parent, name));
  const old = folders
    .filter((folder) => folder !== newest)
    .toSorted((first, second) => statSync(second).mtimeMs - statSync(first).mtimeMs);
  for (const folder of old.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}

try {
  await buildParser();
} catch (error) {
  // Without the bundle the sources are run: slower, and all the same.
  console.error(`读取程序没有预先构建，读取会慢一些：${error instanceof Error ? error.message : String(error)}`);
}
