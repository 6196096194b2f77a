import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifierPage } from '../../../build/verifier.ts';
import { runCommandLine } from '../../../cli/main.ts';
import { verifierPage as pageFrom } from '../../../host/verifier-page.ts';
import { CaseBuilder } from '../review/support/case-builder.ts';
import { forkedLog, markOf, sealedText } from '../review/support/log-fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const file = join(folder, '审查日志.jsonl');
const builder = new CaseBuilder().ready().signAll();
beforeAll(() => writeFileSync(file, sealedText(builder)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runOn(false, ...args);

async function runOn(colours: boolean, ...args: string[]): Promise<{ exit: number; out: string; error: string }> {
  const said = { out: '', error: '' };
  const terminal = {
    out: (text: string) => {
      said.out += text;
    },
    error: (text: string) => {
      said.error += text;
    },
    showsProgress: false,
    colours,
  };
  return { exit: await runCommandLine(args, terminal as never), ...said };
}

test('a log with a code from paper: where it is vouched for, and exit code 0', async () => {
  const { exit, out } = await run('verify', file, '--code', markOf(builder).mark.code);
  expect([exit, out.includes('已锚定至第9条，未锚定0条'), out.trim().split('\n').at(-1)]).toEqual([0, true, '核验通过。']);
});

test('a code of another history, a changed file and no file are told apart by their exit codes', async () => {
  const code = markOf(new CaseBuilder().ready().signAll().signAll()).mark.code;
  expect((await run('verify', file, '--code', code)).exit).toBe(1);
  const bent = join(folder, 'bent.jsonl');
  writeFileSync(bent, readFileSync(file, 'utf8').slice(0, -30));
  expect((await run('verify', bent)).exit).toBe(1);
  expect((await run('verify', join(folder, 'none.jsonl'))).exit).toBe(2);
  expect((await run('verify')).exit).toBe(64);
});

test('the verifier’s page is one file without any address to load from, under a policy of hashes', async () => {
  const page = await verifierPage();
  expect(page).toMatch(
    /content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/,
  );
  expect(page.match(/<script|<link|<img|<iframe|\ssrc=/g)).toEqual(['<script']);
  const path = join(folder, 'verifier.html');
  writeFileSync(path, page);
  const read = pageFrom(path);
  expect(read.ok && new TextDecoder().decode(read.data)).toBe(page);
  const missing = pageFrom(join(folder, 'nowhere.html'));
  expect(missing.ok ? 'ok' : missing.error.code).toBe('verifier-missing');
});

test('a fork is named in red to a person, without colours to a program', async () => {
  const forked = join(folder, 'forked.jsonl');
  writeFileSync(forked, forkedLog().text);
  const [shown, piped] = [await runOn(true, 'verify', forked), await runOn(false, 'verify', forked)];
  expect([shown.exit, shown.out.includes('\u001b[31m  分叉：工作站 ')]).toEqual([1, true]);
  expect([piped.exit, piped.out.includes('\u001b'), piped.out.includes('  分叉：工作站 ')]).toEqual([1, false, true]);
});
