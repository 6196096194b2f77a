import { useSyncExternalStore } from 'react';
import type { Progress } from '../../review/contract.ts';

const latest = new Map<string, Progress>();
const watchers = new Set<() => void>();
let started = false;

function watch(watcher: () => void): () => void {
  if (!started) {
    started = true;
    window.xianshen.onProgress((progress) => {
      latest.set(progress.job, progress);
      for (const tell of watchers) tell();
    });
  }
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Last progress of a job; undefined before the first report. */
export function useProgress(job: string | undefined): Progress | undefined {
  return useSyncExternalStore(watch, () => (job === undefined ? undefined : latest.get(job)));
}

export const newJob = (): string => crypto.randomUUID();
export const forgetJob = (job: string): boolean => latest.delete(job);
