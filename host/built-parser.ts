import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sha256Hex } from './crypto.ts';

/** Everything a parser process runs, from the root of the checkout. */
const SOURCES = [
  'ingest',
  'review',
  'host/parser-process.ts',
  'host/parser-protocol.ts',
  'host/serve-parser.ts',
  'build/parser.ts',
  'package-lock.json',
];

/**
 * Where the bundle of the parser process made from exactly the sources of this checkout lies, or would lie (build/parser.ts makes
 * it). Node strips types from two hundred files at each start, which costs more than reading a draft; the bundle has them stripped.
 * The name is a digest of the sources, so that a bundle of other ones is never run.
 */
export function builtParserFolder(root: string): string {
  const parts = SOURCES.flatMap((source) => filesOf(join(root, source)))
    .toSorted()
    .map((file) => `${relative(root, file)}\0${sha256Hex(readFileSync(file))}\n`);
  return join(root, 'out', 'parser', sha256Hex(new TextEncoder().encode(parts.join(''))).slice(0, 16));
}

function filesOf(path: string): readonly string[] {
  if (/\.(ts|json)$/.test(path)) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

export const BUILT_PARSER = 'parser.js';

/** The bundle's entry; undefined when there is none of these sources. */
export function builtParser(root: string): string | undefined {
  const entry = join(builtParserFolder(root), BUILT_PARSER);
  return existsSync(entry) ? entry : undefined;
}
