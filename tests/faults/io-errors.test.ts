import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { shortOrLong } from '../short-or-long.ts';
import { opened, temporaryFolder } from '../unit/db/journal-fixture.ts';
import { canPreload, preloadedLayer } from './preloaded-layer.ts';

const { EIO, ENOSPC } = constants.errno;
const folder = mkdtempSync(join(tmpdir(), 'xianshen-io-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const layer = preloadedLayer('failing-io.c');

interface Fault {
  readonly call: 'pwrite' | 'pread' | 'sync' | 'ftruncate';
  readonly at: number;
  readonly ever: boolean;
  readonly errno: number;
}
const SPREAD = shortOrLong(
  [2, 9, 30],
  Array.from({ length: 40 }, (_, i) => i + 1),
);
const faults: Fault[] = canPreload
  ? (['pwrite', 'pread', 'sync', 'ftruncate'] as const).flatMap((call) =>
      SPREAD.flatMap((at) =>
        [false, true].map((ever) => ({ call, at, ever, errno: call === 'pwrite' && at % 2 === 0 ? ENOSPC : EIO })),
      ),
    )
  : [];

/** Runs the appending process under a fault and gives its lines, split in words. */
function lines(store: string, fault: Fault | undefined): readonly (readonly string[])[] {
  const environment = fault && {
    LD_PRELOAD: layer,
    FAULT_CALL: fault.call,
    FAULT_AT: String(fault.at),
    FAULT_ERROR: String(fault.errno),
    ...(fault.ever && { FAULT_EVER: '1' }),
  };
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'append-thirty.ts'), store], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  expect([run.status, run.stderr]).toEqual([0, '']);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}

const template = join(folder, 'thirty');
let acknowledged: readonly (readonly string[])[] = [];

/** A store of its own in which thirty events were acknowledged without any fault; made once, then copied. */
function storeOfThirty() {
  if (acknowledged.length === 0) {
    acknowledged = lines(template, undefined).filter(([word]) => word === 'ack');
    expect(acknowledged.length).toBe(30);
  }
  const store = temporaryFolder();
  cpSync(template, store, { recursive: true });
  return { store, before: acknowledged };
}

test.each(faults)(
  '$call number $at fails (for ever: $ever, errno $errno): what was acknowledged is there, what was denied is not',
  (fault) => {
    const { store, before } = storeOfThirty();
    const said = lines(store, fault);
    const journal = opened(store, { backupFolders: [] });
    const ids = journal.events().map((event) => event.id);
    expect([journal.readOnly, journal.check()]).toEqual([undefined, undefined]);
    for (const [word, second = '', id = ''] of [...before, ...said]) {
      if (word === 'ack') expect(ids[Number(second) - 1]).toBe(id);
      if (word === 'fail' && second !== 'store-unknown') expect(ids).not.toContain(id);
    }
    const known = new Set([...before, ...said].flatMap(([, , id]) => (id === undefined ? [] : [id])));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    // One fault that passes must not stop the work: the rest of the thirty goes in.
    if (!fault.ever && said.some(([word]) => word === 'ack')) expect(ids.length).toBeGreaterThanOrEqual(30 + 28);
  },
);

test.each(canPreload ? (['sync', 'pwrite'] as const) : [])(
  'the layer bites: while every %s fails, nothing is acknowledged',
  (call) => {
    const { store } = storeOfThirty();
    const said = lines(store, { call, at: 1, ever: true, errno: EIO });
    expect(said.filter(([word]) => word === 'ack')).toEqual([]);
  },
);
