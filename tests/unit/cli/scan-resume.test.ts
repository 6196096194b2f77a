import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCommandLine } from '../../../cli/main.ts';

/** As many as a full folder in the long run; enough to be interrupted in the short one. */
const FILES = process.env.XIANSHEN_LONG === '1' ? 500 : 40;
const PHONE = '联系人手机13812345678';

function folderOf(count: number): { readonly drafts: string; readonly state: string } {
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-resume-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const drafts = join(folder, '稿件');
  mkdirSync(drafts);
  for (let index = 0; index < count; index += 1)
    writeFileSync(
      join(drafts, `${String(index).padStart(3, '0')}.txt`),
      `通知第${index}号\n${index % 10 === 0 ? PHONE : '天气晴朗'}。\n`,
    );
  return { drafts, state: join(folder, 'state.jsonl') };
}

async function run(...args: string[]) {
  let out = '';
  let error = '';
  const exit = await runCommandLine(args, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    showsProgress: false,
  });
  const listed = out.split('\n').filter((line) => line.startsWith('{'));
  return { exit, error, listed };
}
const findings = FILES / 10;

test('a run that was cut off goes on where it stopped, lists nothing twice and answers for the whole folder', async () => {
  const { drafts, state } = folderOf(FILES);
  const whole = await run('scan', drafts, '--format', 'jsonl', '--resume', state);
  expect([whole.exit, whole.listed.length]).toEqual([1, findings]);
  // Cut off in the middle of a line, as a kill leaves it.
  const text = readFileSync(state);
  const half = text.indexOf('\n', Math.floor(text.length / 2)) + 20;
  truncateSync(state, half);
  const left = FILES - (text.subarray(0, half).toString().split('\n').length - 2);
  const again = await run('scan', drafts, '--format', 'jsonl', '--resume', state);
  const missed = whole.listed.slice(-again.listed.length);
  expect([again.exit, again.listed]).toEqual([1, missed]);
  expect(again.listed.length).toBeLessThan(findings);
  const third = await run('scan', drafts, '--resume', state);
  expect(third.error).toContain(`共 ${FILES} 个文件（其中 ${FILES} 个上次已检查，不再重复列出），${findings} 处疑点`);
  expect(left).toBeGreaterThan(0);
  expect(readFileSync(state, 'utf8')).not.toContain('13812345678');
});

test('a file that was changed meanwhile is scanned again', async () => {
  const { drafts, state } = folderOf(3);
  await run('scan', drafts, '--format', 'jsonl', '--resume', state);
  appendFileSync(join(drafts, '001.txt'), `${PHONE}。\n`);
  const again = await run('scan', drafts, '--format', 'jsonl', '--resume', state);
  expect(again.listed.map((line) => (JSON.parse(line) as { file: string }).file)).toEqual([join(drafts, '001.txt')]);
});

test('results of other options, and files of another kind, are never taken up', async () => {
  const { drafts, state } = folderOf(2);
  await run('scan', drafts, '--resume', state);
  const other = await run('scan', drafts, '--resume', state, '--level', 'block');
  const sarif = await run('scan', drafts, '--resume', state, '--format', 'sarif');
  const foreign = join(drafts, '000.txt');
  const before = readFileSync(foreign, 'utf8');
  const wrong = await run('scan', drafts, '--resume', foreign);
  expect([other.exit, sarif.exit, wrong.exit]).toEqual([64, 64, 64]);
  expect(readFileSync(foreign, 'utf8')).toBe(before);
});
