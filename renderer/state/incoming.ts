import { useQuery } from '@tanstack/react-query';
import type { IncomingFile, IncomingView } from '../../review/contract.ts';
import { queryClient } from './client.ts';
import { call } from './desk.ts';
import { fileFrom } from './files.ts';
import { reportError } from './messages.ts';

const KEY = ['incoming'] as const;
/** The call is quiet: it neither keeps a session alive nor is logged. */
const ASK_EVERY = 4_000;

/** What the system handed over, and what is new in the watched folder. */
export const useIncoming = (enabled: boolean) =>
  useQuery<IncomingView>({
    queryKey: KEY,
    queryFn: () => call('incoming.list', {}),
    enabled,
    refetchInterval: ASK_EVERY,
    refetchOnWindowFocus: 'always',
  });

export const askIncoming = (): Promise<void> => queryClient.invalidateQueries({ queryKey: KEY });

/** Not offered again, unless they change. */
export async function settleIncoming(files: readonly IncomingFile[]): Promise<void> {
  await call('incoming.settle', { ids: files.map(({ id }) => id) }).catch(reportError);
  await askIncoming();
}

let taking = false;

/**
 * Reads the files and gives them on as if they had been chosen. What cannot be read is told and not asked again. Nothing happens
 * while an earlier taking is under way: the next question of the window finds what is left.
 */
export async function takeIncoming(files: readonly IncomingFile[], take: (files: readonly File[]) => void): Promise<void> {
  if (taking || files.length === 0) return;
  taking = true;
  try {
    const read: File[] = [];
    for (const { id, changed } of files) {
      const file = await call('incoming.read', { id }).catch(reportError);
      if (file) read.push(fileFrom(file.name, file.base64, changed));
    }
    await settleIncoming(files);
    take(read);
  } finally {
    taking = false;
  }
}
