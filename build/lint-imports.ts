/**
 * Proves the import table of docs/adr/0002-rooms.md: which room may import which, and who alone may touch a dangerous module.
 * Prints every breach as file:line and exits with 1.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Room → rooms it may import. A room always may import itself. `types` after a colon: type-only imports. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  review: [],
  ingest: ['review/model'],
  rules: ['review/model', 'review/contract:types'],
  db: ['review'],
  exports: ['review'],
  host: ['review', 'ingest', 'rules', 'db', 'exports'],
  electron: ['review', 'ingest', 'rules', 'db', 'exports', 'host'],
  renderer: ['review/model', 'review/contract:types'],
  cli: ['review', 'host', 'exports', 'rules/index'],
  verifier: ['review'],
};

/** Packages and built-ins a room may use, by prefix. Anything else outside the tree is a breach. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  review: ['zod'],
  ingest: [
    'node:stream',
    'node:zlib',
    'node:buffer',
    'node:url',
    'yauzl',
    'saxes',
    'mammoth',
    'htmlparser2',
    'fflate',
    'pdfjs-dist',
    '@cantoo/pdf-lib',
    'cfb',
    '@e965/xlsx',
    'postal-mime',
  ],
  rules: ['yaml', 'nodejieba', 'opencc-js', 're2js', 'node:module', 'node:fs', 'node:path'],
  db: ['better-sqlite3', 'node:'],
  exports: ['docx', 'hucre', 'fflate', 'qrcode-generator', 'yauzl'],
  host: ['node:', 'zod', 'hucre'],
  electron: ['electron', 'node:', 'zod', 'pdfjs-dist'],
  renderer: ['react', 'react-dom', 'react-aria-components', 'react-aria', '@tanstack/', 'zustand', './', 'vite/client'],
  cli: ['commander', 'node:'],
  verifier: ['@noble/', 'zod'],
};

/** Modules that exactly one file may import. */
const SINGLE: Readonly<Record<string, string>> = { 'node:crypto': 'host/crypto.ts' };
/** Never, anywhere in the product: they open the network. */
const NEVER = ['node:http', 'node:https', 'node:net', 'node:tls', 'node:dgram', 'node:http2', 'node:dns'];

interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
  readonly offset: number;
}

function importsOf(file: string, source: string): Import[] {
  const parsed = parseSync(file, source, { lang: file.endsWith('x') ? 'tsx' : 'ts', sourceType: 'module' });
  const found: Import[] = [];
  for (const item of parsed.module.staticImports)
    found.push({
      from: item.moduleRequest.value,
      typesOnly: item.entries.length > 0 && item.entries.every((entry) => entry.isType),
      offset: item.start,
    });
  for (const item of parsed.module.staticExports)
    for (const entry of item.entries)
      if (entry.moduleRequest) found.push({ from: entry.moduleRequest.value, typesOnly: entry.isType, offset: item.start });
  for (const item of parsed.module.dynamicImports) {
    const text = source.slice(item.moduleRequest.start, item.moduleRequest.end);
    found.push({ from: text.replace(/^['"`]|['"`]$/g, ''), typesOnly: false, offset: item.start });
  }
  for (const match of source.matchAll(/\bimport\('([^']+)'\)\./g))
    found.push({ from: match[1] ?? '', typesOnly: true, offset: match.index });
  return found;
}

function breach(file: string, item: Import): string | undefined {
  const room = file.split('/')[0] ?? '';
  if (NEVER.includes(item.from) && room !== 'build') return `opens the network: ${item.from}`;
  const single = SINGLE[item.from];
  if (single && file !== single) return `only ${single} may import ${item.from}`;
  if (!item.from.startsWith('.')) {
    if (item.typesOnly && (item.from.startsWith('@types/') || item.from === 'electron')) return undefined;
    return OUTSIDE[room]?.some(
      (allowed) =>
        item.from === allowed || item.from.startsWith(allowed.endsWith(':') || allowed.endsWith('/') ? allowed : `${allowed}/`),
    )
      ? undefined
      : `${room} may not import ${item.from}`;
  }
  const target = normalize(join(dirname(file), item.from)).replaceAll('\\', '/');
  if (target.split('/')[0] === room || /^package\.json$/.test(target)) return undefined;
  const allowed = ROOMS[room]?.some((entry) => {
    const [path = '', kind] = entry.split(':');
    return (target === `${path}.ts` || target.startsWith(`${path}/`)) && (kind !== 'types' || item.typesOnly);
  });
  return allowed ? undefined : `${room} may not import ${target}${item.typesOnly ? ' (types)' : ''}`;
}

/** All breaches as `file:line  what`. */
export function findBreaches(): string[] {
  const lines: string[] = [];
  for (const room of Object.keys(ROOMS)) {
    for (const entry of readdirSync(join(root, room), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const file = relative(root, path).replaceAll('\\', '/');
      const source = readFileSync(path, 'utf8');
      for (const item of importsOf(file, source)) {
        const what = breach(file, item);
        if (what) lines.push(`${file}:${source.slice(0, item.offset).split('\n').length}  ${what}`);
      }
    }
  }
  return lines;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = findBreaches();
  for (const line of lines) console.error(line);
  console.error(lines.length === 0 ? 'import table: holds' : `import table: ${lines.length} breaches`);
  process.exit(lines.length === 0 ? 0 : 1);
}
