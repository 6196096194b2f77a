import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { readAnswer } from '../../../renderer/state/readAnswer.ts';
import type { App } from './app.ts';
import { watchPage } from './watch.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** The real program: main, preload, backend and parser processes of the built app in the Electron the machine has. */
export async function openElectronApp(executablePath: string, folder: string): Promise<App> {
  const savedFolder = join(folder, 'saved');
  mkdirSync(savedFolder, { recursive: true });
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = await _electron.launch({
    executablePath,
    args: [root, `--data=${folder}`, `--user-data-dir=${join(folder, 'profile')}`, ...asRoot],
    cwd: root,
  });
  await electron.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = ((_window: unknown, options: { defaultPath?: string }) =>
      Promise.resolve({
        canceled: false,
        filePath: `${target}/${(options.defaultPath ?? 'file').split(/[\\/]/).at(-1)}`,
      })) as typeof dialog.showSaveDialog;
  }, savedFolder);
  const page = await electron.firstWindow();
  const watch = await watchPage(page, (address) => address.startsWith('xianshen://app/'));
  const close = async (): Promise<void> => {
    await electron.close();
  };
  return {
    page,
    watch,
    folder,
    electron,
    call: async (name, input) =>
      readAnswer(
        await page.evaluate(([each, value]) => window.xianshen.call(each as never, value as never), [name, input] as const),
      ),
    saved: async () =>
      readdirSync(savedFolder)
        .map((name) => ({ name, at: statSync(join(savedFolder, name)).mtimeMs, bytes: readFileSync(join(savedFolder, name)) }))
        .sort((a, b) => a.at - b.at),
    restart: async () => {
      await close();
      return openElectronApp(executablePath, folder);
    },
    close,
  };
}
