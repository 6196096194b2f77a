import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, syncFolder, writeDurably } from '../db/durable-file.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { KeyRing, Signer } from '../review/ports.ts';
import { randomBytes, type ScryptCost, signerFromSeed } from './crypto.ts';
import { deviceSecretIn, type SecretWrap } from './device-secret.ts';
import {
  belongsToDevice,
  type KeyFile,
  keyIdOfFile,
  type OpenedKey,
  openForDevice,
  openWithPin,
  parseKeyFile,
  sealForDevice,
  sealWithPin,
} from './key-file.ts';
import { PIN_MINIMUM, pinProblem } from './pin.ts';
import { pinTriesIn, TRIES } from './pin-tries.ts';
import { openStick, PASSPHRASE_MINIMUM, sealForStick } from './root-stick.ts';

/** 0.5 to 0.6 s and 128 MiB on a two-core machine (signoff-design 2.3). */
export const SCRYPT_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

export interface KeyRingOptions {
  /** Folder of the key files (0700). */
  readonly folder: string;
  /** Folder of the device secret; another one than `folder`, so that copying the keys does not copy it. */
  readonly deviceFolder: string;
  /** False in a second, reading instance: nothing is created. */
  readonly mayCreate: boolean;
  readonly wrap?: SecretWrap;
  /** Tests lower it; existing files keep the cost they were made with. */
  readonly cost?: ScryptCost;
  readonly pinMinimum?: number;
}

const PIN_WRONG = (left: number): string =>
  left > 0
    ? `口令不对，本次操作没有进行。还可以再试 ${left} 次，之后这把签名密钥将被锁定。`
    : '口令不对，已连续 10 次输错，这把签名密钥已被锁定。已有的签名仍然有效。请找安全保密管理员重新登记密钥。';
const LOCKED = '这把签名密钥因连续 10 次输错口令已被锁定，本次操作没有进行。已有的签名仍然有效。请找安全保密管理员重新登记密钥。';
const MISSING = '本机没有这位人员的签名密钥，本次操作没有进行。请在登记密钥的工作站上签名，或找安全保密管理员登记。';
const DAMAGED = '签名密钥文件已损坏，本次操作没有进行。已有的签名仍然有效。请找安全保密管理员重新登记密钥。';
const ROOT_AWAY = '单位根密钥不在本机，没有导出。请用保存在U盘上的根密钥文件。';
const FOREIGN = '签名密钥文件来自另一台机器，在本机不能使用，本次操作没有进行。请找安全保密管理员在本机重新登记密钥。';

/** Answers for errors of the file system; every other error is a mistake of the program and goes on. */
function fileTrouble(error: unknown): Result<never> {
  if (!(error instanceof Error && 'code' in error)) throw error;
  return fail(
    'key-write-failed',
    '密钥文件夹不能读写，本次操作没有进行。请检查磁盘空间和文件夹权限后重试。已有的密钥和审查记录没有改动。',
  );
}

/** The key files of one workstation. */
class FolderKeyRing implements KeyRing {
  readonly #folder: string;
  readonly #secret: Uint8Array;
  readonly #cost: ScryptCost;
  readonly pinMinimum: number;
  readonly #workstation: Signer;
  #root: Signer | undefined;
  /** One PIN check at a time: two at once would both read the same count of failures. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: KeyRingOptions, secret: Uint8Array, workstation: Signer, root: Signer | undefined) {
    this.#folder = options.folder;
    this.#secret = secret;
    this.#cost = options.cost ?? SCRYPT_COST;
    this.pinMinimum = options.pinMinimum ?? PIN_MINIMUM;
    this.#workstation = workstation;
    this.#root = root;
  }

  async create(pin: string): Promise<Result<{ readonly key: string; readonly publicKey: Uint8Array }>> {
    const problem = pinProblem(pin, this.pinMinimum);
    if (problem) return fail('pin-weak', problem);
    const seed = randomBytes(32);
    const file = await sealWithPin(seed, pin, this.#secret, this.#cost);
    const { key, publicKey } = signerFromSeed(seed);
    seed.fill(0);
    try {
      pinTriesIn(this.#path(key, 'tries')).set(0);
      writeDurably(this.#path(key, 'key'), JSON.stringify(file));
    } catch (error) {
      return fileTrouble(error);
    }
    return ok({ key, publicKey });
  }

  async unlock(key: string, pin: string): Promise<Result<Signer>> {
    const opened = await this.#inTurn(() => this.#check(key, pin));
    if (!opened.ok) return opened;
    opened.data.seed.fill(0);
    return ok(opened.data.signer);
  }

  async changePin(key: string, pin: string, newPin: string): Promise<Result<Signer>> {
    const problem = newPin === pin ? '新口令与原口令相同，请换一个。' : pinProblem(newPin, this.pinMinimum);
    if (problem) return fail('pin-weak', problem);
    return this.#inTurn(async () => {
      const opened = await this.#check(key, pin);
      if (!opened.ok) return opened;
      const { seed, signer } = opened.data;
      const file = await sealWithPin(seed, newPin, this.#secret, this.#cost);
      seed.fill(0);
      writeDurably(this.#path(key, 'key'), JSON.stringify(file));
      return ok(signer);
    });
  }

  state(key: string): 'usable' | 'locked' | 'missing' {
    if (!/^[0-9a-f]{32}$/.test(key) || !existsSync(this.#path(key, 'key'))) return 'missing';
    return pinTriesIn(this.#path(key, 'tries')).used() < TRIES ? 'usable' : 'locked';
  }

  #inTurn<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = this.#queue.then(work).catch(fileTrouble);
    this.#queue = turn;
    return turn;
  }

  workstation(): Signer {
    return this.#workstation;
  }

  root(): Signer {
    this.#root ??= makeDeviceKey(join(this.#folder, 'root.key'), this.#secret);
    return this.#root;
  }

  localRoot(): Signer | undefined {
    return this.#root;
  }

  async exportRoot(passphrase: string): Promise<Result<string>> {
    const problem = pinProblem(passphrase, PASSPHRASE_MINIMUM);
    if (problem) return fail('pin-weak', problem);
    return this.#inTurn(async () => {
      const path = join(this.#folder, 'root.key');
      const file = existsSync(path) ? parseKeyFile(readFileSync(path, 'utf8')) : undefined;
      const opened = file && openForDevice(file, this.#secret);
      return opened ? ok(await sealForStick(opened.seed, passphrase, this.#cost)) : fail('root-away', ROOT_AWAY);
    });
  }

  openRoot(text: string, passphrase: string): Promise<Result<Signer>> {
    return openStick(text, passphrase);
  }

  removeRoot(): Result<null> {
    try {
      rmSync(join(this.#folder, 'root.key'), { force: true });
      syncFolder(this.#folder);
    } catch (error) {
      return fileTrouble(error);
    }
    this.#root = undefined;
    return ok(null);
  }

  #path(key: string, kind: 'key' | 'tries'): string {
    return join(this.#folder, `${key}.${kind}`);
  }

  async #check(key: string, pin: string): Promise<Result<OpenedKey>> {
    if (!/^[0-9a-f]{32}$/.test(key) || !existsSync(this.#path(key, 'key'))) return fail('key-missing', MISSING);
    const file = parseKeyFile(readFileSync(this.#path(key, 'key'), 'utf8'));
    if (!file?.kdf || keyIdOfFile(file) !== key) return fail('key-damaged', DAMAGED);
    if (!belongsToDevice(file, this.#secret)) return fail('key-foreign', FOREIGN);
    const tries = pinTriesIn(this.#path(key, 'tries'));
    const used = tries.used() + 1;
    if (used > TRIES) return fail('key-locked', LOCKED);
    tries.set(used);
    const opened = await openWithPin(file, pin, this.#secret);
    if (!opened) return fail('pin-wrong', PIN_WRONG(TRIES - used));
    tries.set(0);
    return ok(opened);
  }
}

function makeDeviceKey(path: string, secret: Uint8Array): Signer {
  const seed = randomBytes(32);
  const file = sealForDevice(seed, secret);
  writeDurably(path, JSON.stringify(file));
  const signer = signerFromSeed(seed);
  seed.fill(0);
  return signer;
}

/** Reads a key that has no PIN; undefined when there is none yet. */
function readDeviceKey(path: string, secret: Uint8Array): Result<Signer | undefined> {
  if (!existsSync(path)) return ok(undefined);
  const file: KeyFile | undefined = parseKeyFile(readFileSync(path, 'utf8'));
  const opened = file && openForDevice(file, secret);
  opened?.seed.fill(0);
  if (opened) return ok(opened.signer);
  const foreign = file !== undefined && !belongsToDevice(file, secret);
  return foreign ? fail('key-foreign', FOREIGN) : fail('key-damaged', DAMAGED);
}

/**
 * Opens the ring of this workstation, making the device secret and the workstation key when they are not there and `mayCreate`.
 * Codes: device-secret-missing, device-secret-damaged, device-secret-closed, key-damaged, key-foreign, key-missing, key-write-failed.
 */
export function openKeyRing(options: KeyRingOptions): Result<KeyRing> {
  try {
    const path = join(options.folder, 'workstation.key');
    // With keys but without the secret that opens them, a new secret would only hide the loss.
    const mayMake = options.mayCreate && !existsSync(path);
    const secret = deviceSecretIn(options.deviceFolder, mayMake, options.mayCreate, options.wrap);
    if (!secret.ok) return secret;
    const workstation = readDeviceKey(path, secret.data);
    if (!workstation.ok) return workstation;
    const root = readDeviceKey(join(options.folder, 'root.key'), secret.data);
    if (!root.ok) return root;
    if (!workstation.data && !options.mayCreate) return fail('key-missing', MISSING);
    if (options.mayCreate) makePrivateFolder(options.folder);
    const signer = workstation.data ?? makeDeviceKey(path, secret.data);
    return ok(new FolderKeyRing(options, secret.data, signer, root.data));
  } catch (error) {
    return fileTrouble(error);
  }
}
