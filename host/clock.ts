import { readFileSync } from 'node:fs';
import type { Clock, Moment } from '../review/ports.ts';
import { randomBytes, sha256Hex } from './crypto.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** 2026-11-21T09:00:00+08:00 for a date, in the zone of this workstation. */
export function localTime(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.trunc(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}${zone}`;
}

/**
 * Id of this start of the machine, 16 hex characters. Where the system gives none (Windows) it is one of this start of the
 * program: readings of the monotonic clock are then compared within one run only, which never raises a false drift flag.
 */
function bootId(): string {
  if (process.platform === 'linux') {
    try {
      return sha256Hex(readFileSync('/proc/sys/kernel/random/boot_id')).slice(0, 16);
    } catch (error) {
      // Hardened containers hide /proc/sys; the id of the run below serves.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
  return Buffer.from(randomBytes(8)).toString('hex');
}

/** The workstation's clock: wall time as a claim, and the clock that never goes back, in whole milliseconds. */
export function systemClock(): Clock {
  const boot = bootId();
  return {
    now: (): Moment => ({ at: localTime(new Date()), boot, mono: Number(process.hrtime.bigint() / 1_000_000n) }),
  };
}
