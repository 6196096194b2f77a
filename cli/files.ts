import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createQuickReader } from '../host/quick-reader.ts';
import { type Draft, fail, NEVER_A_DRAFT, ok, type Result } from '../review/model/index.ts';

const LARGEST = 200 * 1024 * 1024;

/** A path that was found, or could not be. */
export interface FoundFile {
  readonly path: string;
  readonly failure?: string;
}

/** The files of the given paths in order; folders are walked, symbolic links inside them are not followed. */
export function walk(paths: readonly string[]): readonly FoundFile[] {
  return paths.flatMap((path): readonly FoundFile[] => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return [{ path, failure: '没有这个文件或文件夹' }];
    return stats.isDirectory() ? inside(path) : [{ path }];
  });
}

function inside(folder: string): readonly FoundFile[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [{ path: folder, failure: '文件夹无法打开，请检查权限' }];
  }
  return entries.flatMap((entry): readonly FoundFile[] => {
    const path = join(folder, entry.name);
    if (NEVER_A_DRAFT.test(entry.name)) return [];
    if (entry.isDirectory()) return inside(path);
    return entry.isFile() ? [{ path }] : [];
  });
}

const reader = createQuickReader();
const unwatched = { progress: () => undefined, signal: new AbortController().signal };

/** Bytes of a file that was found; every failure is a Chinese sentence. */
export function bytesOf(file: FoundFile): Result<Uint8Array> {
  if (file.failure !== undefined) return fail('file-missing', file.failure);
  try {
    if (statSync(file.path).size > LARGEST) return fail('file-too-large', '文件超过 200 MB，没有读取。请拆分后再检查。');
    return ok(readFileSync(file.path));
  } catch {
    return fail('file-unreadable', '文件无法打开，请检查权限，或关闭正在使用它的程序。');
  }
}

/** Reads one draft; every failure is a Chinese sentence without any of its text. */
export async function readFile(file: FoundFile): Promise<Result<Draft>> {
  const bytes = bytesOf(file);
  return bytes.ok ? readBytes(file.path, bytes.data) : bytes;
}

export const readBytes = (path: string, bytes: Uint8Array): Promise<Result<Draft>> =>
  reader.read(basename(path), bytes, unwatched);
