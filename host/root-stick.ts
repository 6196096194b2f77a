/** The unit root key as a file for a stick: opened on any machine by its passphrase, hence a long one. Its form is that of a key file. */
import { fail, ok, type Result } from '../review/model/index.ts';
import type { Signer } from '../review/ports.ts';
import type { ScryptCost } from './crypto.ts';
import { openWithPin, parseKeyFile, sealWithPin } from './key-file.ts';

/** There is no count of failures on a stick: only length keeps guessing out (signoff-design 2.3). */
export const PASSPHRASE_MINIMUM = 10;

/** Stands where a person's key has the device secret; public, it only keeps the two kinds of file apart. */
const ANY_MACHINE = Buffer.from('xianshen unit root key on a stick', 'utf8');

/** Zeroes the seed. */
export async function sealForStick(seed: Uint8Array, passphrase: string, cost: ScryptCost): Promise<string> {
  const file = await sealWithPin(seed, passphrase, ANY_MACHINE, cost);
  seed.fill(0);
  return JSON.stringify(file);
}

/** Codes: root-file (not such a file), root-passphrase. */
export async function openStick(text: string, passphrase: string): Promise<Result<Signer>> {
  const file = parseKeyFile(text);
  if (!file?.kdf) return fail('root-file', '这不是单位根密钥文件，没有办理。请选择存在U盘上的根密钥文件。');
  const opened = await openWithPin(file, passphrase, ANY_MACHINE);
  if (!opened) return fail('root-passphrase', '根密钥的口令不对，或文件被改动过，没有办理。请核对后重新输入。');
  opened.seed.fill(0);
  return ok(opened.signer);
}
