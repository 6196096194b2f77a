/**
 * Measures the window in real Electron: `npm run bench -- window` prints a table. Needs a built program, an Electron
 * (`ELECTRON_OVERRIDE_DIST_PATH` or the fetched one), a display, and LibreOffice once for the 300-page draft.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { appFolder, bundle, root } from '../../build/bundle.ts';
import { electronHere } from '../../build/electron-binary.ts';
import { DeskPage, ShellPage, SubmitPage } from '../e2e/pages/index.ts';
import type { App } from '../e2e/support/app.ts';
import { openElectronApp } from '../e2e/support/electron-app.ts';
import { logIn, setUpOffice } from '../e2e/support/office.ts';
import { makeLargeDocx } from '../fixtures/ingest/make-large-docx.ts';

const STARTS = 5;
/** A task of the window longer than this is felt (ARCHITECTURE promise 8), in milliseconds. */
const LONGEST_TASK = 50;
const DECISIONS = 20;

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly goal?: string;
  readonly met?: boolean;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

function folderSize(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Until the first screen answers: its heading stands there and its first field can be typed in. */
async function timedStart(executable: string, folder: string): Promise<{ readonly app: App; readonly ms: number }> {
  const started = performance.now();
  const app = await openElectronApp(executable, folder);
  await app.page.getByRole('heading', { name: /首次设置|登录/ }).waitFor();
  await app.page.getByRole('textbox').first().waitFor();
  return { app, ms: performance.now() - started };
}

/** Lets the system forget the program's files, so that the next start reads them from disk; false where that is not allowed. */
async function dropFileCache(): Promise<boolean> {
  try {
    const { writeFileSync } = await import('node:fs');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

async function starts(executable: string): Promise<readonly Figure[]> {
  const times: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] };
  let dropped = false;
  for (let turn = 0; turn < STARTS; turn += 1) {
    for (const kind of ['cold', 'warm'] as const) {
      if (kind === 'cold') dropped = await dropFileCache();
      const folder = mkdtempSync(join(tmpdir(), 'xianshen-bench-'));
      const { app, ms } = await timedStart(executable, folder);
      times[kind].push(ms);
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const cold = dropped ? 'start to usable window, cold (files not in memory)' : 'start to usable window, first of each pair';
  return [
    { name: `${cold}, median of ${STARTS}`, value: seconds(median(times.cold)) },
    { name: `start to usable window, warm, median of ${STARTS}`, value: seconds(median(times.warm)) },
  ];
}

/** Resident memory of a process and all its children, in bytes, shared pages counted once for each (Linux). */
function memoryOfTree(top: number): number {
  const children = new Map<number, number[]>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'))?.[1];
      resident.set(Number(name), Number(pss ?? 0) * 1024);
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  const sum = (pid: number): number =>
    (resident.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(top);
}

/** Starts collecting tasks over 50 ms; `take` returns those since the last call. */
async function watchTasks(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    });
    Object.assign(window, { benchTasks: tasks });
  });
  return () =>
    page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return (window as unknown as { benchTasks: number[] }).benchTasks.splice(0);
    });
}

const taskFigure = (name: string, tasks: readonly number[]): Figure => ({
  name,
  value: tasks.length === 0 ? '< 50 ms' : `${Math.max(...tasks).toFixed(0)} ms (${tasks.length} over 50)`,
  goal: `no task over ${LONGEST_TASK} ms`,
  met: tasks.length === 0,
});

async function largeDraft(app: App): Promise<readonly Figure[]> {
  const { page } = app;
  const pid = app.pid ?? 0;
  const atRest = memoryOfTree(pid);
  const bytes = Buffer.from(makeLargeDocx());
  const take = await watchTasks(page);
  const submit = new SubmitPage(page);
  await submit.choose({ name: '大稿.docx', bytes });
  // The harness hands the file over through the debugger; a person's file comes from disk.
  await take();
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, memoryOfTree(pid));
  }, 200);
  const phases = new Set<string>();
  await page.exposeFunction('benchPhase', (phase: string) => phases.add(phase));
  await page.evaluate(() =>
    window.xianshen.onProgress(({ phase }) => void (window as unknown as { benchPhase(phase: string): void }).benchPhase(phase)),
  );
  const started = performance.now();
  await submit.start();
  const desk = new DeskPage(page);
  await desk.progress.waitFor({ timeout: 120_000 });
  await desk.findings.first().waitFor();
  const total = performance.now() - started;
  const importing = await take();
  await page.waitForTimeout(4000);
  clearInterval(timer);
  const drawing = await take();
  const { total: findings } = await desk.counts();
  await desk.list.focus();
  const took: number[] = [];
  for (let turn = 0; turn < DECISIONS; turn += 1) {
    const before = await desk.counts();
    const pressed = performance.now();
    await desk.press('Digit2');
    while ((await desk.counts()).decided === before.decided) await page.waitForTimeout(5);
    took.push(performance.now() - pressed);
    await page.waitForTimeout(150);
  }
  const deciding = await take();
  await desk.press('Control+KeyZ');
  await page.waitForTimeout(500);
  const undoing = await take();
  await new ShellPage(page).go('今日待办');
  await page.waitForTimeout(500);
  await new ShellPage(page).go('审查台');
  await page.waitForTimeout(3000);
  const reopening = await take();
  return [
    { name: 'memory of all processes at rest', value: megabytes(atRest) },
    { name: 'memory of all processes, most while reading and scanning', value: megabytes(most) },
    { name: 'memory of all processes with the draft open', value: megabytes(memoryOfTree(pid)) },
    {
      name: `import and scan of the 300-page .docx (${findings} findings; ${[...phases].join('、')})`,
      value: seconds(total),
      goal: 'under 10 s',
      met: total < 10_000,
    },
    taskFigure('  tasks while importing and opening', importing),
    taskFigure('  tasks while the text arrives', drawing),
    taskFigure(`  tasks in ${DECISIONS} decisions by key (median ${median(took).toFixed(0)} ms to the count)`, deciding),
    taskFigure('  tasks in one undo', undoing),
    taskFigure('  tasks going to 今日待办 and back', reopening),
  ];
}

function print(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, goal, met } of figures)
    console.log(`${name.padEnd(width)}  ${value.padStart(14)}  ${goal === undefined ? '' : `${met ? '✓' : '✗'} ${goal}`}`);
}

export async function benchWindow(): Promise<void> {
  const executable = electronHere();
  if (!executable || (process.platform === 'linux' && !process.env.DISPLAY)) {
    const lacks = executable ? 'a display (xvfb-run gives one)' : 'an Electron (set ELECTRON_OVERRIDE_DIST_PATH)';
    console.log(`window: not measured here, for want of ${lacks}.`);
    return;
  }
  await bundle();
  const figures: Figure[] = [{ name: 'size of out/app', value: megabytes(folderSize(appFolder)) }];
  const packaged = join(root, 'out', 'dist', 'linux-unpacked');
  try {
    figures.push({ name: 'size of the packaged folder', value: megabytes(folderSize(packaged)) });
  } catch {
    figures.push({ name: 'size of the packaged folder', value: 'not packaged' });
  }
  figures.push(...(await starts(executable)));
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-bench-'));
  const app = await openElectronApp(executable, folder);
  try {
    await setUpOffice(app);
    await logIn(app, 'drafter');
    await app.page.waitForTimeout(1000);
    figures.push(...(await largeDraft(app)));
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
  print(figures);
}
