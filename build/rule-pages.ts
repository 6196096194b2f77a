import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRuleSet } from '../host/rule-files.ts';
import { ruleIndex, rulePage } from '../rules/authoring/index.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const rulePagesFolder = join(root, 'docs', 'rules');

/** Path inside docs/rules (with `/`) → text, for every page that should be there. */
export function rulePages(): ReadonlyMap<string, string> {
  const { packs, basis } = readRuleSet();
  const pages = packs.flatMap((pack) =>
    pack.rules.map((rule) => [`${pack.name}/${rule.id}.md`, rulePage(pack, rule, basis)] as const),
  );
  return new Map([['README.md', ruleIndex(packs)], ...pages]);
}

/** Pages as they lie in a folder. */
export function writtenPages(folder: string = rulePagesFolder): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return new Map(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]));
}

/** What is wrong with the written pages, one line each; empty when they say what the rules say. */
export function stalePages(wanted: ReadonlyMap<string, string>, written: ReadonlyMap<string, string>): readonly string[] {
  const missing = [...wanted.keys()].filter((name) => !written.has(name)).map((name) => `missing: ${name}`);
  const changed = [...wanted]
    .filter(([name, text]) => (written.get(name) ?? text) !== text)
    .map(([name]) => `out of date: ${name}`);
  const left = [...written.keys()].filter((name) => !wanted.has(name)).map((name) => `of no rule: ${name}`);
  return [...missing, ...changed, ...left].sort();
}

function writePages(): void {
  const wanted = rulePages();
  for (const name of writtenPages().keys()) if (!wanted.has(name)) rmSync(join(rulePagesFolder, name));
  for (const [name, text] of wanted) {
    mkdirSync(dirname(join(rulePagesFolder, name)), { recursive: true });
    writeFileSync(join(rulePagesFolder, name), text);
  }
  console.error(`docs/rules：${wanted.size} 页。`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePages();
