/**
 * A clerk's day in real Electron: `npm run bench -- clerk`. Fifteen drafts come in, two hundred findings are decided by keys alone,
 * every case is sent on; once finding by finding, once with same-text and rule-wide decisions. And a draft of 200,000 characters with
 * 2,000 findings. Needs what the window bench needs. Key presses are counted as a hand makes them: each letter of a reason is one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundle } from '../../build/bundle.ts';
import { electronHere } from '../../build/electron-binary.ts';
import { DeskPage, SubmitPage } from '../e2e/pages/index.ts';
import type { App } from '../e2e/support/app.ts';
import { openElectronApp } from '../e2e/support/electron-app.ts';
import { logIn, PEOPLE, setUpOffice, textDraft } from '../e2e/support/office.ts';
import { figure, ms } from './figures.ts';
import { median } from './window.ts';

const DRAFTS = 15;
const FINDINGS = 200;
const REASON = '对外公布的值班电话';
const LONG_PARAGRAPHS = 2_000;

/** Drafts that share their findings as real ones do: the same number in a heading and a foot, a list of several others. */
function clerksDrafts(series: number): readonly ReturnType<typeof textDraft>[] {
  let left = FINDINGS;
  return Array.from({ length: DRAFTS }, (_, draft) => {
    const count = Math.min(left, Math.ceil(FINDINGS / DRAFTS));
    left -= count;
    // Every third finding repeats the number before.
    const number = (line: number): string =>
      `1390${series}${String(draft).padStart(2, '0')}${String(line - (line % 3 === 2 ? 1 : 0)).padStart(4, '0')}`;
    const lines = Array.from({ length: count }, (_line, line) => `第${line}组联系人电话${number(line)}。`);
    return textDraft(`值班通知${series}${String(draft).padStart(2, '0')}.txt`, `值班通知${series}${draft}\n${lines.join('\n')}`);
  });
}

/** Presses keys and counts them. */
class Hand {
  presses = 0;
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async press(key: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
  }
  /** Words as an input method brings them: two strokes a character are counted. */
  async type(words: string): Promise<void> {
    this.presses += 2 * words.length;
    await this.page.keyboard.insertText(words);
  }
}

const progress = (page: Page): Promise<{ readonly done: number; readonly all: number }> =>
  page.evaluate(() => {
    const bar = document.querySelector('header progress') as HTMLProgressElement | null;
    return { done: bar?.value ?? 0, all: bar?.max ?? 0 };
  });
const reaches = (page: Page, least: number): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => (document.querySelector('header progress') as HTMLProgressElement | null)?.value === wanted,
    least,
  );

/** Keeps each finding with its reason, one after the other: the reason is typed once and taken from memory afterwards. */
async function oneByOne(page: Page, hand: Hand): Promise<number> {
  const { all } = await progress(page);
  for (let done = 1; done <= all; done += 1) {
    await hand.press('Digit4');
    await page.waitForSelector('fieldset textarea');
    await hand.type(REASON);
    await hand.press('Enter');
    await reaches(page, done);
  }
  return all;
}

/** Keeps all findings of the rule with one reason: Y, the decision, the reason, the tick, Enter. */
async function together(page: Page, hand: Hand): Promise<number> {
  const { all } = await progress(page);
  for (let done = 0; done < all; done = (await progress(page)).done) {
    await hand.press('KeyY');
    await page.waitForSelector('[role="dialog"] input[type="radio"]');
    // Fields of the dialog are walked with Tab as a hand would.
    await page.locator('[role="dialog"] input[type="radio"]').first().focus();
    await hand.press('Tab');
    for (const key of ['ArrowRight', 'ArrowRight']) await hand.press(key);
    await hand.press('Tab');
    await hand.press('Tab');
    await hand.type(REASON);
    await hand.press('Tab');
    await hand.press('Space');
    await hand.press('Enter');
    await page.waitForFunction(
      (before) => ((document.querySelector('header progress') as HTMLProgressElement | null)?.value ?? 0) > before,
      done,
    );
  }
  return all;
}

/** Sends the open case on: hidden content looked at, signed with the PIN. */
async function sendOn(page: Page, hand: Hand): Promise<void> {
  await hand.press('KeyH');
  // The list answers a key at once; whether the case may go on is known when the backend has answered too.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('header button')].some(
      (button) => button.textContent?.startsWith('提交') && button.getAttribute('aria-disabled') === null,
    ),
  );
  await hand.press('Control+Enter');
  await page.waitForSelector('[role="dialog"] input[type="checkbox"]');
  await page.locator('[role="dialog"] input[type="checkbox"]').focus();
  await hand.press('Space');
  await hand.press('Tab');
  await page.locator('[role="dialog"] input[type="password"]').focus();
  hand.presses += PEOPLE.drafter.pin.length;
  await page.keyboard.insertText(PEOPLE.drafter.pin);
  await hand.press('Enter');
  await page.waitForSelector('[role="dialog"]', { state: 'detached' });
}

async function day(app: App, series: number, decide: (page: Page, hand: Hand) => Promise<number>, name: string): Promise<void> {
  const { page } = app;
  const hand = new Hand(page);
  const submit = new SubmitPage(page);
  const started = performance.now();
  await page.keyboard.press('Control+Digit2');
  await submit.choose(...clerksDrafts(series));
  await hand.press('Control+Enter');
  let decided = 0;
  for (let draft = 0; draft < DRAFTS; draft += 1) {
    const title = `值班通知${series}${String(draft).padStart(2, '0')}`;
    await hand.press('Control+Digit1');
    await page
      .getByRole('grid', { name: '待办事项' })
      .getByRole('row')
      .filter({ hasText: title })
      .first()
      .waitFor({ timeout: 120_000 });
    // Found by typing its name, as one would among fifteen.
    await hand.press('Slash');
    await page.keyboard.insertText(title);
    hand.presses += 4;
    await page.waitForTimeout(300);
    await page.getByRole('grid', { name: '待办事项' }).getByRole('row').filter({ hasText: title }).first().dblclick();
    await page.waitForFunction(
      (words) => document.querySelector('h1')?.textContent === words && document.querySelector('[role="option"]') !== null,
      title,
    );
    decided += await decide(page, hand);
    await sendOn(page, hand);
  }
  const minutes = (performance.now() - started) / 60_000;
  figure(`${name}: findings decided in ${DRAFTS} drafts`, `${decided}`);
  figure(`${name}: key presses`, `${hand.presses}`);
  figure(`${name}: the program's share of the time`, `${minutes.toFixed(1)} min`);
}

/** 200,000 characters in 2,000 paragraphs, a telephone in each. */
function longDraft(): ReturnType<typeof textDraft> {
  const filler =
    '本段说明人防宣传教育和培训工作的一般安排，各单位按照年度计划组织实施，做好登记、汇总和报送，并注意总结经验，不断改进工作方法，确保各项任务按时完成。'.repeat(
      2,
    );
  const lines = Array.from(
    { length: LONG_PARAGRAPHS },
    (_, line) => `${filler.slice(0, 80)}联系电话1391${String(line).padStart(7, '0')}。`,
  );
  return textDraft('长稿.txt', `长稿\n${lines.join('\n')}`);
}

/** Milliseconds by the window's own clock from a key press to the frame in which `condition` holds. */
async function fromKey(page: Page, key: string, condition: string): Promise<number> {
  await page.evaluate((source) => {
    const holds = new Function(`return ${source}`) as () => boolean;
    const place = window as unknown as { benchStart?: number | undefined; benchEnd?: number | undefined };
    place.benchStart = undefined;
    place.benchEnd = undefined;
    const look = (): void => {
      if (place.benchStart !== undefined && holds()) place.benchEnd = performance.now();
      else requestAnimationFrame(look);
    };
    window.addEventListener('keydown', (event) => (place.benchStart ??= event.timeStamp), { capture: true, once: true });
    requestAnimationFrame(look);
  }, condition);
  await page.keyboard.press(key);
  await page.waitForFunction(() => (window as unknown as { benchEnd?: number }).benchEnd !== undefined);
  return page.evaluate(() => {
    const { benchStart = 0, benchEnd = 0 } = window as unknown as { benchStart?: number; benchEnd?: number };
    return benchEnd - benchStart;
  });
}

const CHOSEN = `document.querySelector('[role="option"][aria-selected="true"]') !== null`;

/** Opened from the list after a start: nothing of it is in the window's memory yet. */
async function opensAfterStart(executable: string, folder: string): Promise<void> {
  const opens: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const app = await openElectronApp(executable, folder);
    try {
      await logIn(app, 'drafter');
      await app.page.getByRole('row').filter({ hasText: '长稿' }).first().click();
      await app.page.waitForTimeout(2_000);
      opens.push(await fromKey(app.page, 'Enter', CHOSEN));
    } finally {
      await app.close();
    }
  }
  figure('opens from the list after a start, median of 3', ms(median(opens)), {
    text: 'under 1000 ms',
    met: median(opens) < 1000,
  });
}

async function longDraftOpens(app: App): Promise<void> {
  const { page } = app;
  const draft = longDraft();
  const submit = new SubmitPage(page);
  await page.keyboard.press('Control+Digit2');
  await submit.choose(draft);
  await submit.start();
  await page.waitForFunction(() => document.querySelector('[role="option"]') !== null, undefined, { timeout: 180_000 });
  await page.waitForTimeout(6_000);
  const { total } = await new DeskPage(page).counts();
  figure('long draft', `${draft.bytes.toString('utf8').length} characters, ${total} findings`);
  const again: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await page.keyboard.press('Control+Digit1');
    await page.waitForTimeout(1_500);
    again.push(await fromKey(page, 'Control+Digit3', CHOSEN));
    await page.waitForTimeout(3_000);
  }
  figure('back to it from 今日待办, median of 5', ms(median(again)));
  const steps: number[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const before = await page.evaluate(() => document.querySelector('[role="option"][aria-selected="true"]')?.id ?? '');
    steps.push(
      await fromKey(
        page,
        'KeyJ',
        `(document.querySelector('[role="option"][aria-selected="true"]')?.id ?? ${JSON.stringify(before)}) !== ${JSON.stringify(before)}`,
      ),
    );
    await page.waitForTimeout(120);
  }
  const worst = steps.toSorted((a, b) => a - b)[Math.floor(steps.length * 0.95)] ?? 0;
  figure('next finding, median of 40', ms(median(steps)), { text: 'under 50 ms', met: median(steps) < 50 });
  figure('next finding, 19 of 20 within', ms(worst));
}

export async function benchClerk(): Promise<void> {
  const executable = electronHere();
  if (!executable || (process.platform === 'linux' && !process.env.DISPLAY)) {
    const lacks = executable ? 'a display (xvfb-run gives one)' : 'an Electron (set ELECTRON_OVERRIDE_DIST_PATH)';
    console.log(`clerk: not measured here, for want of ${lacks}.`);
    return;
  }
  await bundle();
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-bench-'));
  try {
    const app = await openElectronApp(executable, folder);
    try {
      await setUpOffice(app);
      await logIn(app, 'drafter');
      await app.page.waitForTimeout(1000);
      // First: a single draft opens by itself only where no earlier batch is listed.
      await longDraftOpens(app);
      await day(app, 1, oneByOne, 'one by one');
      await day(app, 2, together, 'together');
    } finally {
      await app.close();
    }
    await opensAfterStart(executable, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
