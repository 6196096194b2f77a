import { startTransition, useEffect, useState } from 'react';

/** Milliseconds between two arrivals: the window answers keys in between. */
const PAUSE = 16;
const AT_ONCE = 2;
/** The next come right after the screen itself, in a task of their own. */
const FIRST_PAUSE = 0;

/**
 * How many of `total` chunks are drawn by now; they arrive a few at a time, so that no task is long. The first `atFirst` are there
 * with the screen itself, for what is done by a key before the rest has come.
 */
export function useArrival(total: number, active: boolean, atFirst: number): number {
  const [shown, setShown] = useState(atFirst);
  useEffect(() => {
    if (!active || shown >= total) return;
    const timer = setTimeout(
      () => startTransition(() => setShown((now) => now + AT_ONCE)),
      shown === atFirst ? FIRST_PAUSE : PAUSE,
    );
    return () => clearTimeout(timer);
  }, [shown, total, active, atFirst]);
  return Math.min(shown, total);
}
