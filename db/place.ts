/** Where a store may lie (signoff-design 4.1): a fixed local disk. WAL and fsync promise nothing anywhere else. */
import { existsSync, readFileSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** f_type of statfs(2). */
const REFUSED_TYPES: ReadonlyMap<number, string> = new Map([
  [0x6969, '网络文件夹（NFS）'],
  [0x517b, '网络文件夹（SMB）'],
  [0xff534d42, '网络文件夹（CIFS）'],
  [0xfe534d42, '网络文件夹（SMB）'],
  [0x564c, '网络文件夹（NCP）'],
  [0x5346414f, '网络文件夹（AFS）'],
  [0x73757245, '网络文件夹（Coda）'],
  [0x00c36400, '网络存储（Ceph）'],
  [0x0bd00bd0, '网络存储（Lustre）'],
  [0x47504653, '网络存储（GPFS）'],
  [0x01021997, '共享文件夹（9P）'],
  [0x786f4256, '虚拟机共享文件夹'],
  [0x65735546, '用户态文件系统（FUSE）'],
]);

const ADVICE = '这里不能保证记录写得牢，先审不在这里建账本。请把数据文件夹放在本机的固定硬盘上。';

/** Chinese name of a file system type that is refused; undefined for all others. */
export const refusedFileSystem = (type: number): string | undefined => REFUSED_TYPES.get(type >>> 0);

/** \\server\share and \\?\UNC\server\share, with either kind of slash. */
export const isNetworkPath = (path: string): boolean => /^[\\/]{2}(?![?.][\\/](?!UNC[\\/]))/i.test(path);

/** Linux says for each block device whether it can be taken out; a partition's answer stands with its disk. */
function isRemovable(folder: string): boolean {
  const { dev } = statSync(folder);
  const major = ((dev >>> 8) & 0xfff).toString();
  const minor = ((dev & 0xff) | ((dev >>> 12) & 0xfff00)).toString();
  const device = `/sys/dev/block/${major}:${minor}`;
  if (!existsSync(device)) return false;
  const real = realpathSync(device);
  return [`${real}/removable`, `${dirname(real)}/removable`].some(
    (path) => existsSync(path) && readFileSync(path, 'latin1').trim() === '1',
  );
}

/** Why a store may not lie in this (existing) folder, as a Chinese sentence; undefined when it may. */
export function placeProblem(folder: string): string | undefined {
  if (process.platform === 'win32') return isNetworkPath(folder) ? `数据文件夹在网络位置上。${ADVICE}` : undefined;
  const refused = refusedFileSystem(statfsSync(folder).type);
  if (refused) return `数据文件夹在${refused}上。${ADVICE}`;
  if (process.platform === 'linux' && isRemovable(folder)) return `数据文件夹在可移动磁盘上。${ADVICE}`;
  return undefined;
}
