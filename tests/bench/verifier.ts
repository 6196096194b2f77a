/** The offline verifier in a browser, opened from disk as an inspector does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { verifierPage } from '../../build/verifier.ts';
import { CaseBuilder, digestOf } from '../unit/review/support/case-builder.ts';
import { sealedText } from '../unit/review/support/log-fixtures.ts';
import { figure, ms } from './figures.ts';

const A_CASE = 50;

/** A log of so many events, fifty a case. */
function logOf(count: number): string {
  const builder = new CaseBuilder();
  for (let at = 0; at < count; at += A_CASE) {
    const number = at / A_CASE + 1;
    const change = { case: `c-${String(number).padStart(32, '0')}` };
    const create = {
      number: `XS-2026-${String(number).padStart(3, '0')}`,
      title: digestOf('title'),
      createdOn: '2026-11-16',
      attribute: 'active' as const,
      channels: ['website' as const],
    };
    let last = builder.add('zhang', 'case.create', create, change);
    for (let i = 1; i < A_CASE; i += 1) {
      last = builder.add('zhang', 'unread.confirm', { version: 1, parts: `${i}` }, { ...change, parents: [last.id] });
    }
  }
  return sealedText(builder);
}

/** Prints how long the page takes for 10,000 events; `short`: 200. */
export async function benchVerifier(short = false): Promise<void> {
  const count = short ? 200 : 10_000;
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-bench-'));
  const page = join(folder, 'verifier.html');
  const log = join(folder, 'log.jsonl');
  writeFileSync(page, await verifierPage());
  writeFileSync(log, logOf(count));
  const executablePath = process.env.XIANSHEN_TEST_BROWSER;
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
  try {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(page).href);
    await tab.setInputFiles('input[type=file]', log);
    const devtools = await tab.context().newCDPSession(tab);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const atWork = async (): Promise<number> => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'ProcessTime')?.value ?? 0);
    };
    const before = await atWork();
    const started = performance.now();
    await tab.getByRole('button', { name: '开始核验' }).click();
    await tab.locator('.verdict[data-valid=true]').waitFor({ timeout: 300_000 });
    const took = performance.now() - started;
    const worked = (await atWork()) - before;
    figure('events', String(count));
    figure('chain, signatures, cases in the browser', ms(took), { text: 'at most 5 s', met: took <= 5000 }, short);
    figure('  of it at work, whatever else the machine does', ms(worked));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
