import type { Progress } from '../contract.ts';
import { fail } from '../model/index.ts';
import type { Jobs } from './desk-parts.ts';

/** Running jobs by the id their caller chose. */
export function jobList(): Jobs {
  const running = new Map<string, AbortController>();
  const listeners = new Set<(progress: Progress) => void>();
  return {
    async run(job, work) {
      if (running.has(job)) return fail('job-running', '这项工作正在进行，请等它结束或先取消。');
      const abort = new AbortController();
      running.set(job, abort);
      try {
        return await work({
          signal: abort.signal,
          progress(phase, ratio) {
            for (const listener of listeners) listener(ratio === undefined ? { job, phase } : { job, phase, ratio });
          },
        });
      } finally {
        running.delete(job);
      }
    },
    cancel(job) {
      running.get(job)?.abort();
    },
    onProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
