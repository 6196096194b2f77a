import { join } from 'node:path';
import { lockOrReason, openStore, prepareStoreFolder } from '../db/open.ts';
import type { JournalStore } from '../db/store.ts';
import type { WriterLock } from '../db/writer-lock.ts';
import { cleanCopier, exporters, pagePictures } from '../exports/index.ts';
import packageFile from '../package.json' with { type: 'json' };
import type { Desk } from '../review/contract.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { Clock, Ports, Reader } from '../review/ports.ts';
import { createDesk, type ReviewDesk } from '../review/usecases/index.ts';
import { QUIET_CALLS } from '../review/workflow/permissions.ts';
import { background } from './background.ts';
import { blobCipher } from './blob-cipher.ts';
import { drawingCleanCopier } from './clean-copier.ts';
import { systemClock } from './clock.ts';
import { crypto, type ScryptCost } from './crypto.ts';
import { failedAlgorithms } from './crypto-self-test.ts';
import type { SecretWrap } from './device-secret.ts';
import { nodeForkParser } from './fork-parser.ts';
import { type IncomingParts, incomingFiles } from './incoming.ts';
import { openKeyRing } from './keyring.ts';
import { type Logger, openLogger } from './logger.ts';
import { officeLists } from './office-lists.ts';
import type { DrawPages } from './page-drawing.ts';
import { parcels } from './parcels.ts';
import type { ForkParser } from './parser-protocol.ts';
import { PIN_MINIMUM, PIN_MINIMUM_WITHOUT_STORE } from './pin.ts';
import { systemRandom } from './random.ts';
import { createReader } from './reader.ts';
import { officeRules } from './rule-packs.ts';
import { sampleFile } from './sample-file.ts';
import { createScanner, type ProgramScanner } from './scanner.ts';
import { stashIn } from './stash.ts';
import { backupPlaces, upkeepOf } from './upkeep.ts';
import { verifierPage } from './verifier-page.ts';

export interface DeskOptions {
  /** Folder of journal, keys, backups and logs, on a local fixed disk; made when it is not there. */
  readonly folder: string;
  /** Second folder, best on another disk; defaults to a sibling of `folder`. */
  readonly anchorFolder?: string;
  readonly backupFolders?: readonly string[];
  /** Folders of the office's own rule packs. */
  readonly packs?: readonly string[];
  /** Electron forks its own kind of process. */
  readonly forkParser?: ForkParser;
  /** Draws pages of PDF files, where the host has a browser engine for it. */
  readonly drawPages?: DrawPages;
  /** The operating system's key store, where the host has one. */
  readonly secretWrap?: SecretWrap;
  /** Reads drafts instead of a parser process for each; benches fill large stores with plain text. */
  readonly reader?: Reader;
  /** Cost of new key files; tests lower it. */
  readonly scryptCost?: ScryptCost;
}

export interface DeskHandle extends Desk {
  /** Judges the cases before anybody asks for them, beside other calls: for a host that will show them all. Never rejects. */
  judgeAhead(): Promise<void>;
  /** Verified copies in all backup folders. */
  backup(): Result<null>;
  /** Backs up what is new and closes; the answer says whether the backup worked. Calls after it fail. */
  close(): Promise<Result<null>>;
}

const CRYPTO_BROKEN =
  '本机的密码算法自检没有通过，签名和核对都不可信。现在只能查看，不能办理。已有的记录没有改动。请重新安装先审，仍不行请联系系统管理员。';
const CLOSED = fail('desk-closed', '先审正在关闭，这一步没有记录，之前的记录都在。请重新打开先审后再办理。');
/** After so long without a call the write-ahead log is folded into the file. */
const IDLE_MS = 30_000;

/**
 * Puts the program together on a folder: lock, algorithms, keys, journal, rules, reader, exports, use cases. Fails only when
 * nothing could be shown; a journal that may not be written says why in app.status. Codes: program-incomplete, and those of
 * `openStore` and `openKeyRing`.
 */
export async function openDesk(options: DeskOptions): Promise<Result<DeskHandle>> {
  const prepared = prepareStoreFolder(options.folder);
  if (!prepared.ok) return prepared;
  const logger = openLogger(join(options.folder, 'logs'));
  const failed = await failedAlgorithms();
  for (const name of failed) logger.write({ code: `self-test-${name}` });
  const lock = failed.length > 0 ? CRYPTO_BROKEN : lockOrReason(options.folder);
  const parts = openParts(options, lock);
  if (!parts.ok) {
    if (typeof lock !== 'string') lock.release();
    logger.write({ code: parts.error.code, call: 'open' });
    return parts;
  }
  const { ports, store, end } = parts.data;
  const desk = createDesk(ports, { report: (call, code) => logger.write({ code: `thrown-${code}`, call }) });
  const verified = desk.verifyOnStart();
  logger.write({ code: verified.ok ? 'started' : verified.error.code, call: 'open' });
  return ok(handle(desk, store, ports.clock, logger, end));
}

function openParts(
  options: DeskOptions,
  lock: WriterLock | string,
): Result<{ readonly ports: Ports; readonly store: JournalStore; readonly end: () => void }> {
  const keys = openKeyRing({
    folder: join(options.folder, 'keys'),
    deviceFolder: join(options.folder, 'device'),
    mayCreate: typeof lock !== 'string',
    pinMinimum: options.secretWrap ? PIN_MINIMUM : PIN_MINIMUM_WITHOUT_STORE,
    ...(options.secretWrap && { wrap: options.secretWrap }),
    ...(options.scryptCost && { cost: options.scryptCost }),
  });
  if (!keys.ok) return keys;
  const clock = systemClock();
  const scanner = programScanner(options.packs, clock);
  if (!scanner.ok) return scanner;
  const rules = officeRules(scanner.data, { today: () => clock.now().at.slice(0, 10) });
  const reader = options.reader ?? createReader(options.forkParser && { forkParser: options.forkParser });
  const store = openStore({
    folder: options.folder,
    anchorFolder: options.anchorFolder ?? `${options.folder}-anchor`,
    ws: `ws-${keys.data.workstation().key.slice(0, 12)}`,
    crypto,
    signer: keys.data.workstation(),
    cipher: blobCipher,
    clock,
    lock,
    backupFolders: options.backupFolders ?? (() => backupPlaces(options.folder)),
  });
  if (!store.ok) return store;
  const incoming: IncomingParts = incomingFiles(join(options.folder, 'watched'), ownFolders(options));
  const end = (): void => {
    incoming.close();
    rules.close();
  };
  const ports: Ports = {
    clock,
    random: systemRandom,
    crypto,
    background,
    keys: keys.data,
    store: store.data,
    reader,
    scanner: rules.scanner,
    rulePacks: rules.rulePacks,
    lists: officeLists(reader, scanner.data),
    cleanCopier: options.drawPages
      ? drawingCleanCopier(cleanCopier, { drawPages: options.drawPages, forkParser: options.forkParser ?? nodeForkParser() })
      : cleanCopier,
    pagePictures,
    parcels,
    incoming,
    stash: stashIn(join(options.folder, 'stash')),
    exporters,
    sample: sampleFile,
    upkeep: upkeepOf({ folder: options.folder, systemKeyStore: options.secretWrap !== undefined }, store.data),
    verifierPage,
    version: packageFile.version,
  };
  return ok({ ports, store: store.data, end });
}

const ownFolders = ({ folder, anchorFolder }: DeskOptions): readonly string[] => [folder, anchorFolder ?? `${folder}-anchor`];

/** Before the journal is opened: a program without its own rules must not hold the lock. */
function programScanner(packs: readonly string[] | undefined, clock: Clock): Result<ProgramScanner> {
  const today = (): string => clock.now().at.slice(0, 10);
  try {
    return ok(createScanner({ today, ...(packs && { packs }) }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail('program-incomplete', '先审的程序文件不完整，没有启动。已有的记录没有改动。请重新安装先审。');
  }
}

function handle(desk: ReviewDesk, store: JournalStore, clock: Clock, logger: Logger, end: () => void): DeskHandle {
  let idle: NodeJS.Timeout | undefined;
  let closed = false;
  let backedUpOn = '';
  const rest = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (!store.tidy()) logger.write({ code: 'not-folded', call: 'tidy' });
    }, IDLE_MS);
    idle.unref();
  };
  const backup = (): Result<null> => {
    const made = store.backup();
    logger.write({ code: made.ok ? 'ok' : made.error.code, call: 'backup' });
    return made.ok ? ok(null) : made;
  };
  /** Signoff-design 4.6: after each day's first release, not only at the end of the day. */
  const afterRelease = (): void => {
    const today = clock.now().at.slice(0, 10);
    if (backedUpOn !== today && backup().ok) backedUpOn = today;
  };
  return {
    async call(name, input) {
      if (closed) return CLOSED;
      const started = performance.now();
      const result = await desk.call(name, input);
      const ms = performance.now() - started;
      if (!result.ok || !QUIET_CALLS.has(name)) logger.write({ code: result.ok ? 'ok' : result.error.code, call: name, ms });
      if (name === 'release.register' && result.ok) afterRelease();
      if (!closed) rest();
      return result;
    },
    onProgress: (listener) => desk.onProgress(listener),
    judgeAhead: () => desk.judgeAhead(),
    backup,
    async close() {
      if (closed) return ok(null);
      closed = true;
      clearTimeout(idle);
      end();
      const mark = desk.checkpointAtClose();
      if (!mark.ok) logger.write({ code: mark.error.code, call: 'close' });
      const done = store.close();
      logger.write({ code: done.ok ? 'closed' : done.error.code, call: 'close' });
      return done;
    },
  };
}
