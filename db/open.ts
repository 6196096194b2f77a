import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type Failure, fail, ok, type Result } from '../review/model/index.ts';
import type { Clock, Crypto, Signer } from '../review/ports.ts';
import { type Backup, copyVerified } from './backup.ts';
import type { BlobCipher } from './blobs.ts';
import { type Opened, type OpenRequest, openChecked } from './checked-open.ts';
import { connect } from './connection.ts';
import { makePrivateFolder } from './durable-file.ts';
import { type Migration, versionOf } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { placeProblem } from './place.ts';
import { candidates } from './recovery.ts';
import { faultOf } from './sqlite-faults.ts';
import { type JournalStore, journalPath, SqliteJournal } from './store.ts';
import { takeWriterLock, type WriterLock } from './writer-lock.ts';

export interface OpenStoreOptions {
  /** Folder of the journal, on a local fixed disk; made (0700) when it is not there. */
  readonly folder: string;
  /** The second folder; best on another disk. */
  readonly anchorFolder: string;
  /** Id of this workstation, derived from its key. */
  readonly ws: string;
  readonly crypto: Crypto;
  /** The workstation's key, which signs the anchor. */
  readonly signer: Signer;
  readonly cipher: BlobCipher;
  readonly clock: Clock;
  /** Defaults to `backups` inside the folder. */
  readonly backupFolders?: readonly string[] | (() => readonly string[]);
  /** The lock of the folder when the caller already holds it (closing the store lets it go), or why this process may not write. */
  readonly lock?: WriterLock | string;
  readonly migrations?: readonly Migration[];
  /** See `ConnectionOptions.maxPages`. */
  readonly maxPages?: number;
}

export const SECOND_WRITER = '另一个先审窗口正在使用这个账本。这里只能查看，不能办理。请回到原来的窗口，或关闭它后重新打开。';
const CANNOT_WRITE = '账本所在的磁盘或文件夹不能写入。现在只能查看，不能办理。请检查磁盘和文件夹权限后重新打开先审。';

const NO_COPY =
  '升级账本之前的备份没有完成，账本没有升级，也没有改动。现在只能查看，不能办理。请检查备份文件夹所在的磁盘后重新打开先审。';

/** Makes the folder and says whether a store may lie there. Codes: store-folder, store-place. */
export function prepareStoreFolder(folder: string): Result<null> {
  try {
    if (!statSync(folder, { throwIfNoEntry: false })) makePrivateFolder(folder);
    const problem = placeProblem(folder);
    return problem ? fail('store-place', problem) : ok(null);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fail('store-folder', '数据文件夹不能建立或读取，先审没有启动。请检查磁盘和文件夹权限。');
  }
}

/** The lock, or the Chinese reason why this process may only read. */
export function lockOrReason(folder: string): WriterLock | string {
  try {
    return takeWriterLock(folder) ?? SECOND_WRITER;
  } catch (error) {
    if (!faultOf(error)) throw error;
    return CANNOT_WRITE;
  }
}

function copyBeforeMigration(options: OpenStoreOptions, folder: string): (db: Database) => Result<Backup> {
  return (db) => {
    try {
      makePrivateFolder(folder);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return fail('backup-failed', NO_COPY);
    }
    const day = options.clock.now().at.slice(0, 10);
    return copyVerified(db, join(folder, `before-migration-v${versionOf(db)}-${day}.db`), options.crypto);
  };
}

/** Failures after which a copy is all there is to look at, and to go on from. */
const LOST: readonly string[] = ['store-damaged', 'store-missing'];

/** The best verified copy for reading, so that two people can sign in and restore; undefined when there is none. */
function openedCopy(request: OpenRequest, folders: readonly string[], why: Failure): Result<Opened> | undefined {
  const best = LOST.includes(why.code) ? candidates(request.path, folders, request)[0] : undefined;
  if (!best) return undefined;
  const shown = `${why.message}现在看到的是备份的内容，到第 ${best.head.seq} 条为止。`;
  return ok({ db: connect(best.path, { readOnly: true }), readOnly: shown });
}

/**
 * Opens the journal of a folder. Fails only when there is nothing to read (codes: store-folder, store-place, store-missing,
 * store-not-yet, store-damaged, store-full, store-busy); a store that may be read but not written says why in `readOnly`.
 */
export function openStore(options: OpenStoreOptions): Result<JournalStore> {
  const prepared = prepareStoreFolder(options.folder);
  if (!prepared.ok) return prepared;
  const lock = options.lock ?? lockOrReason(options.folder);
  const mayNotWrite = typeof lock === 'string' ? lock : undefined;
  const given = options.backupFolders ?? [join(options.folder, 'backups')];
  const backupFolders = typeof given === 'function' ? given : () => given;
  const path = journalPath(options.folder);
  const { anchorFolder, ws, crypto, signer } = options;
  const request: OpenRequest = {
    path,
    anchorFolder,
    ws,
    crypto,
    signer,
    hasCopies: () => candidates(path, backupFolders(), { anchorFolder, ws, crypto, signer }).length > 0,
    migrations: options.migrations ?? MIGRATIONS,
    copyBeforeMigration: copyBeforeMigration(options, backupFolders()[0] ?? options.folder),
    ...(mayNotWrite !== undefined && { mayNotWrite }),
    ...(options.maxPages !== undefined && { maxPages: options.maxPages }),
  };
  const checked = openChecked(request);
  const opened = checked.ok ? checked : (openedCopy(request, backupFolders(), checked.error) ?? checked);
  if (!opened.ok) {
    if (typeof lock !== 'string') lock.release();
    return opened;
  }
  const parts = {
    request,
    cipher: options.cipher,
    clock: options.clock,
    backupFolders,
    lock: typeof lock === 'string' ? undefined : lock,
  };
  return ok(new SqliteJournal(parts, opened.data.db, opened.data.readOnly));
}
