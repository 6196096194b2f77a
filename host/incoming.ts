import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, isPackageFile, ok, PACKAGE_HEAD } from '../review/model/index.ts';
import type { Incoming } from '../review/ports.ts';
import { type FoundFile, foundFile, type WatchedFolders, watchedFolders } from './watched-folder.ts';

/** The contract's limit for a file, see `fileBytes`. */
const LARGEST = 200 * 1024 * 1024;
/** Handed over and not yet taken: more is a mistake of whoever selected them. */
const MOST_GIVEN = 500;

const GONE = fail('incoming-gone', '这个文件已经不在原处、改动过，或者没有读取权限，没有取来。请在文件夹里核对后重新选它。');
const TOO_LARGE = fail('incoming-too-large', '文件超过200MB，没有取来。原文件没有改动。请拆成几个文件再送审。');

/** A file that the system handed over; its beginning was looked at, since that decides to whom it goes. */
interface GivenFile extends FoundFile {
  readonly package?: true;
}

export interface IncomingParts extends Incoming {
  close(): void;
}

/** `settings` is the folder that remembers who watches what; `own` are folders of the program that nobody may watch; `clock` tells milliseconds since 1970. */
export function incomingFiles(settings: string, own: readonly string[], clock?: () => number): IncomingParts {
  let given: readonly GivenFile[] = [];
  const folders: WatchedFolders = watchedFolders(settings, own, clock);
  const all = (person: string): readonly FoundFile[] => [...given, ...(folders.of(person)?.found ?? [])];
  return {
    give(paths) {
      const fresh = paths.map(givenFile).filter((file) => file !== undefined);
      const known = new Set(fresh.map(({ id }) => id));
      given = [...given.filter(({ id }) => !known.has(id)), ...fresh].slice(-MOST_GIVEN);
    },
    given: () => given.map(viewOf),
    watched(person) {
      const state = folders.of(person);
      if (!state) return undefined;
      const { folder, found, problem } = state;
      return { folder, files: found.map(viewOf), ...(problem === undefined ? {} : { problem }) };
    },
    watch: folders.watch,
    stopWatching: folders.stop,
    async read(person, id) {
      const file = all(person).find((each) => each.id === id);
      // Another state of the same file has another id: what is read is what was shown.
      if (!file || foundFile(file.path)?.id !== id) return GONE;
      if (file.size > LARGEST) return TOO_LARGE;
      try {
        return ok({ name: basename(file.path), bytes: await readFile(file.path) });
      } catch {
        return GONE;
      }
    },
    settle(person, ids) {
      given = given.filter(({ id }) => !ids.includes(id));
      folders.settle(person, ids);
    },
    close: folders.close,
  };
}

const viewOf = ({ id, path, size, changed, package: parcel }: GivenFile) => ({
  id,
  name: basename(path),
  size,
  changed,
  ...(parcel && { package: parcel }),
});

function givenFile(path: string): GivenFile | undefined {
  const file = foundFile(path);
  return file && isPackageFile(headOf(path)) ? { ...file, package: true } : file;
}

/** The first bytes of a file; none when it cannot be read: whoever takes it over is told then. */
function headOf(path: string): Uint8Array {
  const head = new Uint8Array(PACKAGE_HEAD);
  try {
    const file = openSync(path, 'r');
    try {
      return head.subarray(0, readSync(file, head));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return new Uint8Array();
    throw error;
  }
}
