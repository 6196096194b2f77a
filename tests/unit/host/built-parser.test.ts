import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { BUILT_PARSER, builtParser, builtParserFolder } from '../../../host/built-parser.ts';
import { temporaryFolder } from './temporary.ts';

const SOURCES = [
  'ingest/pdf/reader.ts',
  'review/model/draft.ts',
  'host/parser-process.ts',
  'host/parser-protocol.ts',
  'host/serve-parser.ts',
  'build/parser.ts',
  'package-lock.json',
];

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('the bundled parser is run only while it is made of exactly the sources that are there', () => {
  const root = temporaryFolder();
  for (const source of SOURCES) write(root, source, 'as it was');
  expect(builtParser(root)).toBeUndefined();
  const entry = join(builtParserFolder(root), BUILT_PARSER);
  mkdirSync(dirname(entry), { recursive: true });
  writeFileSync(entry, '');
  expect(builtParser(root)).toBe(entry);
  for (const source of SOURCES) {
    write(root, source, 'changed');
    expect([source, builtParser(root)]).toEqual([source, undefined]);
    write(root, source, 'as it was');
  }
  write(root, 'ingest/further.ts', 'new');
  expect(builtParser(root)).toBeUndefined();
});
