/**
 * Measures the ledger of an office with 5,000 cases in real Electron: `npm run bench -- desk`. The store is filled here, through
 * the program's own calls, and opened by the window. Needs what the window bench needs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundle } from '../../build/bundle.ts';
import { electronHere } from '../../build/electron-binary.ts';
import { openDesk } from '../../host/desk.ts';
import { createQuickReader } from '../../host/quick-reader.ts';
import type { App } from '../e2e/support/app.ts';
import { openElectronApp } from '../e2e/support/electron-app.ts';
import { logIn, OFFICE, PEOPLE } from '../e2e/support/office.ts';
import { must } from '../unit/host/office.ts';
import { figure, ms } from './figures.ts';
import { median, taskFigure, traced } from './window.ts';

const CASES = Number(process.env.XIANSHEN_BENCH_CASES ?? 5000);
const TOPICS = ['警报试鸣', '工程抽查', '宣传培训', '预算公开', '行政许可', '物资采购', '演练安排'];
const WORDS = ['公告', '通报', '通知', '决定'];

/** Registers so many short drafts; every tenth names a telephone, so that there is something to count. */
async function fill(folder: string): Promise<void> {
  const desk = await must(
    openDesk({
      folder: join(folder, 'store'),
      anchorFolder: join(folder, 'anchor'),
      backupFolders: [],
      reader: createQuickReader(),
    }),
  );
  const people = Object.values(PEOPLE).map(({ name, department, pin }, index) => ({
    name,
    department,
    pin,
    role: (['drafter', 'head', 'reviewer', 'leader'] as const)[index] ?? 'drafter',
  }));
  await must(desk.call('office.setUp', { office: OFFICE, people }));
  const drafter = (await must(desk.call('people.list', {}))).find(({ role }) => role === 'drafter');
  await must(desk.call('session.open', { person: drafter?.id ?? '', pin: PEOPLE.drafter.pin }));
  const { today } = await must(desk.call('app.status', {}));
  for (let index = 0; index < CASES; index += 1) {
    const title = `关于第${index}期${TOPICS[index % TOPICS.length]}的${WORDS[index % WORDS.length]}`;
    const text = `${title}\n${index % 10 === 0 ? `联系电话1390000${String(index).padStart(4, '0')}。` : '请按时参加。'}`;
    const file = { name: `${index}.txt`, base64: Buffer.from(text).toString('base64') };
    await must(
      desk.call('case.import', { job: `j-${index}`, file, title, createdOn: today, attribute: 'active', channels: ['website'] }),
    );
  }
  await must(desk.close());
}

/** Milliseconds from a key press to the next frame in which the condition holds, by the window's own clock. */
async function until(page: Page, act: () => Promise<void>, condition: string): Promise<number> {
  await page.evaluate((source) => {
    const holds = new Function(`return ${source}`) as () => boolean;
    const place = window as unknown as { benchStart?: number; benchEnd?: number };
    delete place.benchStart;
    delete place.benchEnd;
    const look = (): void => {
      if (place.benchStart !== undefined && holds()) place.benchEnd = performance.now();
      else requestAnimationFrame(look);
    };
    const begin = (event: Event): void => {
      place.benchStart ??= event.timeStamp;
    };
    window.addEventListener('keydown', begin, { capture: true, once: true });
    requestAnimationFrame(look);
  }, condition);
  await act();
  await page.waitForFunction(() => (window as unknown as { benchEnd?: number }).benchEnd !== undefined);
  return page.evaluate(() => {
    const { benchStart = 0, benchEnd = 0 } = window as unknown as { benchStart?: number; benchEnd?: number };
    return benchEnd - benchStart;
  });
}

/** Scrolls the list from top to bottom, a screen in each frame. */
const scrollThrough = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const list = document.querySelector('[role="grid"]');
        let turn = 0;
        const step = (): void => {
          turn += 1;
          list?.scrollBy(0, 900);
          if (turn < 200) requestAnimationFrame(step);
          else resolve();
        };
        requestAnimationFrame(step);
      }),
  );

const SHOWN = `document.querySelector('[role="grid"][aria-label="审查登记台账"] [role="row"][aria-rowindex]') !== null`;

async function measure(app: App): Promise<void> {
  const { page } = app;
  const goal = (value: number, limit: number) => ({ text: `at most ${limit} ms`, met: value <= limit });
  const started = performance.now();
  await page.waitForFunction(() => document.body.textContent?.includes('今天') === true, undefined, { timeout: 120_000 });
  await page.waitForFunction(() => document.querySelector('[role="grid"] [role="row"]') !== null, undefined, {
    timeout: 120_000,
  });
  figure('first list after the start, every signature checked', ms(performance.now() - started));
  await page.waitForTimeout(1500);
  const opens: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    opens.push(await until(page, () => page.keyboard.press('Control+Digit5'), SHOWN));
    await page.waitForTimeout(1200);
    if (turn < 4) await page.keyboard.press('Control+Digit1');
    await page.waitForTimeout(800);
  }
  figure(`ledger of ${CASES} opens, median of 5`, ms(median(opens)), goal(median(opens), 300));
  const {
    name,
    value,
    goal: text = '',
    met = true,
  } = taskFigure('while it is scrolled', await traced(app, () => scrollThrough(page)));
  figure(name, value, { text, met });
  for (const [words, key] of [
    ['警报试鸣 第77期', '77'],
    ['gcccdtb', 'b'],
  ] as const) {
    await page.keyboard.press('Slash');
    await page.keyboard.insertText(words.slice(0, -1));
    await page.waitForTimeout(600);
    const last = words.at(-1) ?? key;
    const before = await page.evaluate(() => document.querySelector('[aria-live="polite"]')?.textContent ?? '');
    const took = await until(
      page,
      () => page.keyboard.press(/[a-z]/.test(last) ? `Key${last.toUpperCase()}` : 'Backspace'),
      `document.querySelector('h1 + [aria-live="polite"]')?.textContent !== ${JSON.stringify(before)}`,
    );
    figure(`search, ${/[a-z]/.test(last) ? 'pinyin initials' : 'words'}`, ms(took), goal(took, 200));
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(600);
  }
}

export async function benchDesk(): Promise<void> {
  const executable = electronHere();
  if (!executable || (process.platform === 'linux' && !process.env.DISPLAY)) {
    const lacks = executable ? 'a display (xvfb-run gives one)' : 'an Electron (set ELECTRON_OVERRIDE_DIST_PATH)';
    console.log(`desk: not measured here, for want of ${lacks}.`);
    return;
  }
  await bundle();
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-bench-'));
  try {
    await fill(folder);
    const app = await openElectronApp(executable, folder);
    try {
      await logIn(app, 'drafter');
      await measure(app);
    } finally {
      await app.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
