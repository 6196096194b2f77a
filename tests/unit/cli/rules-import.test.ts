import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../cli/main.ts';
import { makeWorkbook } from '../../fixtures/office-lists/make-workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'rules-import-'));
const file = (name: string) => join(folder, name);
const HEAD = ['工程名称', '别名', '地址', '备注'];

beforeAll(async () => {
  const write = async (name: string, rows: readonly (readonly string[])[]) => writeFileSync(file(name), await makeWorkbook(rows));
  await write('works.xlsx', [HEAD, ['青杉里二期', '', '云溪市临湖区檀溪路66号', '']]);
  await write('more.xlsx', [HEAD, ['青杉里二期', '', '云溪市临湖区檀溪路66号', ''], ['碧梧园北区', '', '', '']]);
  await write('wrong.xlsx', [HEAD, ['青杉里二期', '', '', ''], ['', '某别名', '', '']]);
  await write('contacts.xlsx', [
    ['单位', '号码'],
    ['便民窗口', '13900000011'],
  ]);
  writeFileSync(file('draft.txt'), '便民服务站设于檀溪路66号。\n信访人手机：13900000011。\n');
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

describe('xianshen rules import', () => {
  test('writes a folder that scan takes as a pack; the list finds and silences', async () => {
    const works = file('名录');
    const contacts = file('联系方式');
    const exits = [
      (await run('rules', 'import', file('works.xlsx'), '--kind', 'works', '--out', works)).exit,
      (await run('rules', 'import', file('contacts.xlsx'), '--kind', 'contacts', '--out', contacts)).exit,
    ];
    const scan = await run('scan', file('draft.txt'), '--format', 'jsonl', '--pack', works, '--pack', contacts);
    const lines = scan.out.trim().split('\n');
    const found = lines.map((line) => JSON.parse(line) as { readonly rule: string; readonly text: string });
    expect([exits, scan.exit, found.map(({ rule, text }) => `${rule} ${text}`)]).toEqual([
      [0, 0],
      1,
      ['office-works-address 檀溪路66号'],
    ]);
  });

  test('raises the version only when the rows are others', async () => {
    const out = file('版本');
    const version = () => /version: "(\d+)"/.exec(readFileSync(join(out, 'pack.yaml'), 'utf8'))?.[1];
    const seen = [];
    for (const name of ['works.xlsx', 'works.xlsx', 'more.xlsx']) {
      const { exit, error } = await run('rules', 'import', file(name), '--kind', 'works', '--out', out);
      seen.push([exit, version(), /新增 1，改动 0，减少 0|相同/.exec(error)?.[0]]);
    }
    expect(seen).toEqual([
      [0, '1', '新增 1，改动 0，减少 0'],
      [0, '1', '相同'],
      [0, '2', '新增 1，改动 0，减少 0'],
    ]);
  });

  test('tells wrong rows as the window does and writes nothing, unless only the right ones are asked for', async () => {
    const out = file('有错');
    const refused = await run('rules', 'import', file('wrong.xlsx'), '--kind', 'works', '--out', out);
    const taken = await run('rules', 'import', file('wrong.xlsx'), '--kind', 'works', '--out', out, '--only-correct');
    expect([refused.exit, refused.error.split('\n')[0], taken.exit, readdirSync(out).sort()]).toEqual([
      2,
      '第3行“工程名称”列：不能为空',
      0,
      ['list.json', 'pack.yaml'],
    ]);
  });

  test('leaves a folder alone that is not the one of this list, and refuses wrong arguments', async () => {
    const foreign = file('别的');
    mkdirSync(foreign);
    writeFileSync(join(foreign, '重要.txt'), '别动');
    const exits = [
      (await run('rules', 'import', file('works.xlsx'), '--kind', 'works', '--out', foreign)).exit,
      (await run('rules', 'import', file('works.xlsx'), '--kind', 'else', '--out', file('新'))).exit,
      (await run('rules', 'import', file('works.xlsx'), '--kind', 'works')).exit,
      (await run('rules', 'import', file('没有.xlsx'), '--kind', 'works', '--out', file('新'))).exit,
    ];
    expect([exits, readdirSync(foreign)]).toEqual([[64, 64, 64, 2], ['重要.txt']]);
  });
});
