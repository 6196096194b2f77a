import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, safeStorage, session as sessions } from 'electron';
import { type CallName, inputs, type Parsed } from '../review/contract.ts';
import { fail, ok, type Result } from '../review/model/index.ts';
import { type BackendClient, startBackend } from './backend-client.ts';
import { CALL_CHANNEL, PROGRESS_CHANNEL } from './channels.ts';
import { guardContents, guardSession, isTrustedSender, silenceNetwork } from './guards.ts';
import { applicationMenu } from './menu.ts';
import { keyFromStore } from './os-key-store.ts';
import { pagePdf, printPage } from './print-page.ts';
import { registerScheme, serveWindow, WINDOW_URL } from './protocol.ts';
import { limitZoom } from './zoom.ts';

const appFolder = dirname(fileURLToPath(import.meta.url));
let window: BrowserWindow | undefined;
let backend: BackendClient | undefined;

/** Where the office's data lies: `--data=FOLDER`, or the user's application folder. */
const dataFolder = (): string => app.commandLine.getSwitchValue('data') || app.getPath('userData');

/** Asks where the file goes and writes it; the page never names a path. */
async function saveFile(input: { readonly name: string; readonly bytes: Uint8Array }): Promise<Result<{ saved: boolean }>> {
  if (!window) return fail('window-closed', '窗口已关闭，文件没有保存。');
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
async function printFile({ name, base64, to }: Parsed<'file.print'>): Promise<Result<{ done: boolean }>> {
  const html = Buffer.from(base64, 'base64').toString('utf8');
  if (to === 'printer') return printPage(html);
  const pdf = await pagePdf(html);
  if (!pdf.ok) return pdf;
  const saved = await saveFile({ name, bytes: pdf.data });
  return saved.ok ? ok({ done: saved.data.saved }) : saved;
}

/** Asks for the folder of the second copy and tells the backend; the page never names a path. */
async function chooseBackupPlace(): Promise<string> {
  if (!window || !backend) return JSON.stringify(fail('window-closed', '窗口已关闭，备份位置没有改。'));
  const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] });
  const folder = chosen.filePaths[0];
  if (chosen.canceled || folder === undefined) return JSON.stringify(ok({ chosen: false }));
  const answer = await backend.call('backup.setPlace', { folder });
  // The first line tells whether it worked; a failure is passed on as it is.
  return answer.startsWith('{"ok":true') ? JSON.stringify(ok({ chosen: true })) : answer;
}

/** Checks sender, name and shape of every message before anything else happens. The answer is text, see `DeskBridge`. */
function answerCalls(): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<string> => {
    const refused = (code: string, message: string): string => JSON.stringify(fail(code, message));
    if (!isTrustedSender(event, window?.webContents)) return refused('sender-refused', '请求的来源不是本程序窗口，已拒绝。');
    if (typeof name !== 'string' || !Object.hasOwn(inputs, name)) return refused('unknown-call', '没有这项功能。');
    const parsed = inputs[name as CallName].safeParse(input);
    if (!parsed.success) return refused('bad-input', '填写的内容不完整或格式不对，没有办理。请检查后重试。');
    if (name === 'backup.setPlace') return refused('host-only', '备份位置只能由本程序的窗口询问后设定。');
    if (name === 'backup.choosePlace') return chooseBackupPlace();
    if (name === 'file.save') {
      const file = parsed.data as Parsed<'file.save'>;
      return JSON.stringify(await saveFile({ name: file.name, bytes: Buffer.from(file.base64, 'base64') }));
    }
    if (name === 'file.print') return JSON.stringify(await printFile(parsed.data as Parsed<'file.print'>));
    return backend?.call(name, parsed.data) ?? refused('backend-gone', '后台程序尚未启动，请稍候再试。');
  });
}

function openWindow(): void {
  // In memory: draft text shown in the window must not end in a browser cache on disk.
  const session = sessions.fromPartition('xianshen', { cache: false });
  guardSession(session, (scheme) => console.error(`refused a request: ${scheme}`));
  serveWindow(session, join(appFolder, 'renderer'));
  window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    title: '先审',
    backgroundColor: '#f5f6f8',
    webPreferences: {
      session,
      preload: join(appFolder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Chromium would fetch dictionaries from the network.
      spellcheck: false,
      safeDialogs: true,
      disableDialogs: true,
    },
  });
  limitZoom(window.webContents);
  window.once('ready-to-show', () => window?.show());
  window.on('closed', () => {
    window = undefined;
  });
  void window.loadURL(WINDOW_URL);
}

function start(): void {
  Menu.setApplicationMenu(applicationMenu());
  backend = startBackend({
    appFolder,
    folder: join(dataFolder(), 'store'),
    // A second folder: a copied-back database without this head is noticed (signoff-design 5.4).
    anchorFolder: join(dataFolder(), 'anchor'),
    wrapKey: keyFromStore(safeStorage, process.platform, join(dataFolder(), 'store', 'device')),
    onProgress: (progress) => window?.webContents.send(PROGRESS_CHANNEL, progress),
  });
  answerCalls();
  openWindow();
}

silenceNetwork(app);
// Chromium writes the agent of the whole program into every PDF as its creator; neither page nor session can set another.
app.userAgentFallback = `xianshen/${app.getVersion()}`;
// Root (test machines, containers) can only run Chromium with --no-sandbox, which forcing the sandbox would contradict.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();
app.on('web-contents-created', (_event, contents) => guardContents(contents));
// Two writers on one store would race for the same sequence numbers.
if (!app.requestSingleInstanceLock()) app.quit();
else {
  app.on('second-instance', () => {
    window?.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let closing = false;
  app.on('before-quit', (event) => {
    if (closing || !backend) return;
    event.preventDefault();
    closing = true;
    void backend.close().finally(() => app.quit());
  });
  void app.whenReady().then(start);
}
