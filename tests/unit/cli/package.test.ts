import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommandLine } from '../../../cli/main.ts';
import { parcels } from '../../../host/parcels.ts';
import { exchangeRoster, Station } from '../review/support/exchange-office.ts';

const folder = mkdtempSync(join(tmpdir(), 'package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const station = new Station(exchangeRoster(2), 0).open();
const root = station.roster.now?.rootKey ?? '';

function laid(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function run(...args: string[]): Promise<{ exit: number; out: string }> {
  let out = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    error: () => undefined,
    showsProgress: false,
  };
  return { exit: await runCommandLine(['package', 'verify', ...args], terminal), out };
}

test('a whole package says whose it is and what it holds; a fingerprint from paper is compared', async () => {
  const file = laid('good.xspkg', parcels.pack(station.pack()));
  const { exit, out } = await run(file, '--json', '--root', (root.match(/.{4}/g) ?? []).join('-').toUpperCase());
  const { valid, paper, cases, workstations, roster } = JSON.parse(out);
  expect([exit, valid, paper, cases, workstations, roster.workstations > 1]).toEqual([
    0,
    true,
    'same',
    ['XS-2026-001'],
    [{ ws: station.ws, events: 3 }],
    true,
  ]);
  const words = await run(file);
  expect([words.exit, words.out.includes('给本单位任何一台'), words.out.trim().split('\n').at(-1)]).toEqual([
    0,
    true,
    '核验通过。',
  ]);
  expect((await run(file, '--root', '0000')).exit).toBe(1);
});

test('a changed package, a forked one, a file that is none and no file are told apart by exit codes', async () => {
  const parts = new Map(station.pack());
  const bent = parts.get('events.jsonl')?.slice() ?? new Uint8Array();
  bent[40] = (bent[40] ?? 0) ^ 1;
  const changed = await run(laid('bent.xspkg', parcels.pack(parts.set('events.jsonl', bent))));
  const twin = station.clone();
  twin.version(2, '甲');
  const other = station.clone();
  other.version(2, '乙');
  twin.forks = other.own.length > 0 ? other.events.slice(-2) : [];
  const forked = await run(laid('forked.xspkg', parcels.pack(twin.pack())));
  expect([changed.exit, changed.out.includes('package-format'), forked.exit, forked.out.includes('分叉')]).toEqual([
    1,
    true,
    1,
    true,
  ]);
  expect((await run(laid('none.xspkg', new Uint8Array(20)))).exit).toBe(1);
  expect((await run(join(folder, 'nowhere.xspkg'))).exit).toBe(2);
  expect((await run()).exit).toBe(64);
});
