import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ListInForce } from '../review/model/index.ts';
import {
  type Basis,
  buildEngine,
  type Engine,
  LIST_FILE,
  lazySegmenter,
  listPack,
  loadBasis,
  loadPack,
  type PackFile,
  type Problem,
} from '../rules/index.ts';
import type { Pack } from '../rules/model.ts';
import { sha256Hex } from './crypto.ts';
import { dictionaries, programPaths } from './paths.ts';

const LARGEST_FILE = 8 * 1024 * 1024;
/** Digest of a text as the rules room wants it: lower-case hex over UTF-8. */
export const textHash = (text: string): string => sha256Hex(new TextEncoder().encode(text));

function packFiles(folder: string, problems: Problem[], inner = ''): PackFile[] {
  return readdirSync(join(folder, inner), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): PackFile[] => {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) return packFiles(folder, problems, path);
      if (!entry.isFile() || !(entry.name.endsWith('.yaml') || path === LIST_FILE)) return [];
      if (statSync(join(folder, path)).size > LARGEST_FILE) {
        problems.push({ file: `${basename(folder)}/${path}`, message: '规则文件超过 8 MB，没有读取' });
        return [];
      }
      return [{ path, text: readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, '') }];
    });
}

function readPack(folder: string, builtIn: boolean, problems: Problem[]): Pack[] {
  let files: PackFile[];
  try {
    files = packFiles(folder, problems);
  } catch {
    problems.push({ file: basename(folder), message: '规则包文件夹不存在或无法读取' });
    return [];
  }
  const loaded = loadPack(basename(folder), files, { builtIn, sha256: textHash });
  problems.push(...loaded.problems);
  return loaded.pack ? [loaded.pack] : [];
}

/** One pack from its folder, not built in; `problems` name rules that cannot be read. */
export function readPackFolder(folder: string): { readonly pack?: Pack; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const [pack] = readPack(resolve(folder), false, problems);
  return { ...(pack && { pack }), problems };
}

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(path, entry.name))
    .sort();

export interface RuleSet {
  readonly engine: Engine;
  readonly packs: readonly Pack[];
  readonly basis: ReadonlyMap<string, Basis>;
  /** What is wrong with packs or rules; those rules are not in the engine. */
  readonly problems: readonly Problem[];
  /** The same rules with the office's own lists beside them; lists given before are replaced. */
  withLists(lists: readonly ListInForce[]): RuleSet;
  /** True when one of them is in a pack that was asked for by name: its owner must put it right first. */
  readonly ownBroken: boolean;
}

/**
 * Reads built-in packs and the given folders (one pack each) and builds the engine. The segmenter is loaded on its first use. Throws only
 * when the program's own files are missing.
 */
export function readRuleSet(options: { readonly packs?: readonly string[]; readonly programPacks?: string } = {}): RuleSet {
  const paths = programPaths();
  const problems: Problem[] = [];
  const builtIn = folders(options.programPacks ?? paths.packs).flatMap((folder) => readPack(folder, true, problems));
  const own = (options.packs ?? []).flatMap((folder) => readPack(resolve(folder), false, problems));
  const packs = [...builtIn, ...own];
  const basis = loadBasis(readFileSync(paths.basis, 'utf8'));
  const words = dictionaries();
  if ('missing' in words) throw new Error('分词词典缺失，程序文件不完整，请重新安装。');
  const segmenter = lazySegmenter(words.found);
  const ownNames = new Set([
    ...own.map((pack) => pack.name),
    ...(options.packs ?? []).map((folder) => basename(resolve(folder))),
  ]);
  const withLists = (lists: readonly ListInForce[]): RuleSet => {
    const together = [...packs, ...lists.map(listPack)];
    const built = buildEngine({ packs: together, basis: new Set(basis.keys()), sha256: textHash, segmenter });
    const all = [...problems, ...built.problems];
    const ownBroken = all.some(({ file }) => ownNames.has(file.split('/')[0] ?? ''));
    return { engine: built.engine, packs: together, basis, problems: all, ownBroken, withLists };
  };
  return withLists([]);
}
