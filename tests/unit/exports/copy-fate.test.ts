import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyFate, type Piece } from '../../../review/model/index.ts';
import { MARKER, PLANTED } from '../../fixtures/ingest/planted-docx.ts';
import { PLANTED_OFDS } from '../../fixtures/ingest/planted-ofd.ts';
import { PLANTED_SLIDES } from '../../fixtures/ingest/planted-pptx.ts';
import { PLANTED_SHEETS } from '../../fixtures/ingest/planted-xlsx.ts';
import { copied } from './copied.ts';

const FILES = join(import.meta.dirname, '..', '..', 'fixtures', 'ingest');
const planted = [
  ...PLANTED.map((each) => ['docx', each] as const),
  ...PLANTED_SHEETS.map((each) => ['xlsx', each] as const),
  ...PLANTED_SLIDES.map((each) => ['pptx', each] as const),
  ...PLANTED_OFDS.map((each) => ['ofd', each] as const),
].map(([format, { place, bytes }]) => [`${format}: ${place}`, `稿件.${format}`, bytes] as const);
const office = ['office-sample.docx', 'office-sample.doc', 'office-sample.rtf', 'office-sheets.xls', 'office-slides.ppt'].map(
  (name) => [name, name, () => new Uint8Array(readFileSync(join(FILES, name)))] as const,
);
const key = ({ kind, text }: Piece): string => `${kind} ${text}`;

test.each([...planted, ...office])('%s: what the window says of its hidden texts is true of the copy', async (_, name, bytes) => {
  const { before, after } = await copied(name, bytes(), () => []);
  const { format } = before.source;
  const told = before.pieces.filter((piece) => piece.kind !== 'file-name' && piece.text.includes(MARKER));
  const fates = told.map((piece) => copyFate(format, piece));
  expect(fates).not.toContain('manual');
  const removed = told.filter((_piece, at) => fates[at] === 'removed');
  const left = new Set(after.pieces.filter(({ visible }) => !visible).map(key));
  expect(removed.map(key).filter((each) => left.has(each))).toEqual([]);
  // What is said to stay is there, as content of the page.
  const shown = after.pieces.filter(({ visible }) => visible).map(({ text }) => text);
  const kept = told.filter((_piece, at) => fates[at] === 'kept').map(({ text }) => text.trim());
  expect(kept.filter((text) => !shown.some((each) => each.includes(text)))).toEqual([]);
});

test('what plain text, a picture or an archive hides is for a person', () => {
  const hidden = { kind: 'hidden-text', visible: false, where: { label: '第1行', part: '' } } as const;
  expect(['txt', 'picture', 'zip', 'pdf'].map((format) => copyFate(format, hidden))).toEqual([
    'manual',
    'manual',
    'manual',
    'removed',
  ]);
});
