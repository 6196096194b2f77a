import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import type { Draft } from '../../../review/model/index.ts';
import { line, makePdf } from '../../fixtures/ingest/make-pdf.ts';
import { MARKER } from '../../fixtures/ingest/planted-docx.ts';
import { PLANTED_PDFS } from '../../fixtures/ingest/planted-pdf.ts';

async function read(bytes: Uint8Array): Promise<Draft> {
  const result = await readDraft('稿.pdf', bytes);
  if (!result.ok) throw new Error(result.error.message);
  return result.data;
}

test.each(PLANTED_PDFS.map((planted) => [planted.place, planted] as const))(
  '%s: the marker is found once, with its kind',
  async (_, planted) => {
    const { pieces } = await read(planted.bytes());
    const found = pieces.filter((piece) => piece.text.includes(MARKER));
    expect(found.map(({ kind, visible }) => ({ kind, visible }))).toEqual([{ kind: planted.kind, visible: planted.visible }]);
    expect(pieces.some((piece) => piece.visible && piece.text === '前文说明有关情况。')).toBe(true);
  },
);

test('text on a dark ground, beside a frame and on a picture is seen', async () => {
  const content = `0 g 50 690 300 30 re f 1 g ${line(60, 700, '黑底上的白字。')} 0 g 40 500 400 300 re S ${line(60, 640, '框里的字。')} 40 580 400 40 re 45 585 390 30 re f* ${line(60, 600, '双线框里的字。')}`;
  const { pieces } = await read(makePdf({ content }));
  expect(pieces.filter((piece) => piece.kind !== 'file-name').map(({ visible, text }) => [visible, text])).toEqual([
    [true, '黑底上的白字。'],
    [true, '框里的字。'],
    [true, '双线框里的字。'],
  ]);
});

test('a page with a picture and no text is named for a person', async () => {
  const picture = { dict: '/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray', data: 'abcd' };
  const recipe = { content: 'q 595 0 0 842 0 0 cm /I1 Do Q', resources: '/XObject<</I1 20 0 R>>', objects: [picture] };
  const { unread } = await read(makePdf(recipe));
  expect(unread).toEqual([
    { code: 'scan', part: '第1页', message: '第1页无文字层，可能是扫描件，图片里的文字不能由程序检查，须人工查看。' },
  ]);
});
