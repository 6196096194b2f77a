/** What this machine can say about itself (signoff-design 10.7). Nothing here changes anything but a scratch file. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { CheckItem } from '../review/model/index.ts';
import { failedAlgorithms } from './crypto-self-test.ts';

const GIGABYTE = 1024 ** 3;
const LEAST_FREE = 2 * GIGABYTE;
/** A disk that needs longer for one durable write makes every signature feel stuck. */
const SLOW_FSYNC_MS = 100;

const item = (id: string, name: string, state: CheckItem['state'], detail: string): CheckItem => ({ id, name, state, detail });

/** Space where the journal lies. */
export function spaceItem(folder: string): CheckItem {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const text = `剩余 ${(free / GIGABYTE).toFixed(1)} GB`;
  return free < LEAST_FREE
    ? item('space', '磁盘空间', 'attention', `${text}，不足 2 GB。请清理磁盘，空间用尽时不能签批。`)
    : item('space', '磁盘空间', 'good', text);
}

/** Median time of five durable writes of a small scratch file beside the journal. */
export function fsyncItem(folder: string): CheckItem {
  const path = join(folder, 'fsync-test.tmp');
  const times: number[] = [];
  const handle = openSync(path, 'w', 0o600);
  try {
    for (let i = 0; i < 5; i += 1) {
      const started = performance.now();
      writeSync(handle, `${i}`);
      fsyncSync(handle);
      times.push(performance.now() - started);
    }
  } finally {
    closeSync(handle);
    rmSync(path, { force: true });
  }
  const median = times.toSorted((a, b) => a - b)[2] ?? 0;
  const text = `写入磁盘一次约 ${median.toFixed(1)} 毫秒`;
  return median > SLOW_FSYNC_MS
    ? item('fsync', '磁盘写入', 'attention', `${text}，偏慢。签批时会感到停顿，请检查磁盘健康。`)
    : item('fsync', '磁盘写入', 'good', text);
}

/** Linux says whether a block device is encrypted; other systems are for a person to look at. */
export function encryptionItem(folder: string): CheckItem {
  const name = '磁盘加密';
  if (process.platform !== 'linux') {
    return item('encryption', name, 'unknown', '本系统不能自动判断。请在系统设置中确认数据所在磁盘已启用加密（如 BitLocker）。');
  }
  const { dev } = statSync(folder);
  const device = `/sys/dev/block/${(dev >>> 8) & 0xfff}:${(dev & 0xff) | ((dev >>> 12) & 0xfff00)}`;
  if (!existsSync(device)) return item('encryption', name, 'unknown', '不能自动判断。请向系统管理员确认数据所在磁盘已加密。');
  const uuid = join(realpathSync(device), 'dm', 'uuid');
  const encrypted = existsSync(uuid) && readFileSync(uuid, 'latin1').startsWith('CRYPT-');
  return encrypted
    ? item('encryption', name, 'good', `数据在加密卷 ${basename(realpathSync(device))} 上`)
    : item('encryption', name, 'attention', '数据所在磁盘没有加密。磁盘遗失时内容可能泄露，请系统管理员启用整盘加密。');
}

/** Journals that a restore put aside, damaged or set back: evidence, and the only place where what was lost may still be read. */
export function putAsideItems(folder: string): readonly CheckItem[] {
  const aside = join(folder, 'quarantine');
  const names = existsSync(aside) ? readdirSync(aside).filter((name) => /^\d{14}$/.test(name)) : [];
  if (names.length === 0) return [];
  const bytes = names.flatMap((name) => readdirSync(join(aside, name)).map((file) => statSync(join(aside, name, file)).size));
  const size = `${(bytes.reduce((sum, one) => sum + one, 0) / 1024 ** 2).toFixed(1)} MB`;
  const shown = names.sort().map((name) => name.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)\d\d$/, '$1-$2-$3 $4:$5'));
  const detail = `恢复账本时隔离了${names.length}份原来的账本（${shown.join('、')}），共${size}，在数据文件夹的 quarantine 里。里面可能有恢复中丢失的记录，也是查明原因的证据；保密办核对完之前不要删除。`;
  return [item('put-aside', '隔离的账本', 'attention', detail)];
}

export function keyStoreItem(fromSystem: boolean): CheckItem {
  return fromSystem
    ? item('keys', '密钥保护', 'good', '本机密钥由操作系统的密钥库保护')
    : item('keys', '密钥保护', 'attention', '操作系统没有可用的密钥库，本机密钥只靠文件权限和口令保护。请使用较长的口令。');
}

export async function algorithmItem(): Promise<CheckItem> {
  const failed = await failedAlgorithms();
  return failed.length === 0
    ? item('crypto', '密码算法', 'good', '已知答案自检全部通过')
    : item('crypto', '密码算法', 'attention', `自检没有通过：${failed.join('、')}。签名不可信，请重新安装先审。`);
}
