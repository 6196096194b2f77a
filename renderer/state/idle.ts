import { useEffect } from 'react';

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel'] as const;
const LOOK_EVERY = 5_000;
/** The backend counts calls only; a person who reads makes none, so their touch is told to it, at most once in this time. */
const TELL_EVERY = 60_000;

/** Calls `onIdle` once nobody has touched keyboard or mouse for so many minutes, and `onAlive` now and then before. */
export function useIdle(minutes: number | undefined, onIdle: () => void, onAlive: () => void): void {
  useEffect(() => {
    if (minutes === undefined) return;
    let last = performance.now();
    let told = last;
    const alive = () => {
      last = performance.now();
      if (last - told < TELL_EVERY) return;
      told = last;
      onAlive();
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (performance.now() - last < minutes * 60_000) return;
      last = performance.now();
      onIdle();
    }, LOOK_EVERY);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true });
    };
  }, [minutes, onIdle, onAlive]);
}
