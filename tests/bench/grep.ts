import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface GrepOnFiles {
  /** One run over the text, its start included, as a person would type it. */
  readonly run: () => void;
  readonly close: () => void;
}

/** GNU grep -F over a text with a list of words, from files; undefined where there is no grep. */
export function grepFor(text: string, words: readonly string[]): GrepOnFiles | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-grep-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  writeFileSync(join(folder, 'text'), text);
  writeFileSync(join(folder, 'words'), `${words.join('\n')}\n`);
  const run = () => {
    execFileSync('grep', ['-F', '-o', '-f', join(folder, 'words'), join(folder, 'text')], {
      maxBuffer: 1 << 30,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
  };
  try {
    run();
    return { run, close };
  } catch {
    // Not installed, or another grep: the rows that need it say so.
    close();
    return undefined;
  }
}
