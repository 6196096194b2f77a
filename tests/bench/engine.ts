import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRuleSet } from '../../host/rule-files.ts';
import { Automaton, Hits } from '../../rules/engine/automaton.ts';
import { exampleDraft, timeRules } from '../../rules/index.ts';
import { HOSTILE, keywords, officeText } from './texts.ts';

/** Fastest of some runs, milliseconds, for everybody alike: other work on the machine only ever adds time. */
function fastest(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const codesOf = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const rate = (bytes: number, milliseconds: number): string => `${(bytes / 1e6 / (milliseconds / 1000)).toFixed(0)} MB/s`;
const say = (name: string, value: string, goal = '', met = true): void =>
  console.log(`${name.padEnd(34, ' ')} ${value.padStart(12)}  ${goal === '' ? '' : `${met ? '✓' : '✗'} ${goal}`}`);

function grep(text: string, words: readonly string[]): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writeFileSync(join(folder, 'text'), text);
    writeFileSync(join(folder, 'words'), `${words.join('\n')}\n`);
    const run = () =>
      execFileSync('grep', ['-F', '-o', '-f', join(folder, 'words'), join(folder, 'text')], {
        maxBuffer: 1 << 30,
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      });
    return fastest(3, run);
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pass(text: string, words: readonly string[]): { milliseconds: number; hits: number } {
  const codes = codesOf(text);
  const automaton = new Automaton(words);
  let hits = 0;
  const milliseconds = fastest(7, () => {
    const found = new Hits();
    automaton.find(codes, 0, codes.length, found);
    hits = found.length;
  });
  return { milliseconds, hits };
}

function bruteForce(text: string, words: readonly string[]): number {
  let count = 0;
  for (const word of words) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) count++;
  return count;
}

export function benchEngine(): void {
  const text = officeText(5_000_000);
  const bytes = Buffer.byteLength(text);
  const ten = keywords(10_000);
  const hundred = keywords(100_000);
  const small = text.slice(0, 50_000);
  const exact = pass(small, ten).hits === bruteForce(small, ten);
  say('关键词召回（对照逐词查找）', exact ? '100 %' : '不符', '100 %', exact);
  const grepTime = grep(text, ten);
  const tenTime = pass(text, ten);
  const hundredTime = pass(text, hundred);
  say('文本', `${(bytes / 1e6).toFixed(1)} MB`);
  if (grepTime !== undefined) say('grep -F，一万词', rate(bytes, grepTime));
  const faster = grepTime === undefined ? Number.NaN : grepTime / tenTime.milliseconds;
  say('关键词一遍，一万词', rate(bytes, tenTime.milliseconds), `${faster.toFixed(1)} × grep，须 ≥ 4`, !(faster < 4));
  const dearer = hundredTime.milliseconds / tenTime.milliseconds;
  say('关键词一遍，十万词', rate(bytes, hundredTime.milliseconds), `${dearer.toFixed(2)} × 一万词，须 ≤ 1.5`, dearer <= 1.5);
  benchPipeline(text, bytes, grepTime);
}

function benchPipeline(text: string, bytes: number, grepTime: number | undefined): void {
  const loading = performance.now();
  const { engine } = readRuleSet();
  say('载入规则', `${(performance.now() - loading).toFixed(0)} ms`);
  engine.scan(exampleDraft(text.slice(0, 20_000)));
  const draft = exampleDraft(text);
  const whole = fastest(3, () => engine.scan(draft));
  const times = grepTime === undefined ? Number.NaN : grepTime / whole;
  say('全部流程与全部规则', rate(bytes, whole), `${times.toFixed(2)} × grep，须 ≥ 1`, !(times < 1));
  const short = exampleDraft(text.slice(0, 3400));
  const warm = fastest(21, () => engine.scan(short));
  say('10 KB 文稿（热）', `${warm.toFixed(1)} ms`, '须 < 20 ms', warm < 20);
  const half = exampleDraft(text.slice(0, text.length / 2));
  const doubled = whole / fastest(3, () => engine.scan(half));
  say('文本加倍', `${doubled.toFixed(2)} ×`, '须 ≤ 2.2', doubled <= 2.2);
  for (const { name, make } of HOSTILE) {
    const one = exampleDraft(make(500_000));
    const two = exampleDraft(make(1_000_000));
    const first = fastest(3, () => engine.scan(one));
    const second = fastest(3, () => engine.scan(two));
    const growth = second / first;
    say(`恶意文本：${name}`, `${second.toFixed(0)} ms`, `加倍 ${growth.toFixed(2)} ×，须 ≤ 2.2`, growth <= 2.2);
  }
  for (const slow of timeRules(engine, [draft], () => performance.now()).slice(0, 8))
    say(`  ${slow.rule}`, `${slow.milliseconds.toFixed(1)} ms`);
  say('内存峰值', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

if (import.meta.main) benchEngine();
