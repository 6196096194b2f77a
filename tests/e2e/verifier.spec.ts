import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { chromium, expect, type Page, test } from '@playwright/test';
import { crypto } from '../../host/crypto.ts';
import { verifyLog } from '../../review/chain/verify.ts';
import { logFixtures } from '../unit/review/support/log-fixtures.ts';

const page = join(import.meta.dirname, '..', '..', 'out', 'app', 'verifier.html');
const fixtures = logFixtures();

interface Opened {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

/** Opens the page from disk, as an inspector does, in a browser of its own. */
async function withPage(run: (opened: Opened, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-verifier-'));
  const copy = join(folder, '核验器.html');
  writeFileSync(copy, readFileSync(page));
  const executablePath = process.env.XIANSHEN_TEST_BROWSER;
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
  try {
    const tab = await (await browser.newContext()).newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    tab.on('request', (request) => requests.push(request.url()));
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    await tab.goto(pathToFileURL(copy).href);
    await run({ page: tab, requests, complaints }, folder);
    expect(requests).toEqual([pathToFileURL(copy).href]);
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verdictOf(tab: Page, file: string): Promise<{ verdict: string; listed: readonly string[] }> {
  await tab.setInputFiles('input[type=file]', file);
  await tab.getByRole('button', { name: '开始核验' }).click();
  const verdict = tab.locator('.verdict');
  await expect(verdict).toBeVisible();
  return { verdict: (await verdict.textContent()) ?? '', listed: await tab.locator('section ul li').allTextContents() };
}

test('the page says over file:// what the command line says, of every fixture, without a request', async () => {
  test.setTimeout(240_000);
  await withPage(async ({ page: tab }, folder) => {
    for (const [at, { name, text }] of fixtures.entries()) {
      const file = join(folder, `审查日志-${at}.jsonl`);
      writeFileSync(file, text);
      const report = verifyLog(text, crypto);
      const told = await verdictOf(tab, file);
      const due = report.valid ? `核验通过：${report.events}条记录` : `核验不通过：${report.problems.length}处问题`;
      expect({ name, verdict: told.verdict }).toEqual({ name, verdict: due });
      expect({ name, listed: told.listed }).toMatchObject({ listed: expect.arrayContaining([...report.lines]) });
    }
    await expect(tab.locator('p[aria-live]')).toContainText('浏览器自带的算法');
  });
});

test('dropped, with a code and the fingerprint from paper; readable without a mouse and for a screen reader', async () => {
  await withPage(async ({ page: tab }, folder) => {
    const honest = fixtures.find(({ name }) => name === 'released');
    const file = join(folder, '审查日志.jsonl');
    writeFileSync(file, honest?.text ?? '');
    const { root, lines } = verifyLog(honest?.text ?? '', crypto);
    const code = /链上编码 ([0-9A-Z-]+)/.exec(lines.join('\n'))?.[1] ?? '';
    await tab.getByLabel('单位根密钥指纹').fill(root);
    await tab.getByLabel('链上编码').fill(code.toLowerCase());
    const { listed } = await verdictOf(tab, file);
    expect(listed.filter((line) => /已锚定|指纹/.test(line))).toEqual([
      '单位根密钥指纹与纸上的一致',
      expect.stringMatching(/^已锚定至第\d+条，未锚定0条$/),
    ]);
    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await tab.screenshot({ path: join(import.meta.dirname, '..', '..', 'out', 'test', 'verifier.png'), fullPage: true });
  });
});

test('a file that is no log is no verdict', async () => {
  await withPage(async ({ page: tab }, folder) => {
    const file = join(folder, 'x.jsonl');
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00]));
    await tab.setInputFiles('input[type=file]', file);
    await tab.getByRole('button', { name: '开始核验' }).click();
    await expect(tab.locator('p[aria-live]')).toContainText('文件读不出来');
    await expect(tab.locator('.verdict')).toHaveCount(0);
  });
});
