import { NEVER_A_DRAFT } from '../../review/model/index.ts';

/** False for what lies in folders without being a draft. */
export const isDraft = (file: File): boolean =>
  ![file.name, ...file.webkitRelativePath.split('/')].some((name) => NEVER_A_DRAFT.test(name));

/** Files of a folder in the order of their names, as the file manager shows them; chosen one by one they stay as chosen. */
export const byFolder = (one: File, other: File): number =>
  one.webkitRelativePath.localeCompare(other.webkitRelativePath, 'zh-CN', { numeric: true });

/** All files of a drop, those inside folders included. Folders are only known while the drop is being handled: call at once. */
export async function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const plain = [...data.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found: File[] = [];
  for (const entry of entries) if (entry) found.push(...(await filesOf(entry)));
  return found;
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (NEVER_A_DRAFT.test(entry.name)) return [];
  if (entry instanceof FileSystemFileEntry)
    return new Promise((resolve) =>
      entry.file(
        (file) => resolve([file]),
        // A file that went away since has nothing to hand in; the others go on.
        () => resolve([]),
      ),
    );
  return entry instanceof FileSystemDirectoryEntry ? inside(entry) : [];
}

async function inside(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const reader = folder.createReader();
  const found: File[] = [];
  // A reader hands out its entries a hundred at a time, and none when it is through.
  for (let part = await entriesOf(reader); part.length > 0; part = await entriesOf(reader))
    for (const entry of part) found.push(...(await filesOf(entry)));
  return found;
}

const entriesOf = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
