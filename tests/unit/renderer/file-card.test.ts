import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../../ingest/formats.ts';
import { extentOf } from '../../../renderer/screens/desk/fileFacts.ts';
import { originsOf } from '../../../renderer/screens/desk/places.ts';
import { type Draft, FORMAT_NAMES, type Piece } from '../../../review/model/index.ts';

const piece = (index: number, label: string, more: Partial<Piece> = {}): Piece => ({
  index,
  kind: 'body',
  visible: true,
  text: `文字${index}`,
  where: { label, part: '' },
  ...more,
});
const draft = (pieces: readonly Piece[], page: readonly number[]): Draft => ({
  source: { name: '稿.docx', size: 1, sha256: '', format: 'docx' },
  pieces,
  page: page.map((at) => ({ type: 'paragraph', piece: at })),
  warnings: [],
  unread: [],
});

test('every format that can be read has a name on the card', () => {
  expect(FORMATS.map(({ id }) => id).filter((id) => !Object.hasOwn(FORMAT_NAMES, id))).toEqual([]);
});

describe('how much there is to read', () => {
  test.each([
    ['3 页', ['第1页', '第3页', '第2页 页眉']],
    ['2 张工作表', ['工作表“点位” A1', '工作表“点位” B2', '工作表“人员” A1']],
    ['12 张幻灯片', ['第12张幻灯片', '第2张幻灯片']],
    ['2 段', ['第1段', '第2段']],
  ])('%s', (expected, labels) => {
    const pieces = labels.map((label, index) => piece(index, label));
    expect(extentOf(draft(pieces, [0, 1]))).toBe(expected);
  });
});

describe('the place a hidden text stands at', () => {
  const at = (part: string, paragraph?: number) => ({
    where: { label: '', part, ...(paragraph === undefined ? {} : { paragraph }) },
  });
  const pieces = [
    piece(0, '', at('word/document.xml', 1)),
    piece(1, '', { ...at('word/document.xml', 3), kind: 'hidden-text', visible: false }),
    piece(2, '', at('word/document.xml', 3)),
    piece(3, '', { ...at('word/document.xml'), kind: 'alt-text', visible: false }),
    piece(4, '', { ...at('docProps/core.xml'), kind: 'metadata', visible: false }),
    piece(5, '', { ...at(''), kind: 'file-name' }),
  ];
  const origin = originsOf(draft(pieces, [0, 2]));
  test('is its own paragraph, else the last one before it, and none for the file as a whole', () => {
    expect([1, 3, 4, 5].map((index) => origin(pieces[index] as Piece))).toEqual([2, 2, undefined, undefined]);
  });
});
