/**
 * Opens a journal file and judges it before anybody may write to it: whose file it is, which version, whether its schema is the
 * expected one, whether the settings hold, whether the newest events and the anchor agree. Whatever is wrong, nothing is
 * repaired or deleted here; the file is opened for reading with the reason, or not at all.
 */
import { existsSync, statSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { type Failure, fail, ok, type Result } from '../review/model/index.ts';
import type { Crypto, Signer } from '../review/ports.ts';
import { anchorOf, anchorProblem, readAnchor, writeAnchor } from './anchor.ts';
import { firstBreak } from './chain-walk.ts';
import { brokenSettings, connect } from './connection.ts';
import { ownerOf, setOwner } from './events.ts';
import { APPLICATION_ID, type Migration, migrate, schemaText, versionOf } from './migrate.ts';
import { faultOf } from './sqlite-faults.ts';

/** Newest events whose hashes and links are checked at every start. */
export const START_CHECK_EVENTS = 1000;
/** Above this size only the tables of the chain are checked page by page at start; backups check the rest. */
const QUICK_CHECK_BYTES = 256 * 1024 * 1024;
/** Bytes of a file in which no table can be yet. */
const ONE_PAGE = 4096;

export interface OpenRequest {
  readonly path: string;
  readonly anchorFolder: string;
  readonly ws: string;
  readonly crypto: Crypto;
  /** The workstation's key, which signs the anchor. */
  readonly signer: Signer;
  readonly migrations: readonly Migration[];
  /** Why this process may not write in any case (another writer, a disk that cannot be written). */
  readonly mayNotWrite?: string;
  readonly maxPages?: number;
  /** Whether verified copies of this workstation's journal are at hand: then there has been one. */
  readonly hasCopies: () => boolean;
  /** Makes a verified copy before the schema changes. */
  readonly copyBeforeMigration: (db: Database) => Result<unknown>;
}
export interface Opened {
  readonly db: Database;
  readonly readOnly?: string;
}

const CALL = '请不要删除任何文件，联系系统管理员和保密办。';
export const REASONS = {
  newer: `账本是由更新版本的先审写成的，这一版只能查看，不能办理。请安装新版本。`,
  schema: `账本的结构与先审的规定不符，可能被其他程序改动过。现在只能查看，不能办理。${CALL}`,
  settings: `账本的安全设置没有生效，不能保证记录写得牢。现在只能查看，不能办理。${CALL}`,
  pages: `账本文件有损坏的地方。现在只能查看，不能办理。${CALL}可从最近的备份恢复。`,
  changed: (seq: number) => `第 ${seq} 条记录与其摘要不符，可能被改动过。现在只能查看，不能办理。${CALL}`,
  gap: (seq: number) => `第 ${seq} 条记录处不连续，可能有记录被删去或调换。现在只能查看，不能办理。${CALL}`,
  import: (seq: number) =>
    `第 ${seq} 条记载的导入，带来的记录已不齐全，可能有别的工作站的记录或分叉的证据被删去。现在只能查看，不能办理。${CALL}`,
  roster: `人员名册与其摘要不符，可能被改动过。现在只能查看，不能办理。${CALL}`,
  owner: `账本属于另一台工作站，或本机的工作站密钥已更换。现在只能查看，不能办理。${CALL}`,
  anchorWrite: `锚点文件夹不能写入，无法证明账本没有被换成旧的。现在只能查看，不能办理。请检查锚点文件夹所在的磁盘后重新打开先审。`,
} as const;

const DAMAGED = fail(
  'store-damaged',
  `账本文件不能读取，可能已损坏，或不是先审的账本。先审没有改动它。${CALL}可从最近的备份恢复。`,
);
const MISSING = fail('store-missing', `账本文件不在原处，但锚点表明这里有过记录。先审没有新建账本，以免掩盖丢失。${CALL}`);
const MISSING_BOTH = fail(
  'store-missing',
  `账本文件和锚点都不在原处，而备份里有本机的记录。先审没有新建账本，以免掩盖丢失。${CALL}`,
);
const CANNOT_OPEN = fail('store-cannot-open', '账本或锚点文件打不开，没有改动任何内容。请检查磁盘、文件夹权限后重新打开先审。');
const UNREACHABLE = /^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/;
const NOT_YET = fail('store-not-yet', '账本还没有建立：另一个先审窗口可能正在首次启动，或磁盘不能写入。请稍候重新打开。');

/** The schema a version must have, made by running the migrations in memory. */
function expectedSchema(migrations: readonly Migration[], version: number): string {
  const db = new Sqlite(':memory:');
  try {
    migrate(
      db,
      migrations.filter((migration) => migration.version <= version),
    );
    return schemaText(db);
  } finally {
    db.close();
  }
}

/** Why an existing file may only be read: from a newer program, or not built as this program builds it. */
function buildProblem(db: Database, migrations: readonly Migration[]): string | undefined {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) return REASONS.schema;
  const version = versionOf(db);
  if (version > (migrations.at(-1)?.version ?? 0)) return REASONS.newer;
  return schemaText(db) === expectedSchema(migrations, version) ? undefined : REASONS.schema;
}

interface Inspection {
  /** The first start was killed before the schema was there. */
  readonly unborn: boolean;
  readonly outdated: boolean;
  readonly problem?: string;
}

/** Looks at an existing file without writing to it. */
function inspect(request: OpenRequest): Inspection {
  const db = connect(request.path, { readOnly: true });
  try {
    if (versionOf(db) === 0 && schemaText(db) === '') return { unborn: true, outdated: true };
    // Whatever the program must be able to read even when it may not write.
    for (const table of ['workstation', 'event', 'roster']) db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get();
    const problem = buildProblem(db, request.migrations);
    const outdated = versionOf(db) < (request.migrations.at(-1)?.version ?? 0);
    return { unborn: false, outdated, ...(problem && { problem }) };
  } finally {
    db.close();
  }
}

function damagedPages(db: Database): boolean {
  const size = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
  const checks = size <= QUICK_CHECK_BYTES ? ['quick_check(1)'] : ['quick_check(event)', 'quick_check(roster)'];
  return checks.some((check) => db.pragma(check, { simple: true }) !== 'ok');
}

function chainProblem(db: Database, crypto: Crypto): string | undefined {
  const found = firstBreak(db, crypto, START_CHECK_EVENTS);
  if (!found) return undefined;
  return found.what === 'roster' ? REASONS.roster : REASONS[found.what](found.seq);
}

/** Everything that is judged on an open connection; writes the owner of a new file and the anchor when all is well. */
function contentProblem(db: Database, request: OpenRequest): string | undefined {
  if (brokenSettings(db).length > 0) return REASONS.settings;
  if (damagedPages(db)) return REASONS.pages;
  if (!db.readonly && ownerOf(db) === undefined) setOwner(db, request.ws);
  if (ownerOf(db) !== request.ws) return REASONS.owner;
  const chain = chainProblem(db, request.crypto);
  if (chain) return chain;
  const anchor = readAnchor(request);
  const problem = anchorProblem(db, request.ws, anchor);
  if (problem || db.readonly) return problem;
  const now = anchorOf(db, request.ws);
  if (JSON.stringify(now) === JSON.stringify(anchor)) return undefined;
  try {
    writeAnchor(request.anchorFolder, now, request.signer);
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return REASONS.anchorWrite;
    throw error;
  }
}

function openForReading(request: OpenRequest, reason: string): Result<Opened> {
  return ok({ db: connect(request.path, { readOnly: true }), readOnly: reason });
}

function openForWriting(request: OpenRequest, outdated: boolean): Result<Opened> {
  const db = connect(request.path, { readOnly: false, ...(request.maxPages !== undefined && { maxPages: request.maxPages }) });
  try {
    if (outdated) {
      const copied = versionOf(db) === 0 ? ok(null) : request.copyBeforeMigration(db);
      if (!copied.ok) {
        db.close();
        return openForReading(request, copied.error.message);
      }
      migrate(db, request.migrations);
    }
    const problem = contentProblem(db, request);
    if (!problem) return ok({ db });
    db.close();
    return openForReading(request, problem);
  } catch (error) {
    db.close();
    throw error;
  }
}

function openExisting(request: OpenRequest): Result<Opened> {
  const { unborn, problem, outdated } = inspect(request);
  if (unborn) return openNew(request);
  if (problem) return openForReading(request, problem);
  if (request.mayNotWrite === undefined) return openForWriting(request, outdated);
  const opened = openForReading(request, request.mayNotWrite);
  if (!opened.ok) return opened;
  const worse = contentProblem(opened.data.db, request);
  return worse ? ok({ db: opened.data.db, readOnly: worse }) : opened;
}

/** Makes the journal, unless anchor or copies know of one that should be here. */
function openNew(request: OpenRequest): Result<Opened> {
  const anchor = readAnchor(request);
  const hadEntries = anchor === 'damaged' || (anchor !== 'none' && anchor.seq + anchor.roster.count > 0);
  if (hadEntries) return MISSING;
  if (request.hasCopies()) return MISSING_BOTH;
  return request.mayNotWrite === undefined ? openForWriting(request, true) : NOT_YET;
}

/**
 * Opens a file that was just put in place for writing although its anchor is ahead of it: schema, settings, pages, owner and chain are
 * judged as always. Code: restore-refused, and those of `openChecked`.
 */
export function openRestored(request: OpenRequest): Result<Database> {
  try {
    const { problem, unborn } = inspect(request);
    if (problem || unborn) return fail('restore-refused', problem ?? REASONS.schema);
    const db = connect(request.path, { readOnly: false });
    migrate(db, request.migrations);
    const broken = brokenSettings(db).length > 0 ? REASONS.settings : damagedPages(db) ? REASONS.pages : undefined;
    const wrong = broken ?? (ownerOf(db) === request.ws ? chainProblem(db, request.crypto) : REASONS.owner);
    if (wrong === undefined) return ok(db);
    db.close();
    return fail('restore-refused', wrong);
  } catch (error) {
    return openingFailure(error);
  }
}

/**
 * The power went while the very first page was written: beside it lies the roll-back journal of the step before write-ahead logging,
 * which only a writing connection may finish. Never later: a journal that has begun knows no roll-back journal.
 */
const hardlyBegun = (path: string): boolean => existsSync(`${path}-journal`) && statSync(path).size <= ONE_PAGE;

/** Codes: store-damaged, store-cannot-open, store-missing, store-not-yet, store-full. A file that can be read but not trusted opens with `readOnly`. */
export function openChecked(request: OpenRequest): Result<Opened> {
  try {
    const begun = existsSync(request.path) && statSync(request.path).size > 0 && !hardlyBegun(request.path);
    if (begun) return openExisting(request);
    // A log without its file: SQLite would throw it away, and with it what was recorded last.
    const bereft = !existsSync(request.path) && existsSync(`${request.path}-wal`);
    return bereft ? MISSING : openNew(request);
  } catch (error) {
    return openingFailure(error);
  }
}

function openingFailure(error: unknown): { readonly ok: false; readonly error: Failure } {
  const fault = faultOf(error);
  if (fault === 'full') return fail('store-full', '磁盘空间不足，账本没有打开。已有的记录没有改动。请腾出空间后重新打开先审。');
  if (fault === 'busy')
    return fail('store-busy', '账本正被其他程序占用，没有打开。已有的记录没有改动。请关闭该程序后重新打开先审。');
  if (fault === 'broken') return error instanceof Sqlite.SqliteError && UNREACHABLE.test(error.code) ? CANNOT_OPEN : DAMAGED;
  if (error instanceof Error && 'code' in error) return CANNOT_OPEN;
  throw error;
}
