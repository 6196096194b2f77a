/**
 * What is left of a batch when the program is closed or dies: which files went how, by a digest of path, size and time of change.
 * No name and no word of a draft; the files themselves must be given again, and the backend knows registered bytes by their digest.
 */
export const FINAL = ['imported', 'duplicate', 'marked'] as const;
export type FinalOutcome = (typeof FINAL)[number];

export interface KeptBatch {
  /** Id of the person who handed the files in: nobody else is told of them. */
  readonly person: string;
  readonly total: number;
  /** Digest of the file → how it went; those that could not be read are tried again. */
  readonly done: Readonly<Record<string, FinalOutcome>>;
}

const PLACE = 'xianshen-batch';
const MOST = 5_000;

/** Small batches are not worth asking about: giving the files again costs nothing. */
export const BATCH_FROM = 10;

export function keptBatch(person: string): KeptBatch | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PLACE) ?? 'null');
    return isKept(value) && value.person === person ? value : undefined;
  } catch {
    return undefined;
  }
}

const isKept = (value: unknown): value is KeptBatch =>
  typeof value === 'object' &&
  value !== null &&
  'person' in value &&
  'total' in value &&
  typeof value.total === 'number' &&
  'done' in value &&
  typeof value.done === 'object' &&
  value.done !== null;

/** Best effort: without room for it a resumed batch only finds out by itself what is registered already. */
export function keepBatch(batch: KeptBatch): void {
  if (Object.keys(batch.done).length > MOST) return;
  try {
    localStorage.setItem(PLACE, JSON.stringify(batch));
  } catch {
    localStorage.removeItem(PLACE);
  }
}

export const forgetBatch = (): void => localStorage.removeItem(PLACE);

/** Stands for a file without naming it. */
export async function fileKey(file: File): Promise<string> {
  const told = `${file.webkitRelativePath || file.name}\n${file.size}\n${file.lastModified}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(told));
  return [...new Uint8Array(digest).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
