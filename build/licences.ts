import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One package of others that leaves with the program, and under which licence. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The text as its makers ship it; empty when they ship none beside the licence's name. */
  readonly text: string;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[-.]\w+)*$/i;

function textIn(folder: string): string {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}

/**
 * Every package that the lock file does not keep for development, by name. It is more than the bundles hold: what an unused package asks
 * for is met as well.
 * @param root the project's folder, with node_modules
 */
export function noticesOf(root: string): readonly Notice[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional && existsSync(join(root, path)))
    .map(([path, { version = '', license = '' }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      text: textIn(join(root, path)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The file beside the packaged program: MIT, BSD, ISC and Apache all ask that their words go with the copy. */
export function noticesText(notices: readonly Notice[]): string {
  const head = '先审 includes or is built with the packages below. Electron and Chromium have files of their own in this folder.';
  const each = notices.map(
    ({ name, version, licence, text }) => `${name} ${version} · ${licence}\n\n${text || '(no text shipped)'}`,
  );
  return `${[head, ...each].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
