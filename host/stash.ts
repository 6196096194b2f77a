import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, writeDurably } from '../db/durable-file.ts';
import { fail, ok } from '../review/model/index.ts';
import type { Stash } from '../review/ports.ts';
import { randomBytes, seal, sha256Hex, unseal } from './crypto.ts';

const UNWRITTEN = fail('stash-unwritten', '没有办完的填写没有存下来：数据文件夹写不进去。已登记的都在。请检查磁盘空间和权限。');
const NONCE = 12;

/** One sealed file a person in a private folder (AES-256-GCM); the name of the file says nothing of whose it is. */
export function stashIn(folder: string): Stash {
  const bound = (person: string): Uint8Array => Buffer.from(`xianshen stash v1 ${person}`, 'utf8');
  const fileOf = (person: string): string => join(folder, `${sha256Hex(bound(person)).slice(0, 32)}.sealed`);
  return {
    read(person, key) {
      const path = fileOf(person);
      if (!existsSync(path)) return undefined;
      const sealed = new Uint8Array(readFileSync(path));
      const plain = unseal(key, sealed.subarray(0, NONCE), sealed.subarray(NONCE), bound(person));
      return plain && Buffer.from(plain).toString('utf8');
    },
    write(person, key, text) {
      try {
        if (text === undefined) rmSync(fileOf(person), { force: true });
        else {
          makePrivateFolder(folder);
          const nonce = randomBytes(NONCE);
          writeDurably(fileOf(person), Buffer.concat([nonce, seal(key, nonce, Buffer.from(text, 'utf8'), bound(person))]));
        }
        return ok(null);
      } catch (error) {
        if (error instanceof Error && 'code' in error) return UNWRITTEN;
        throw error;
      }
    },
  };
}
