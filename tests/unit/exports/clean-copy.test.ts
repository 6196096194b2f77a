import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanCopier } from '../../../exports/index.ts';
import { readDraft } from '../../../ingest/index.ts';
import type { Draft } from '../../../review/model/index.ts';

async function read(name: string, bytes: Uint8Array): Promise<Draft> {
  const draft = await readDraft(name, bytes);
  if (!draft.ok) throw new Error(draft.error.code);
  return draft.data;
}
/** Edit that replaces every occurrence of a text in the pieces that hold it. */
const editsFor = (draft: Draft, text: string, replacement: string) =>
  draft.pieces.flatMap((piece) =>
    [...piece.text.matchAll(new RegExp(text, 'g'))].map((match) => ({
      piece: piece.index,
      start: match.index,
      end: match.index + text.length,
      replacement,
    })),
  );

describe('脱敏稿 of plain text', () => {
  for (const [encoding, bytes] of [
    ['utf-8', Buffer.from('通报\r\n\r\n甲工程  核6级，乙工程核6级。\r\n尾\t行\r\n')],
    ['utf-16le', Buffer.from('\ufeff通报\r\n\r\n甲工程  核6级，乙工程核6级。\r\n尾\t行\r\n', 'utf16le')],
  ] as const)
    test(`${encoding}: only the replaced words change`, async () => {
      const draft = await read('通报.txt', new Uint8Array(bytes));
      const made = await cleanCopier.make(draft, new Uint8Array(bytes), editsFor(draft, '核6级', '（略）'));
      expect(made.ok && [made.data.name, new TextDecoder().decode(made.data.bytes)]).toEqual([
        '通报-脱敏稿.txt',
        '通报\r\n\r\n甲工程  （略），乙工程（略）。\r\n尾\t行\r\n',
      ]);
    });

  test('of two overlapping edits the earlier one wins and nothing is lost', async () => {
    const bytes = new Uint8Array(Buffer.from('甲乙丙丁戊'));
    const draft = await read('a.txt', bytes);
    const edit = (start: number, end: number, replacement: string) => ({ piece: 0, start, end, replacement });
    const made = await cleanCopier.make(draft, bytes, [edit(2, 4, 'Y'), edit(1, 3, 'X')]);
    expect(made.ok && new TextDecoder().decode(made.data.bytes)).toBe('甲X丁戊');
  });
});

test('脱敏稿 of a Word file keeps what a reader sees, takes the edits, and brings nothing hidden along', async () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'build', 'sample');
  const name = '示例-人防工程质量抽查通报.docx';
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  const draft = await read(name, bytes);
  const made = await cleanCopier.make(draft, bytes, [
    ...editsFor(draft, '核6B级', '（略）'),
    ...editsFor(draft, '3号楼西侧绿地内', '（略）'),
  ]);
  if (!made.ok) throw new Error(made.error.code);
  expect(made.data.name).toBe('示例-人防工程质量抽查通报-脱敏稿.docx');
  const copy = await read(made.data.name, made.data.bytes);
  const visible = (each: Draft) =>
    each.pieces
      .filter((piece) => piece.visible && !['header', 'footer', 'file-name'].includes(piece.kind))
      .map((piece) => piece.text);
  expect(visible(copy)).toEqual(
    visible(draft).map((text) => text.replace('核6B级', '（略）').replace('3号楼西侧绿地内', '（略）')),
  );
  const all = copy.pieces.map((piece) => piece.text).join('\n');
  for (const gone of ['核6B级', '3号楼西侧', '2860', '先不要往外说']) expect(all).not.toContain(gone);
  expect(
    copy.pieces.filter((piece) =>
      ['comment', 'tracked-deletion', 'hidden-text', 'custom-data', 'part-residue'].includes(piece.kind),
    ),
  ).toEqual([]);
});
