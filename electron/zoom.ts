import type { WebContents } from 'electron';

/** Text sizes of the window: below, Chinese cannot be read; above, the desk no longer fits its three columns. */
export const SMALLEST = 0.8;
export const LARGEST = 2;
const STEP = 0.1;

/** The zoom factor after a change, within the limits; `reset` is the size of the design. */
export function nextZoom(factor: number, change: 'in' | 'out' | 'reset'): number {
  if (change === 'reset') return 1;
  const wanted = factor + (change === 'in' ? STEP : -STEP);
  // Tenths, so that the size of the design is met again on the way back.
  return Math.round(Math.min(LARGEST, Math.max(SMALLEST, wanted)) * 10) / 10;
}

/** Changes the text size of a window. */
export function zoom(contents: WebContents | undefined, change: 'in' | 'out' | 'reset'): void {
  if (contents) contents.zoomFactor = nextZoom(contents.zoomFactor, change);
}

/** Ctrl and the wheel go through the same limits as the keys. */
export function limitZoom(contents: WebContents): void {
  contents.on('zoom-changed', (_event, direction) => zoom(contents, direction));
}
