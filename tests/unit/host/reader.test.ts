import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeForkParser, parserEntry } from '../../../host/fork-parser.ts';
import type { ForkParser } from '../../../host/parser-protocol.ts';
import { createReader, type ReaderOptions } from '../../../host/reader.ts';
import type { JobControl } from '../../../review/ports.ts';
import { code } from './temporary.ts';

const text = (value: string) => new Uint8Array(Buffer.from(value, 'utf8'));
const parser = (name: string) => join(import.meta.dirname, 'parsers', `${name}.ts`);

/** Forks like Node does and remembers the processes. */
function remembering(entry: string, heapMiB?: number) {
  const pids: number[] = [];
  const forkParser: ForkParser = async () => {
    const handle = await nodeForkParser(entry, heapMiB)();
    pids.push(handle.pid ?? 0);
    return handle;
  };
  const alive = () =>
    pids.filter((pid) => {
      try {
        return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
      } catch (error) {
        if (error instanceof Error && 'code' in error) return false;
        throw error;
      }
    });
  return { forkParser, alive, pids };
}

function job() {
  const abort = new AbortController();
  const phases: string[] = [];
  const control: JobControl = { signal: abort.signal, progress: (phase) => phases.push(phase) };
  return { control, phases, abort };
}

async function reading(name: string, options: ReaderOptions = {}, fileName = 'a.txt', heapMiB?: number) {
  const { forkParser, alive } = remembering(parser(name), heapMiB);
  const before = readdirSync(tmpdir());
  const result = await createReader({ ...options, forkParser }).read(fileName, text('abc'), job().control);
  const left = readdirSync(tmpdir()).filter((entry) => !before.includes(entry) && entry.startsWith('xianshen-parser'));
  expect({ alive: alive(), left }).toEqual({ alive: [], left: [] });
  return result;
}

test('a text file comes back as a draft over its own bytes, with progress, and its process is gone', async () => {
  const { forkParser, alive, pids } = remembering(parserEntry());
  const { control, phases } = job();
  const result = await createReader({ forkParser }).read('通知.txt', text('第一段。\n第二段。'), control);
  if (!result.ok) throw new Error(result.error.code);
  expect(result.data.source).toMatchObject({ name: '通知.txt', size: 25, format: 'txt', encoding: 'utf-8' });
  expect(result.data.pieces.map((piece) => piece.text)).toEqual(['第一段。', '第二段。', '通知']);
  expect(phases.length).toBeGreaterThan(0);
  expect([pids.length, alive()]).toEqual([1, []]);
});

test('what ingest says about a bad file reaches the caller', async () => {
  const reader = createReader();
  const { control } = job();
  expect([
    code(await reader.read('空.txt', new Uint8Array(0), control)),
    code(await reader.read('坏.docx', text('PK\u0003\u0004 truncated'), control)),
  ]).toEqual(['file-empty', expect.stringMatching(/^(zip|format)-/)]);
});

test('a parser that never answers is stopped at the time limit', async () => {
  expect(code(await reading('sleeps', { timeLimitMs: 300 }))).toBe('reader-timeout');
  expect(code(await reading('spins', { timeLimitMs: 1000 }))).toBe('reader-timeout');
});

test('a parser that outgrows its heap is stopped', async () => {
  expect(code(await reading('eats-heap', {}, 'a.txt', 64))).toBe('reader-memory');
});

test('a parser that fills memory outside its heap is stopped', async () => {
  expect(code(await reading('eats-memory', { memoryLimitBytes: 300_000_000 }))).toBe('reader-memory');
});

test('a parser that crashes, or is not there, is an answer', async () => {
  expect(code(await reading('crashes'))).toBe('reader-crashed');
  expect(code(await reading('no-such-parser'))).toBe('reader-crashed');
});

test.each(['digest.txt', 'shape.txt', 'extra.txt', 'rubbish.txt', 'code.txt', 'null.txt'])(
  'the lie of %s is not believed',
  async (name) => {
    expect(code(await reading('lies', {}, name))).toBe('reader-crashed');
  },
);

test('a parser that was taken over can read, write and start nothing, and knows nothing of us', async () => {
  expect(code(await reading('reaches-out'))).toBe('reached');
});

test('cancelling kills the parser at once', async () => {
  const { forkParser, alive, pids } = remembering(parser('spins'));
  const { control, abort } = job();
  const running = createReader({ forkParser }).read('a.txt', text('abc'), control);
  await expect.poll(() => pids.length).toBe(1);
  setTimeout(() => abort.abort(), 100);
  expect(code(await running)).toBe('cancelled');
  expect(alive()).toEqual([]);
});

test('a reading that was cancelled before its turn starts no process', async () => {
  const { forkParser, pids } = remembering(parserEntry());
  const { control, abort } = job();
  abort.abort();
  expect(code(await createReader({ forkParser }).read('a.txt', text('abc'), control))).toBe('cancelled');
  expect(pids).toEqual([]);
});

test('many files at once keep their own answers, two processes at a time', async () => {
  const { forkParser, alive } = remembering(parserEntry());
  const reader = createReader({ forkParser });
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, alive().length);
  }, 5);
  const words = Array.from({ length: 6 }, (_, i) => `第${i}份材料。`);
  const results = await Promise.all(words.map((word) => reader.read('a.txt', text(word), job().control)));
  clearInterval(watch);
  expect(results.map((result) => (result.ok ? result.data.pieces[0]?.text : result.error.code))).toEqual(words);
  expect(most).toBe(2);
});

test('the reader goes on after a parser was killed', async () => {
  const kinds = [parser('crashes'), parser('crashes'), parserEntry()];
  const forkParser: ForkParser = () => nodeForkParser(kinds.shift() ?? '')();
  const reader = createReader({ forkParser });
  const codes: string[] = [];
  for (let i = 0; i < 3; i += 1) codes.push(code(await reader.read('a.txt', text('正文。'), job().control)));
  expect(codes).toEqual(['reader-crashed', 'reader-crashed', 'ok']);
});
