import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import type { App } from './app.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const SIZES = [
  [1366, 768],
  [1920, 1080],
] as const;

/**
 * Takes the screen as it stands at both sizes into out/test/pictures, to be looked at by a person; nothing is compared. Only when
 * asked for (XIANSHEN_PICTURES=1, or the long run): two hundred pictures cost a minute that an ordinary run has better use for.
 */
export async function picture({ page }: App, info: TestInfo, name: string): Promise<void> {
  if (process.env.XIANSHEN_PICTURES !== '1' && process.env.XIANSHEN_LONG !== '1') return;
  const folder = join(root, 'out', 'test', 'pictures');
  mkdirSync(folder, { recursive: true });
  for (const [width, height] of SIZES) {
    if (info.project.name === 'web') await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(folder, `${info.project.name}-${name}-${width}.png`) });
  }
  if (info.project.name === 'web') await page.setViewportSize({ width: 1366, height: 768 });
}

/** The picture of the README, at 1366x768; only when asked for, so that an ordinary run leaves the tree as it is. */
export async function readmePicture({ page }: App, info: TestInfo, name: string): Promise<void> {
  if (process.env.XIANSHEN_WRITE_PICTURES !== '1' || info.project.name !== 'web') return;
  await page.screenshot({ path: join(root, 'docs', 'images', `${name}.png`) });
}
