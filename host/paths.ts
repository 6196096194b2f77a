import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Dictionaries } from '../rules/index.ts';

/** Files of the program itself, which never change while it runs. */
export interface ProgramPaths {
  /** Folder of the built-in packs, one folder each. */
  readonly packs: string;
  /** rules/basis.yaml. */
  readonly basis: string;
  /** Folder of the bundled sample draft. */
  readonly sample: string;
  /** The offline verifier, one HTML file; made by the build. */
  readonly verifier: string;
}

/** Seen from the source tree (host/), the packs lie in rules/; seen from a bundle (out/app/), beside it. */
export function programPaths(here: string = import.meta.dirname): ProgramPaths {
  const bundled = existsSync(join(here, 'packs'));
  const base = bundled ? here : join(here, '..', 'rules');
  const sample = bundled ? join(here, 'sample') : join(here, '..', 'build', 'sample');
  const verifier = join(bundled ? here : join(here, '..', 'out', 'app'), 'verifier.html');
  return { packs: join(base, 'packs'), basis: join(base, 'basis.yaml'), sample, verifier };
}

/**
 * The segmenter's dictionaries, or the names of those that are missing: the library would end the process. Inside a package they must
 * lie outside the archive, because native code reads them.
 */
export function dictionaries(): { readonly found: Dictionaries } | { readonly missing: readonly string[] } {
  const folder = join(dirname(createRequire(import.meta.url).resolve('nodejieba')), 'submodules', 'cppjieba', 'dict');
  const place = (name: string) => join(folder, name).replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
  const found: Dictionaries = {
    dict: place('jieba.dict.utf8'),
    hmmDict: place('hmm_model.utf8'),
    userDict: place('user.dict.utf8'),
    idfDict: place('idf.utf8'),
    stopWordDict: place('stop_words.utf8'),
  };
  const missing = Object.values(found).filter((path: string) => !existsSync(path));
  return missing.length === 0 ? { found } : { missing };
}
