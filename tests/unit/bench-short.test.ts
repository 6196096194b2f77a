import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { HOSTILE, HOSTILE_COMMAND, HOSTILE_PERSONAL, HOSTILE_WORKS } from '../bench/texts.ts';

/** Names of the rows that a short run prints, every number as N. */
async function rowsOf(bench: string): Promise<readonly string[]> {
  const main = join(import.meta.dirname, '..', 'bench', 'main.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [main, bench, '--alone', '--short']);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => (line.trim().split(/ {2,}/)[0] ?? '').replaceAll(/\d[\d.]*/g, 'N'));
}

// That each bench runs and prints its rows; what they say is judged by `npm run bench`, never by a test.
test.each<[string, readonly string[]]>([
  [
    'keywords',
    [
      'text',
      'hits, ours / brute force',
      'our pass, N words, N hits',
      'GNU grep -F, N words',
      'modern-ahocorasick/fast, N hits',
      'mint-filter, N hits',
      'ours beside the faster of the two',
      'our pass, N words',
    ],
  ],
  [
    'lists',
    [
      'taking a list of N works into force',
      'taking a list of N works into force',
      'a check without a list',
      'a check with N works',
      'a check with N works',
    ],
  ],
  [
    'ingest',
    [
      'start of a process from source, readers loaded',
      'small .docx (N MB), swept',
      'mammoth alone',
      'whole reading, N characters',
      'sweep beside mammoth',
      'small .pdf (N MB), N characters',
      'pdfjs alone, N characters',
      'ours beside pdfjs',
      'text in one line, N MB',
    ],
  ],
  ['clean-copy', ['small .docx, N replacements', 'reading it again', 'the copy beside the reading']],
  [
    'journal',
    [
      'one durable act with its anchor, median',
      'one durable act with its anchor, N of N',
      'events',
      'start with its check',
      'whole chain, hashes and links',
      'reading every event',
      'every signature',
      'of all threads at work, together',
      'writing the log for the inspector',
      'reading one case of N events',
      'size of an event in the file',
      'peak memory',
    ],
  ],
])('the short run of %s prints its rows', async (bench, rows) => {
  expect(await rowsOf(bench)).toEqual(rows);
});

test('the short run of engine prints its rows and the slowest rules', async () => {
  const rows = await rowsOf('engine');
  expect(rows.slice(0, 9)).toEqual([
    'text',
    'loading the rules',
    'whole pipeline, all rules',
    'GNU grep -F, N words',
    'the first scan of the process, half the text',
    'twice the text',
    'N labelled drafts, N MB, one by one',
    'a draft of N KB, warm',
    'peak memory',
  ]);
  expect(rows.slice(9).map((row) => row.startsWith('rule '))).toEqual(Array.from({ length: 8 }, () => true));
});

test('the short run of growth prints a row for every hostile text and for the other works', async () => {
  const kinds = [...HOSTILE, ...HOSTILE_COMMAND, ...HOSTILE_PERSONAL, ...HOSTILE_WORKS];
  const rows = await rowsOf('growth');
  expect(rows.map((row) => row.replace(/^.*?: /, ''))).toEqual([
    ...['office prose', ...kinds.map(({ name }) => name.replaceAll(/\d/g, 'N'))].map((name) => `${name}, N k`),
    'comparing versions, few changes',
    'comparing versions, nothing in common',
    'merging the findings of an office',
  ]);
});

test('a bench that does not exist is named, with those that do', async () => {
  const main = join(import.meta.dirname, '..', 'bench', 'main.ts');
  const failed = await promisify(execFile)(process.execPath, [main, 'speed']).catch((error) => error);
  expect([failed.code, failed.stderr]).toEqual([
    64,
    'no such bench: speed. There are: keywords, engine, growth, lists, ingest, clean-copy, journal, verifier, desk, clerk, window.\n',
  ]);
});
