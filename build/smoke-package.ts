/**
 * `node build/smoke-package.ts [FOLDER]`: starts the packaged program on an empty data folder, sets an office up, reads and checks the bundled
 * sample in it, and ends it. Exits with 1 when any of this fails. Needs a display (on Linux `xvfb-run -a`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import type { CallName, DeskBridge, Input, Output } from '../review/contract.ts';
import type { Result } from '../review/model/index.ts';
import { root } from './bundle.ts';

const PORT = 9333;
const PIN = 'smoke-2847';
const PEOPLE = [
  { name: '陈一鸣', role: 'drafter' },
  { name: '赵启明', role: 'head' },
  { name: '李静怡', role: 'reviewer' },
  { name: '王守正', role: 'leader' },
] as const;

function start(folder: string, data: string): ChildProcess {
  const executable = join(folder, process.platform === 'win32' ? 'xianshen.exe' : 'xianshen');
  const args = [`--data=${data}`, `--user-data-dir=${join(data, 'profile')}`, `--remote-debugging-port=${PORT}`];
  if (process.platform === 'linux') args.push('--ozone-platform=x11');
  // Chromium refuses to sandbox as root.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return spawn(executable, args, { stdio: 'ignore' });
}

async function connect(): Promise<Browser> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${PORT}`);
    } catch (error) {
      if (tries === 60) throw error;
      await wait(500);
    }
  }
}

async function walk(browser: Browser): Promise<string> {
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('the program shows no window');
  await page.getByRole('heading', { name: '首次设置' }).waitFor();
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const text = await page.evaluate(
      ([each, value]) => (window as unknown as { xianshen: DeskBridge }).xianshen.call(each as never, value as never),
      [name, input] as const,
    );
    const result = JSON.parse(text) as Result<Output<N>>;
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    return result.data;
  };
  await call('office.setUp', {
    office: '云溪市人民防空办公室',
    people: PEOPLE.map((person) => ({ ...person, department: '工程处', pin: PIN })),
  });
  const [drafter] = await call('people.list', {});
  await call('session.open', { person: drafter?.id ?? '', pin: PIN });
  const { today, version } = await call('app.status', {});
  const file = await call('sample.file', {});
  const outcome = await call('case.import', {
    job: 'smoke',
    file,
    createdOn: today,
    attribute: 'active',
    channels: ['website'],
    sample: true,
  });
  if (outcome.outcome !== 'imported' || outcome.findings === 0) throw new Error(`the sample: ${JSON.stringify(outcome)}`);
  return `${version}: the packaged program starts, reads and checks its sample (${outcome.findings} findings)`;
}

const data = mkdtempSync(join(tmpdir(), 'xianshen-smoke-'));
const program = start(process.argv[2] ?? join(root, 'out', 'dist', 'linux-unpacked'), data);
try {
  const browser = await connect();
  console.log(await walk(browser));
  await browser.close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill();
  await Promise.race([ended, wait(5_000)]);
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
