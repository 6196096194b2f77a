/** Files that only this user may read, written so that a crash leaves the old or the new content, never half of it. */
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder (0700) with its parents, durably: what is flushed inside a folder that is lost with the power is lost with it. An
 * existing one is narrowed to 0700. Throws the system's error.
 */
export function makePrivateFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (first === undefined) return;
  for (let made = resolve(folder); made.length >= resolve(first).length; made = dirname(made)) syncFolder(dirname(made));
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Flushes a folder's entries. Windows cannot open folders; NTFS journals renames by itself. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r');
}

/** Flushes a file that something else wrote. */
export const syncFile = (path: string): void => flush(path, 'r+');

/** Moves a finished file to its final name, durably. Throws the system's error. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Replaces a file (0600) durably: written beside it, flushed, renamed. Throws the system's error. */
export function writeDurably(path: string, content: string | Uint8Array): void {
  const beside = `${path}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameDurably(beside, path);
}
