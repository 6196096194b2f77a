import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, drill, namesIn } from '../db/drill.ts';
import { writeDurably } from '../db/durable-file.ts';
import type { JournalStore } from '../db/store.ts';
import { type BackupCopy, fail, ok, type Result } from '../review/model/index.ts';
import type { Upkeep } from '../review/ports.ts';
import { blobCipher } from './blob-cipher.ts';
import { crypto } from './crypto.ts';
import { algorithmItem, encryptionItem, fsyncItem, keyStoreItem, putAsideItems, spaceItem } from './self-check.ts';

export interface UpkeepOptions {
  readonly folder: string;
  /** Whether the operating system's key store wraps the device secret. */
  readonly systemKeyStore: boolean;
}

const settingsPath = (folder: string): string => join(folder, 'backup-place.json');

/** Folder of the second copy, chosen by a person; undefined until then, or when the setting cannot be read. */
export function secondPlaceOf(folder: string): string | undefined {
  const path = settingsPath(folder);
  if (!existsSync(path)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const place = typeof value === 'object' && value !== null && 'folder' in value ? value.folder : undefined;
    return typeof place === 'string' && place !== '' ? place : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const ownBackups = (folder: string): string => join(folder, 'backups');

/** All places of copies that can be reached now: a stick that is not in must not fail the copy on the disk. */
export const backupPlaces = (folder: string): readonly string[] => {
  const second = secondPlaceOf(folder);
  return [ownBackups(folder), ...(second !== undefined && existsSync(second) ? [join(second, '先审备份')] : [])];
};

/** Copies, self-check and the place of the second copy, for one data folder. */
export function upkeepOf({ folder, systemKeyStore }: UpkeepOptions, store: JournalStore): Upkeep {
  const copiesIn = (place: BackupCopy['place'], backups: string): BackupCopy[] =>
    namesIn(backups).map((name) => ({ place, day: dayOf(name), bytes: statSync(join(backups, name)).size }));
  return {
    async inspect() {
      return [
        encryptionItem(folder),
        keyStoreItem(systemKeyStore),
        await algorithmItem(),
        spaceItem(folder),
        // A disk that cannot be written is told by the store itself.
        ...(store.readOnly === undefined ? [fsyncItem(folder)] : []),
        ...putAsideItems(folder),
      ];
    },
    copies() {
      const second = secondPlaceOf(folder);
      return [
        ...copiesIn('own', ownBackups(folder)),
        ...(second === undefined ? [] : copiesIn('second', join(second, '先审备份'))),
      ];
    },
    secondPlace: () => secondPlaceOf(folder),
    setSecondPlace(place): Result<null> {
      if (!existsSync(place) || !statSync(place).isDirectory()) {
        return fail('place-missing', '没有这个文件夹，备份位置没有改。请重新选择。');
      }
      if (join(place).startsWith(join(folder)))
        return fail('place-inside', '第二处备份不能放在先审自己的数据文件夹里，请选另一块磁盘或移动介质。');
      writeDurably(settingsPath(folder), JSON.stringify({ folder: place }));
      return ok(null);
    },
    sameDisk() {
      const second = secondPlaceOf(folder);
      return second !== undefined && existsSync(second) && statSync(second).dev === statSync(folder).dev;
    },
    backUp() {
      const made = store.backup();
      return made.ok ? ok(made.data.length) : made;
    },
    drill: () => drill(ownBackups(folder), { cipher: blobCipher, crypto }),
    rewriteCopies: () => store.rewriteCopies(),
  };
}
