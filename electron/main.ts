import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, safeStorage, session as sessions } from 'electron';
import { type CallName, inputs, type Parsed } from '../review/contract.ts';
import { fail } from '../review/model/index.ts';
import { type BackendClient, startBackend } from './backend-client.ts';
import { CALL_CHANNEL, PROGRESS_CHANNEL } from './channels.ts';
import { guardContents, guardSession, isTrustedSender, silenceNetwork } from './guards.ts';
import { applicationMenu } from './menu.ts';
import { keyFromStore } from './os-key-store.ts';
import { chooseFolder, isFolderCall, printFile, saveFile } from './person-dialogs.ts';
import { registerScheme, serveWindow, WINDOW_URL } from './protocol.ts';
import { selfTest } from './self-test.ts';
import { handedPaths, refusedSwitches } from './start-arguments.ts';
import { limitZoom } from './zoom.ts';

const appFolder = dirname(fileURLToPath(import.meta.url));
let window: BrowserWindow | undefined;
let backend: BackendClient | undefined;

/** What follows the program's own name; before packaging the project's folder stands there too, which is no file. */
const startArguments = process.argv.slice(1);
const selfTesting = app.commandLine.hasSwitch('self-test');
endOnRefusedSwitches();
/** An empty data folder for `--self-test`, never that of the office. */
const testFolder = selfTesting ? mkdtempSync(join(tmpdir(), 'xianshen-self-test-')) : undefined;
if (testFolder !== undefined) app.setPath('userData', join(testFolder, 'profile'));

/** Where the office's data lies: `--data=FOLDER`, or the user's application folder. */
const dataFolder = (): string => testFolder ?? (app.commandLine.getSwitchValue('data') || app.getPath('userData'));

/** Calls that only main makes: what they carry was asked of a person, or comes from the system. */
const HOST_ONLY: readonly string[] = ['backup.setPlace', 'incoming.setFolder', 'incoming.give'];

/** Checks sender, name and shape of every message before anything else happens. The answer is text, see `DeskBridge`. */
function answerCalls(): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<string> => {
    const refused = (code: string, message: string): string => JSON.stringify(fail(code, message));
    if (!isTrustedSender(event, window?.webContents)) return refused('sender-refused', '请求的来源不是本程序窗口，已拒绝。');
    if (typeof name !== 'string' || !Object.hasOwn(inputs, name)) return refused('unknown-call', '没有这项功能。');
    const parsed = inputs[name as CallName].safeParse(input);
    if (!parsed.success) return refused('bad-input', '填写的内容不完整或格式不对，没有办理。请检查后重试。');
    if (HOST_ONLY.includes(name)) return refused('host-only', '这一项只能由本程序的窗口询问后设定。');
    if (isFolderCall(name)) return chooseFolder(window, backend, name);
    if (name === 'file.save') {
      const file = parsed.data as Parsed<'file.save'>;
      return JSON.stringify(await saveFile(window, { name: file.name, bytes: Buffer.from(file.base64, 'base64') }));
    }
    if (name === 'file.print') return JSON.stringify(await printFile(window, parsed.data as Parsed<'file.print'>));
    return backend?.call(name, parsed.data) ?? refused('backend-gone', '后台程序尚未启动，请稍候再试。');
  });
}

function openWindow(): BrowserWindow {
  // In memory: draft text shown in the window must not end in a browser cache on disk.
  const session = sessions.fromPartition('xianshen', { cache: false });
  guardSession(session, (scheme) => console.error(`refused a request: ${scheme}`));
  serveWindow(session, join(appFolder, 'renderer'));
  const opened = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    title: '先审',
    // Linux takes the icon of a window from the window, Windows from the program.
    icon: join(appFolder, 'icon.png'),
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
  limitZoom(opened.webContents);
  opened.once('ready-to-show', () => opened.show());
  opened.on('closed', () => {
    window = undefined;
  });
  void opened.loadURL(WINDOW_URL);
  window = opened;
  return opened;
}

/** Files that the system handed over; the page takes them as soon as somebody who hands files in is there. */
function give(paths: readonly string[]): void {
  if (paths.length > 0) void backend?.call('incoming.give', { paths: paths.slice(0, 500) });
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
  const opened = openWindow();
  if (testFolder === undefined) give(handedPaths(startArguments, process.cwd()));
  else void endAfter(selfTest(opened.webContents), testFolder);
}

/** What another start sent along; it may be another version, or no start of ours at all. */
function handedFiles(given: unknown): readonly string[] {
  const files = typeof given === 'object' && given !== null && 'files' in given ? given.files : [];
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
}

/** Prints how the self-test went and ends the program: 0 when it works, 1 when it does not. */
async function endAfter(test: Promise<string>, folder: string): Promise<void> {
  const code = await test.then(
    (line) => {
      console.log(line);
      return 0;
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      return 1;
    },
  );
  await backend?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  app.exit(code);
}

/** Ends a packaged program that was started with a switch it does not take, before anything of Chromium is up. */
function endOnRefusedSwitches(): void {
  const refused = refusedSwitches(startArguments, process.platform, process.getuid?.() === 0);
  if (!app.isPackaged || refused.length === 0) return;
  const words = `先审不接受启动参数 ${refused.map((name) => `--${name}`).join('、')}，没有启动。请用安装时的快捷方式打开；参数不是您加的，请告诉系统管理员。`;
  console.error(words);
  if (!selfTesting) dialog.showErrorBox('先审', words);
  process.exit(2);
}

silenceNetwork(app);
// Chromium writes the agent of the whole program into every PDF as its creator; neither page nor session can set another.
app.userAgentFallback = `xianshen/${app.getVersion()}`;
// Root (test machines, containers) can only run Chromium with --no-sandbox, which forcing the sandbox would contradict.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();
app.on('web-contents-created', (_event, contents) => guardContents(contents));
// Two writers on one store would race for the same sequence numbers. A second start hands its files over and ends.
const handed = { files: handedPaths(startArguments, process.cwd()) };
if (!app.requestSingleInstanceLock(handed)) app.quit();
else {
  app.on('second-instance', (_event, _args, _cwd, given) => {
    window?.restore();
    window?.focus();
    give(handedFiles(given));
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
