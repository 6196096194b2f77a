import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Parsed } from '../review/contract.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import type { BackendClient } from './backend-client.ts';
import { pagePdf, printPage } from './print-page.ts';

const CLOSED = (what: string) => fail('window-closed', `窗口已关闭，${what}。`);

/** Asks where the file goes and writes it; the page never names a path. */
export async function saveFile(
  window: BrowserWindow | undefined,
  input: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<{ saved: boolean }>> {
  if (!window) return CLOSED('文件没有保存');
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), basename(input.name)),
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
  });
  if (chosen.canceled || !chosen.filePath) return ok({ saved: false });
  try {
    await writeFile(chosen.filePath, input.bytes);
    return ok({ saved: true });
  } catch {
    return fail(
      'save-failed',
      '文件没有写成：可能正被 WPS 打开，或者没有写入权限、磁盘已满。系统里的记录不受影响，请换个位置再保存一次。',
    );
  }
}

/** A page of ours as a PDF where the person wants it, or on their printer. */
export async function printFile(
  window: BrowserWindow | undefined,
  { name, base64, to }: Parsed<'file.print'>,
): Promise<Result<{ done: boolean }>> {
  const html = Buffer.from(base64, 'base64').toString('utf8');
  if (to === 'printer') return printPage(html);
  const pdf = await pagePdf(html);
  if (!pdf.ok) return pdf;
  const saved = await saveFile(window, { name, bytes: pdf.data });
  return saved.ok ? ok({ done: saved.data.saved }) : saved;
}

/** Calls that set a folder, each made by main alone after it asked. */
const FOLDER_CALLS = { 'backup.choosePlace': 'backup.setPlace', 'incoming.chooseFolder': 'incoming.setFolder' } as const;
export type FolderCall = keyof typeof FOLDER_CALLS;
export const isFolderCall = (name: string): name is FolderCall => Object.hasOwn(FOLDER_CALLS, name);

/** Asks for a folder and tells the backend. The answer is text, see `DeskBridge`. */
export async function chooseFolder(
  window: BrowserWindow | undefined,
  backend: BackendClient | undefined,
  call: FolderCall,
): Promise<string> {
  if (!window || !backend) return JSON.stringify(CLOSED('没有改动'));
  const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] });
  const folder = chosen.filePaths[0];
  if (chosen.canceled || folder === undefined) return JSON.stringify(ok({ chosen: false }));
  const answer = await backend.call(FOLDER_CALLS[call], { folder });
  // The first line tells whether it worked; a failure is passed on as it is.
  return answer.startsWith('{"ok":true') ? JSON.stringify(ok({ chosen: true })) : answer;
}
