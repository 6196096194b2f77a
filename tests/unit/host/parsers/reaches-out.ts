// A parser that was taken over tries what it must not be able to do, and reports how far it came as a list of words.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tries: Readonly<Record<string, () => unknown>> = {
  read: () => readFileSync('/etc/hostname'),
  write: () => writeFileSync(join(tmpdir(), 'xianshen-parser-was-here'), 'x'),
  folder: () => mkdtempSync(join(tmpdir(), 'xianshen-parser-')),
  spawn: () => {
    const { error } = spawnSync('true');
    if (error) throw error;
  },
  environment: () => {
    if (process.env.HOME === undefined && process.env.PATH === undefined) throw new Error('empty');
  },
};
process.on('message', () => {
  const reached = Object.entries(tries).filter(([, attempt]) => {
    try {
      attempt();
      return true;
    } catch (error) {
      return !(error instanceof Error);
    }
  });
  const word = ['reached', ...reached.map(([name]) => name)].join('-');
  process.send?.({ type: 'result', result: { ok: false, error: { code: word, message: '' } } });
});
