/**
 * 32 random bytes that stay on this machine: a key file carried away is useless without them, even with the right PIN. Kept in a
 * file of its own (0600) unless the host offers the operating system's key store (Electron safeStorage).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, writeDurably } from '../db/durable-file.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import { randomBytes } from './crypto.ts';

/** Wraps the secret with something only this machine's user has. */
export interface SecretWrap {
  wrap(secret: Uint8Array): Uint8Array;
  unwrap(wrapped: Uint8Array): Uint8Array | undefined;
}
/** No key store: the file holds the secret as it is, protected by its mode. */
export const fileOnly: SecretWrap = { wrap: (secret) => secret, unwrap: (wrapped) => wrapped };

/** Reads the secret, or makes it when `mayCreate`. Codes: device-secret-damaged, device-secret-missing. */
export function deviceSecretIn(folder: string, mayCreate: boolean, wrap: SecretWrap = fileOnly): Result<Uint8Array> {
  const path = join(folder, 'device.secret');
  if (!existsSync(path)) {
    if (!mayCreate) {
      const message =
        '本机密钥文件不在原处，无法使用签名口令。已有的审查记录没有改动。请联系安全保密管理员从本机备份恢复密钥文件夹。';
      return fail('device-secret-missing', message);
    }
    makePrivateFolder(folder);
    const secret = randomBytes(32);
    writeDurably(path, wrap.wrap(secret));
    return ok(secret);
  }
  const secret = wrap.unwrap(new Uint8Array(readFileSync(path)));
  if (secret?.length === 32) return ok(secret);
  return fail(
    'device-secret-damaged',
    '本机密钥文件已损坏或不属于本机，无法使用签名口令。已有的审查记录没有改动。请联系安全保密管理员。',
  );
}
