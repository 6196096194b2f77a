import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { type PackScan, packScan } from '../../../host/pack-scan.ts';
import { exampleDraft } from '../../../rules/index.ts';
import { must } from './office.ts';
import { EXAMPLES, near, ownPack } from './own-pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'pack-scan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEYWORD = `match: { keywords: ["代号甲"] }\n${EXAMPLES}`;
/** Linear, as all own patterns are, and still a second's work for every few lines. */
const SLOW = near('(?P<value>甲)(?:(?:a{1,30}){1,30}b)?');
const LONG = `${'甲'.repeat(190)}${'a'.repeat(190)}！\n`.repeat(400);
const JOB = { progress: () => undefined, signal: new AbortController().signal };
const ON = { on: '2026-11-21' };

function packFolder(name: string, rules: Readonly<Record<string, string>>): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const file of ownPack(rules, '1', name).files) writeFileSync(join(path, file.path), file.text);
  return path;
}
function scanOf(folders: readonly string[], limitMs?: number): PackScan {
  const scan = packScan(folders, limitMs === undefined ? {} : { limitMs });
  onTestFinished(() => scan.close());
  return scan;
}

describe('a scan with packs given by folder', () => {
  test('finds what the program and the pack find, and names both in the rule set', async () => {
    const scan = scanOf([packFolder('words', { 'own-1': KEYWORD })]);
    const { findings, stopped } = await must(scan.scan(exampleDraft('代号甲，手机13958263417'), JOB, ON));
    expect(findings.map(({ rule, text }) => `${rule} ${text}`)).toEqual(['own-1 代号甲', 'mobile-phone 13958263417']);
    expect([stopped, scan.identity.packs.some((name) => name.startsWith('words@1:'))]).toEqual([[], true]);
  });

  test('ends a rule over its time, names it, and finds what the others find', async () => {
    const scan = scanOf([packFolder('slow', { 'own-1': KEYWORD, 'own-2': SLOW })], 300);
    const { findings, stopped } = await must(scan.scan(exampleDraft(`${LONG}代号甲`), JOB, ON));
    expect([stopped.map(({ rule }) => rule), findings.map(({ rule }) => rule)]).toEqual([['own-2'], ['own-1']]);
  });

  test('runs the examples of the program’s rules and of others’, and ends those that take too long', async () => {
    const slow = SLOW.replace('"⟦甲⟧四"', JSON.stringify(`⟦甲⟧四${LONG}`));
    const scan = scanOf([packFolder('examples', { 'own-1': slow, 'own-2': KEYWORD })], 300);
    const asked = scan.packs.flatMap(({ rules }) => rules).filter(({ id }) => ['own-1', 'own-2', 'mobile-phone'].includes(id));
    const told: [string, string | boolean][] = [];
    for (const rule of asked) {
      const run = await scan.examples(rule);
      told.push([rule.id, run.ok ? run.data.every(({ ok }) => ok) : run.error.code]);
    }
    expect(told).toEqual([
      ['mobile-phone', true],
      ['own-1', 'user-rules-slow'],
      ['own-2', true],
    ]);
  });

  test('names rules that must not stand beside the program’s', async () => {
    const scan = scanOf([packFolder('wrong', { 'mobile-phone': KEYWORD, 'own-2': `refuses: true\n${KEYWORD}` })]);
    expect(await must(scan.problems())).toMatchObject({
      ownBroken: true,
      problems: [
        { file: 'wrong/mobile-phone.yaml', message: '规则编号与另一条规则重复' },
        { file: 'wrong/own-2.yaml', message: '只有随程序提供的密级标志规则可以拒收文件' },
      ],
    });
  });
});
