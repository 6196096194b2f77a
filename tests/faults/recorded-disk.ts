/**
 * What a disk may hold after the power went: a file system keeps what was synced, and of everything since then any part. Harsher than
 * any one file system, because the program does not choose on which it runs.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordedCall } from './recorded-run.ts';

type Random = (limit: number) => number;

const SECTOR = 512;

interface FileChange {
  readonly at: number;
  /** Undefined sets the length. */
  readonly data?: Buffer;
}
/** One file, under whatever name: what surely is on the disk, and what may be. */
interface RecordedFile {
  content: Buffer;
  pending: FileChange[];
}
/** A change of names in one folder, whole or not at all. A file, a folder, or nothing under a name. */
type NameChange = readonly (readonly [name: string, what: RecordedFile | 'folder' | undefined])[];

/** How much of what was not synced is on the disk. */
export type Kept = 'nothing' | 'everything' | 'part';

export class RecordedDisk {
  /** Names as the process sees them, and as they surely are on the disk. */
  readonly #seen = new Map<string, RecordedFile | 'folder'>();
  readonly #durable = new Map<string, RecordedFile | 'folder'>();
  readonly #pending: { readonly folder: string; readonly change: NameChange }[] = [];

  /** Begins with what lies in a folder, all of it on the disk. */
  constructor(folder: string) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      const what = statSync(path).isDirectory() ? 'folder' : { content: readFileSync(path), pending: [] };
      this.#seen.set(name, what);
      this.#durable.set(name, what);
    }
  }

  apply(call: RecordedCall): void {
    const file = this.#seen.get(call.path);
    const change = nameChange(call, file);
    if (change) {
      rename(this.#seen, change);
      this.#pending.push({ folder: folderOf(call.to === '' ? call.path : call.to), change });
    } else if (call.kind === 'synced') {
      if (file === undefined || file === 'folder') this.#syncFolder(call.path);
      else sync(file);
    } else if (call.kind !== 'said' && file !== undefined && file !== 'folder') {
      file.pending.push(call.kind === 'written' ? { at: call.at, data: call.data } : { at: call.at });
    }
  }

  /** Writes one of the states the disk may be in at this moment. */
  write(folder: string, kept: Kept, random: Random): void {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const chosen = <T>(all: readonly T[]): readonly T[] =>
      kept === 'everything' ? all : kept === 'nothing' ? [] : all.filter(() => random(2) === 0);
    const names = new Map(this.#durable);
    for (const { change } of chosen(this.#pending)) rename(names, change);
    const paths = [...names]
      .filter(([path, what]) => what !== undefined && reachable(names, path))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [path, what] of paths) {
      if (what === 'folder') mkdirSync(join(folder, path), { recursive: true, mode: 0o700 });
      else writeFileSync(join(folder, path), contentOf(what, chosen(what.pending), kept, random), { mode: 0o600 });
    }
  }

  #syncFolder(folder: string): void {
    for (let i = 0; i < this.#pending.length; ) {
      const pending = this.#pending[i];
      if (pending?.folder === folder) {
        rename(this.#durable, pending.change);
        this.#pending.splice(i, 1);
      } else i += 1;
    }
  }
}

/** What a call does to names; undefined for calls on contents. */
function nameChange({ kind, path, to }: RecordedCall, file: RecordedFile | 'folder' | undefined): NameChange | undefined {
  if (kind === 'created') return [[path, { content: Buffer.alloc(0), pending: [] }]];
  if (kind === 'folder') return [[path, 'folder']];
  if (kind === 'unlinked') return [[path, undefined]];
  const renamed: NameChange = [
    [path, undefined],
    [to, file],
  ];
  return kind === 'renamed' ? renamed : undefined;
}

const folderOf = (path: string): string => (dirname(path) === '.' ? '' : dirname(path));

const reachable = (names: ReadonlyMap<string, unknown>, path: string): boolean => {
  const folder = folderOf(path);
  return folder === '' || (names.get(folder) === 'folder' && reachable(names, folder));
};

function rename(names: Map<string, RecordedFile | 'folder'>, change: NameChange): void {
  for (const [name, what] of change) {
    if (what === undefined) names.delete(name);
    else names.set(name, what);
  }
}

function sync(file: RecordedFile): void {
  file.content = changed(file.content, file.pending);
  file.pending = [];
}

/** A write that may be torn: of its sectors, some. */
function torn({ at, data }: FileChange, random: Random): readonly FileChange[] {
  if (!data || random(3) > 0) return [{ at, ...(data && { data }) }];
  const parts: FileChange[] = [];
  for (let from = at; from < at + data.length; ) {
    const end = Math.min(at + data.length, (Math.floor(from / SECTOR) + 1) * SECTOR);
    if (random(2) === 0) parts.push({ at: from, data: data.subarray(from - at, end - at) });
    from = end;
  }
  return parts;
}

const contentOf = (file: RecordedFile, changes: readonly FileChange[], kept: Kept, random: Random): Buffer =>
  changed(file.content, kept === 'part' ? changes.flatMap((change) => torn(change, random)) : changes);

function changed(content: Buffer, changes: readonly FileChange[]): Buffer {
  let length = content.length;
  const most = changes.reduce((sum, { at, data }) => Math.max(sum, at + (data?.length ?? 0)), length);
  const result = Buffer.alloc(most);
  content.copy(result);
  for (const { at, data } of changes) {
    if (data) {
      data.copy(result, at);
      length = Math.max(length, at + data.length);
    } else {
      if (at < length) result.fill(0, at, length);
      length = at;
    }
  }
  return result.subarray(0, length);
}
