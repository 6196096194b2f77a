import { readFileSync } from 'node:fs';

/** Resident memory of another process in bytes; undefined where the system does not say (then the heap limit alone holds). */
export function residentMemory(pid: number | undefined): number | undefined {
  if (pid === undefined || process.platform !== 'linux') return undefined;
  try {
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kib === undefined ? undefined : Number(kib) * 1024;
  } catch (error) {
    // It ended between two looks.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
