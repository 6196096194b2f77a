import { startTransition, useEffect, useState } from 'react';

/** Milliseconds between two arrivals: the window answers keys in between. */
const PAUSE = 16;
const AT_ONCE = 2;
/** The first come right after the screen itself, so that the first task stays short. */
const FIRST_PAUSE = 0;

/** How many of `total` chunks are drawn by now; they arrive a few at a time, so that no task is long. */
export function useArrival(total: number, active: boolean): number {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (!active || shown >= total) return;
    const timer = setTimeout(() => startTransition(() => setShown((now) => now + AT_ONCE)), shown === 0 ? FIRST_PAUSE : PAUSE);
    return () => clearTimeout(timer);
  }, [shown, total, active]);
  return Math.min(shown, total);
}
