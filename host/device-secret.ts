/**
 * 32 random bytes that stay on this machine: a key file carried away is useless without them, even with the right PIN. Kept in a
 * file of its own (0600), wrapped by the operating system's key store where the host offers one (Electron safeStorage).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, writeDurably } from '../db/durable-file.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import { equalBytes, randomBytes, seal, unseal } from './crypto.ts';

/** Wraps the secret with something only this machine's user has. */
export interface SecretWrap {
  wrap(secret: Uint8Array): Uint8Array;
  unwrap(wrapped: Uint8Array): Uint8Array | undefined;
}

const LENGTH = 32;
/** Begins a wrapped file; an unwrapped one is exactly the 32 bytes. */
const MARK = Buffer.from('XSWRAP1\n', 'utf8');

/** Wraps under a 32-byte key that the operating system's key store keeps. */
export function wrapUnder(key: Uint8Array): SecretWrap {
  const bound = Buffer.from('xianshen device secret v1', 'utf8');
  return {
    wrap(secret) {
      const nonce = randomBytes(12);
      return Buffer.concat([nonce, seal(key, nonce, secret, bound)]);
    },
    unwrap: (wrapped) => unseal(key, wrapped.subarray(0, 12), wrapped.subarray(12), bound),
  };
}

const MISSING = fail(
  'device-secret-missing',
  '本机密钥文件不在原处，无法使用签名口令。已有的审查记录没有改动。请联系安全保密管理员从本机备份恢复密钥文件夹。',
);
const DAMAGED = fail(
  'device-secret-damaged',
  '本机密钥文件已损坏或不属于本机，无法使用签名口令。已有的审查记录没有改动。请联系安全保密管理员。',
);
const CLOSED = fail(
  'device-secret-closed',
  '系统密钥库打不开，无法使用签名口令。已有的审查记录没有改动。请用平时登录本机的账户登录系统、解锁系统密钥环后重新打开先审。',
);

const fileOf = (secret: Uint8Array, wrap: SecretWrap | undefined): Uint8Array =>
  wrap ? Buffer.concat([MARK, wrap.wrap(secret)]) : secret;

/**
 * Reads the secret, or makes it when `mayCreate`. A secret from before there was a key store is wrapped when it may be written.
 * Codes: device-secret-damaged, device-secret-missing, device-secret-closed (wrapped, but the key store does not open it).
 */
export function deviceSecretIn(folder: string, mayCreate: boolean, mayWrite: boolean, wrap?: SecretWrap): Result<Uint8Array> {
  const path = join(folder, 'device.secret');
  if (!existsSync(path)) {
    if (!mayCreate) return MISSING;
    makePrivateFolder(folder);
    const secret = randomBytes(LENGTH);
    writeDurably(path, fileOf(secret, wrap));
    return ok(secret);
  }
  const content = new Uint8Array(readFileSync(path));
  if (!equalBytes(content.subarray(0, MARK.length), MARK)) {
    if (content.length !== LENGTH) return DAMAGED;
    if (wrap && mayWrite) writeDurably(path, fileOf(content, wrap));
    return ok(content);
  }
  if (!wrap) return CLOSED;
  const secret = wrap.unwrap(content.subarray(MARK.length));
  return secret?.length === LENGTH ? ok(secret) : CLOSED;
}
