import { existsSync } from 'node:fs';

/** Electron needs a display; xvfb-run gives one where there is none. */
export function electronPrefix(): readonly string[] | undefined {
  if (process.platform !== 'linux' || process.env.DISPLAY) return [];
  return existsSync('/usr/bin/xvfb-run') ? ['/usr/bin/xvfb-run', '-a', '--server-args=-screen 0 1920x1080x24'] : undefined;
}
