import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
const pack = join(folder, 'pack');
const drafts = join(folder, 'drafts');
const RULE = `id: try-code
title: 代号
category: command-comms
level: review
since: 1.0.0
basis: [TL-14]
reason: 可能涉及内部代号，请核对。
advice: 删去代号
suggestion: 某计划
match: { keywords: [翠鸟计划] }
allow: [翠鸟计划书法展]
examples:
  hit: [⟦翠鸟计划⟧一, ⟦翠鸟计划⟧二, ⟦翠鸟计划⟧三, ⟦翠鸟计划⟧四]
  miss: [翠鸟, 计划, 翠鸟计划书法展, 鸟]
`;

beforeAll(() => {
  mkdirSync(pack);
  mkdirSync(join(drafts, '里层'), { recursive: true });
  writeFileSync(join(pack, 'pack.yaml'), 'name: try\ntitle: 试用\nversion: 1.0.0\nissuer: 测试\ninForceFrom: 2026-01-01\n');
  writeFileSync(join(pack, 'try-code.yaml'), RULE);
  writeFileSync(join(drafts, 'a.txt'), '通知\n参加翠 鸟 计划书法展。\n推进翠鸟計劃。\n');
  writeFileSync(join(drafts, '里层', 'b.txt'), '天气晴朗。\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ exit: number; out: string; error: string }> {
  let out = '';
  let error = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => {
      error += text;
    },
    showsProgress: false,
  };
  const exit = await runCommandLine(args, terminal);
  return { exit, out, error };
}
const lines = (out: string): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('xianshen scan', () => {
  test('slips of the pen are listed on demand alone, and are neither findings nor a reason for the exit code', async () => {
    const slips = join(folder, 'slips.txt');
    writeFileSync(slips, '通知\n定于2月30日召开。\n');
    const plain = await run('scan', slips, '--format', 'jsonl', '--pack', pack);
    const asked = await run('scan', slips, '--format', 'jsonl', '--proofreading', '--pack', pack);
    const told = await run('scan', slips, '--proofreading', '--pack', pack);
    expect([plain.exit, plain.out, asked.exit, told.exit]).toEqual([0, '', 0, 0]);
    expect(JSON.parse(asked.out)).toEqual({
      file: slips,
      proofreading: 'date',
      start: 5,
      end: 10,
      text: '2月30日',
      reason: '没有“2月30日”这一天，请核对日期。',
      suggestion: '',
    });
    expect(told.out).toContain('文字  日期和时间');
  });

  test('walks folders and prints one line a finding with offsets into the file', async () => {
    const { exit, out } = await run('scan', drafts, '--format', 'jsonl', '--pack', pack);
    expect([exit, lines(out).filter((line) => line.rule === 'try-code')]).toEqual([
      1,
      [
        {
          file: join(drafts, 'a.txt'),
          category: 'command-comms',
          level: 'review',
          rule: 'try-code',
          start: 18,
          end: 22,
          text: '翠鸟計劃',
          kind: 'body',
          visible: true,
          where: '第3行',
          reason: '可能涉及内部代号，请核对。',
          basis: ['TL-14'],
          suggestion: '某计划',
          confidence: 0.7,
        },
      ],
    ]);
  });

  test('says that no finding is no permission, and exits 0', async () => {
    const { exit, out } = await run('scan', join(drafts, '里层'), '--pack', pack);
    expect([exit, out.includes('未发现疑点，仍须人工审查')]).toEqual([0, true]);
  });

  test('explains on request what it passed over', async () => {
    const { out } = await run('scan', join(drafts, 'a.txt'), '--format', 'jsonl', '--explain', '--pack', pack);
    expect(lines(out).filter((line) => line.passedOver === 'try-code')).toEqual([
      {
        file: join(drafts, 'a.txt'),
        passedOver: 'try-code',
        start: 5,
        end: 11,
        text: '翠 鸟 计划',
        why: '属于无碍的说法“翠鸟计划书法展”',
      },
    ]);
  });

  test('leaves out what is below the asked level', async () => {
    const { exit, out } = await run('scan', join(drafts, 'a.txt'), '--format', 'jsonl', '--level', 'block', '--pack', pack);
    expect([exit, out]).toEqual([0, '']);
  });

  test('writes SARIF without any text of the draft', async () => {
    const { out } = await run('scan', join(drafts, 'a.txt'), '--format', 'sarif', '--pack', pack);
    const log = JSON.parse(out) as { version: string; runs: { results: { ruleId: string; locations: unknown[] }[] }[] };
    const result = log.runs[0]?.results.find((candidate) => candidate.ruleId === 'try-code');
    expect([log.version, result?.locations.length, out.includes('翠鸟計劃')]).toEqual(['2.1.0', 1, false]);
  });

  test('a draft with a classification mark yields the mark alone and exit 2, unless told to go on', async () => {
    const marked = join(folder, 'marked.txt');
    writeFileSync(marked, '机密★10年\n\n关于推进翠鸟计划的通知\n');
    const stopped = await run('scan', marked, '--format', 'jsonl', '--pack', pack);
    const told = await run('scan', marked, '--format', 'jsonl', '--pack', pack, '--continue-if-marked');
    expect([
      stopped.exit,
      lines(stopped.out).map((line) => line.category),
      told.exit,
      lines(told.out).some((line) => line.rule === 'try-code'),
    ]).toEqual([2, ['classification-mark'], 1, true]);
  });

  test('names files it cannot read, reads the others, and exits 2', async () => {
    const { exit, out, error } = await run(
      'scan',
      join(folder, 'nowhere.txt'),
      join(drafts, 'a.txt'),
      '--format',
      'jsonl',
      '--pack',
      pack,
    );
    expect([exit, lines(out).some((line) => line.rule === 'try-code'), error.includes('没有这个文件或文件夹')]).toEqual([
      2,
      true,
      true,
    ]);
  });

  test('refuses a pack with a broken rule and names it', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken, { recursive: true });
    writeFileSync(join(broken, 'pack.yaml'), 'name: broken\ntitle: 坏\nversion: 1.0.0\nissuer: 测试\ninForceFrom: 2026-01-01\n');
    writeFileSync(join(broken, 'try-code.yaml'), RULE.replace('level: review', 'level: 很高'));
    const { exit, error } = await run('scan', drafts, '--pack', broken);
    expect([exit, error.includes('规则 broken/try-code.yaml：level')]).toEqual([64, true]);
  });

  test('usage errors are Chinese and exit 64; help is no error', async () => {
    const wrong = await run('scan', '--colour');
    const missing = await run('scan');
    const help = await run('scan', '--help');
    expect([wrong.exit, wrong.error, missing.exit, help.exit, help.out.startsWith('用法：')]).toEqual([
      64,
      '没有这个选项：--colour。用 xianshen --help 查看用法。\n',
      64,
      0,
      true,
    ]);
  });
});

describe('xianshen text and rules', () => {
  test('text lists every piece', async () => {
    const { exit, out } = await run('text', join(drafts, 'a.txt'), '--format', 'jsonl');
    expect([exit, lines(out).map(({ kind, where, text }) => [kind, where, text])]).toEqual([
      0,
      [
        ['body', '第1行', '通知'],
        ['body', '第2行', '参加翠 鸟 计划书法展。'],
        ['body', '第3行', '推进翠鸟計劃。'],
        ['file-name', '文件名', 'a'],
      ],
    ]);
  });

  test('rules test runs the examples of a folder', async () => {
    const { exit, error } = await run('rules', 'test', pack, '--only', 'try-code');
    expect([exit, error.endsWith('例句 8 条，不符 0 条。\n')]).toEqual([0, true]);
  });

  test('rules list names packs and rules', async () => {
    const { out } = await run('rules', 'list');
    expect(out.split('\n').length).toBeGreaterThan(25);
  });
});
