import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const ROWS = readFileSync(join(ROOT, 'docs', 'test-catalogue.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, row = '', , tests = ''] = line.split(' | ').length === 3 ? ['', ...line.split(' | ')] : [];
    return /^\| \d/.test(row) ? [{ row: row.slice(2), tests: tests.replace(/ \|$/, '').split('<br>') }] : [];
  });

test('the catalogue has a row for each of T1 to T20, and each row a test', () => {
  const numbers = new Set(ROWS.map(({ row }) => Number(row.split(' ')[0])));
  expect([...numbers]).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(ROWS.filter(({ tests }) => tests.length === 0 || tests.includes(''))).toEqual([]);
});

test('every file it names exists, and holds a test of every name', () => {
  const missing = ROWS.flatMap(({ row, tests }) =>
    tests.flatMap((one) => {
      const [file = '', ...name] = one.split(': ');
      const path = join(ROOT, file);
      if (!existsSync(path)) return [`T${row}: no file ${file}`];
      return readFileSync(path, 'utf8').includes(name.join(': ')) ? [] : [`T${row}: ${file} has no ${name.join(': ')}`];
    }),
  );
  expect(missing).toEqual([]);
});
