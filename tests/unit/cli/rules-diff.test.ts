import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommandLine } from '../../../cli/main.ts';
import { signerFromSeed } from '../../../host/crypto.ts';
import { sealPackFile } from '../../../review/chain/pack-file.ts';
import { writePackContent } from '../../../rules/authoring/index.ts';
import { EXAMPLES, ownPack } from '../host/own-pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'diff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEYWORD = `match: { keywords: ["代号甲"] }\n${EXAMPLES}`;
const first = ownPack({ 'own-1': KEYWORD, 'own-2': KEYWORD });
const second = ownPack({ 'own-1': `${KEYWORD}allow: ["代号甲骨文"]\n`, 'own-3': KEYWORD }, '2');

function packFolder(name: string, pack: typeof first): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const file of pack.files) writeFileSync(join(path, file.path), file.text);
  return path;
}
async function run(...args: string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const terminal = {
    out: (text: string) => void out.push(text),
    error: (text: string) => void error.push(text),
    showsProgress: false,
  };
  return { exit: await runCommandLine(args, terminal), out: out.join(''), error: error.join('') };
}

test('xianshen rules diff names what was added, changed and removed between a folder and a signed file', async () => {
  const before = packFolder('before', first);
  const after = join(folder, 'after.xspack');
  writeFileSync(after, sealPackFile(signerFromSeed(new Uint8Array(32).fill(7)), writePackContent(second)));
  const { exit, out, error } = await run('rules', 'diff', before, after);
  expect({ exit, out: out.split('\n'), error: error.split('\n') }).toEqual({
    exit: 1,
    out: ['own 1 → own 2', '新增  own-3\t规则own-3', '修改  own-1\t规则own-1\t无碍说法', '删除  own-2\t规则own-2', ''],
    error: ['规则包文件的签名没有核对，安装时由先审核对。', '新增 1，修改 1，删除 1。', ''],
  });
  expect((await run('rules', 'diff', before, before)).exit).toBe(0);
});

test('xianshen rules diff says which of the two is no pack', async () => {
  const bad = join(folder, 'bad.xspack');
  writeFileSync(bad, '{}');
  const { exit, error } = await run('rules', 'diff', join(folder, 'nowhere'), bad);
  expect([exit, error]).toEqual([
    2,
    `${join(folder, 'nowhere')}：没有这个文件夹或文件。\n${bad}：这不是先审的规则包文件（.xspack），或已损坏。\n`,
  ]);
});
