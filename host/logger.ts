import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '../db/durable-file.ts';
import { localTime } from './clock.ts';

/** All a log line may hold (signoff-design 10.6). There is no field for text, so no text can get in. */
export interface LogLine {
  /** Stable code of what happened: ok, store-full, started … */
  readonly code: string;
  /** Name of the call it happened in. */
  readonly call?: string;
  readonly ms?: number;
}
export interface Logger {
  write(line: LogLine): void;
}

const WORD = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;
const LARGEST = 1024 * 1024;
const word = (value: string): string => (WORD.test(value) ? value : 'other');

/** JSON lines in `xianshen.log` of a folder; one older file is kept. A log that cannot be written never stops the work. */
export function openLogger(folder: string): Logger {
  const path = join(folder, 'xianshen.log');
  return {
    write({ code, call, ms }) {
      const line = {
        at: localTime(new Date()),
        code: word(code),
        ...(call !== undefined && { call: word(call) }),
        ...(ms !== undefined && { ms: Math.round(ms) }),
      };
      try {
        makePrivateFolder(folder);
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(path, `${path}.1`);
        appendFileSync(path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
      }
    },
  };
}
