import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Only Linux can load a layer before libc. */
export const canPreload = process.platform === 'linux';

/** Compiles a C file of this folder to a layer for LD_PRELOAD, gone after the tests. The install needs a compiler anyway. */
export function preloadedLayer(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-layer-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const layer = join(folder, source.replace(/\.c$/, '.so'));
  if (!canPreload) return layer;
  const made = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', layer, join(import.meta.dirname, source), '-ldl', '-lpthread'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr || 'no C compiler');
  return layer;
}
