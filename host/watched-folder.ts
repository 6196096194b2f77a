import {
  type Dirent,
  existsSync,
  type FSWatcher,
  readdirSync,
  readFileSync,
  realpathSync,
  statfsSync,
  statSync,
  watch,
} from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { makePrivateFolder, writeDurably } from '../db/durable-file.ts';
import { isNetworkPath, refusedFileSystem } from '../db/place.ts';
import { fail, NEVER_A_DRAFT, ok, type Result } from '../review/model/index.ts';
import { sha256Hex } from './crypto.ts';

/** A file in one state: `id` changes with path, size and time of change. `changed` is in milliseconds since 1970. */
export interface FoundFile {
  readonly id: string;
  readonly path: string;
  readonly size: number;
  readonly changed: number;
}

export interface WatchedFolders {
  /** What is new in the person's folder; undefined while none is watched. */
  of(person: string): { readonly folder: string; readonly found: readonly FoundFile[]; readonly problem?: string } | undefined;
  watch(person: string, folder: string): Result<null>;
  stop(person: string): Result<null>;
  settle(person: string, ids: readonly string[]): void;
  close(): void;
}

/** Events of the system get lost (limits, odd file systems): so often everything is looked at again anyway. */
const LOOK_AGAIN_MS = 30_000;
/** A file that changed just now is still being written by somebody. */
const SETTLED_MS = 2_000;
const MOST_FILES = 2_000;

const MISSING = fail('place-missing', '没有这个文件夹，或者没有权限打开，没有开始监视。请重新选择。');
const REMOTE = fail('folder-remote', '只能监视本机磁盘上的文件夹，这个在网络位置上，没有开始监视。请换一个，或用“选文件”送审。');
const OWN = fail('folder-own', '不能监视先审自己的数据文件夹，没有开始监视。请换一个文件夹。');
const UNWRITTEN = fail('folder-unwritten', '监视文件夹的设置没有存下来：数据文件夹写不进去。请检查磁盘空间和权限后重试。');

const CLOSED = '文件夹现在打不开：可能被移走、改名，或者没有权限。恢复后会接着监视，也可以停止监视。';

/** The file as it is now; undefined for anything that is no file or bears the name of none that is a draft. */
export function foundFile(path: string): FoundFile | undefined {
  if (NEVER_A_DRAFT.test(basename(path))) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  const changed = Math.floor(stats.mtimeMs);
  return { id: sha256Hex(Buffer.from(`${path}\n${stats.size}\n${changed}`)).slice(0, 32), path, size: stats.size, changed };
}

interface Setting {
  readonly folder: string;
  /** Ids of files that were there before, were taken, or passed over. */
  readonly known: readonly string[];
}

/** The folder being watched now; one person works at a time. */
interface Watching {
  readonly person: string;
  readonly folder: string;
  known: readonly string[];
  watcher: FSWatcher | undefined;
  stale: boolean;
  lookedAt: number;
  found: readonly FoundFile[];
  problem: string | undefined;
}

/** One setting a person in `settings`; off until somebody chooses a folder. Digests stand for names of files. */
export function watchedFolders(settings: string, own: readonly string[], clock: () => number = Date.now): WatchedFolders {
  let now: Watching | undefined;
  const end = (): void => {
    now?.watcher?.close();
    now = undefined;
  };
  const begin = (person: string, setting: Setting): Watching => {
    end();
    now = { ...setting, person, watcher: undefined, stale: true, lookedAt: 0, found: [], problem: undefined };
    now.watcher = watcherOf(now);
    return now;
  };
  const of = (person: string): Watching | undefined => {
    if (now?.person === person) return now;
    const setting = readSetting(settings, person);
    return setting && begin(person, setting);
  };
  return {
    of(person) {
      const watching = of(person);
      if (!watching) return undefined;
      look(watching, clock());
      const { folder, found, problem } = watching;
      return { folder, found, ...(problem === undefined ? {} : { problem }) };
    },
    watch(person, folder) {
      const problem = refusal(folder, own);
      if (problem) return problem;
      const place = resolve(folder);
      const there = filesIn(place);
      if (!there) return MISSING;
      const setting = { folder: place, known: there.map(({ id }) => id) };
      const written = writeSetting(settings, person, setting);
      if (written.ok) begin(person, setting);
      return written;
    },
    stop(person) {
      if (now?.person === person) end();
      return writeSetting(settings, person, undefined);
    },
    settle(person, ids) {
      const watching = of(person);
      const here = watching?.found.filter(({ id }) => ids.includes(id)) ?? [];
      if (!watching || here.length === 0) return;
      // What no longer lies there need not be known any more.
      const lying = filesIn(watching.folder)?.map(({ id }) => id);
      const known = [...watching.known, ...here.map(({ id }) => id)];
      watching.known = lying ? known.filter((id) => lying.includes(id)) : known;
      watching.found = watching.found.filter((file) => !here.includes(file));
      writeSetting(settings, person, { folder: watching.folder, known: watching.known });
    },
    close: end,
  };
}

/** Marks the folder as changed; a folder that cannot be watched is only looked at again now and then. */
function watcherOf(watching: Watching): FSWatcher | undefined {
  try {
    const watcher = watch(watching.folder, { persistent: false }, () => {
      watching.stale = true;
    });
    watcher.on('error', () => {
      watching.stale = true;
      watcher.close();
    });
    return watcher;
  } catch {
    return undefined;
  }
}

function look(watching: Watching, time: number): void {
  if (!watching.stale && time - watching.lookedAt < LOOK_AGAIN_MS) return;
  watching.lookedAt = time;
  watching.stale = false;
  watching.problem = undefined;
  const there = filesIn(watching.folder);
  if (!there) watching.problem = CLOSED;
  const files = there?.filter(({ id }) => !watching.known.includes(id)) ?? [];
  const settled = files.filter(({ changed }) => Math.abs(time - changed) >= SETTLED_MS);
  // One that is being written is looked at again with the next question.
  watching.stale = settled.length < files.length;
  watching.found = settled.slice(0, MOST_FILES);
  if (settled.length > MOST_FILES) watching.problem = `新文件超过${MOST_FILES}个，只列出前${MOST_FILES}个。`;
}

/** Files directly in the folder, by name; subfolders and links are not followed. Undefined when it cannot be opened. */
function filesIn(folder: string): readonly FoundFile[] | undefined {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => foundFile(join(folder, name)))
    .filter((file) => file !== undefined)
    .toSorted((one, other) => one.path.localeCompare(other.path, 'zh-CN', { numeric: true }));
}

function refusal(folder: string, own: readonly string[]): Result<never> | undefined {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return MISSING;
  if (isNetworkPath(folder) || (process.platform !== 'win32' && refusedFileSystem(statfsSync(folder).type))) return REMOTE;
  const inside = (place: string): boolean => `${realpathSync(folder)}${sep}`.startsWith(`${realpathSync(place)}${sep}`);
  return own.filter(existsSync).some(inside) ? OWN : undefined;
}

const settingPath = (settings: string, person: string): string =>
  join(settings, `${sha256Hex(Buffer.from(person)).slice(0, 32)}.json`);

/** A setting that cannot be read is none: watching is off, which is safe. */
function readSetting(settings: string, person: string): Setting | undefined {
  const path = settingPath(settings, person);
  if (!existsSync(path)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isSetting(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isSetting = (value: unknown): value is Setting =>
  typeof value === 'object' &&
  value !== null &&
  'folder' in value &&
  typeof value.folder === 'string' &&
  'known' in value &&
  Array.isArray(value.known) &&
  value.known.every((id) => typeof id === 'string');

function writeSetting(settings: string, person: string, setting: Setting | undefined): Result<null> {
  try {
    makePrivateFolder(settings);
    writeDurably(settingPath(settings, person), JSON.stringify(setting ?? null));
    return ok(null);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return UNWRITTEN;
    throw error;
  }
}
