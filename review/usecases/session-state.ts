import type { Clock } from '../ports.ts';
import type { OpenSession, SessionState } from './desk-parts.ts';

/** The policy of a new office: minutes without a call after which the PIN is asked again (Part 11, 11.200; signoff-design 2.5). */
export const IDLE_MINUTES = 10;

/** Holds the session in memory only. Idle time runs on the clock that cannot be set back; `minutes` come from the signed policy. */
export function sessionState(clock: Clock, minutes: () => number): SessionState {
  let held: { readonly session: OpenSession; boot: string; mono: number } | undefined;
  let expired = false;
  const touch = (): void => {
    const { boot, mono } = clock.now();
    if (held) held = { ...held, boot, mono };
  };
  return {
    get idleMinutes() {
      return minutes();
    },
    current() {
      if (!held) return { expired };
      const { boot, mono } = clock.now();
      const idle = mono - held.mono;
      if (boot === held.boot && idle >= 0 && idle < minutes() * 60_000) return { session: held.session, expired: false };
      held = undefined;
      expired = true;
      return { expired };
    },
    open(session) {
      const { boot, mono } = clock.now();
      held = { session, boot, mono };
      expired = false;
    },
    close() {
      held = undefined;
      expired = false;
    },
    touch,
  };
}
