import { expect, test } from 'vitest';
import { type PictureMark, picturePlan, readDraft } from '../../../ingest/index.ts';
import { line, makePdf, type PdfRecipe } from '../../fixtures/ingest/make-pdf.ts';

const VALUE = '某路三号';

/** The plan for every place of the value in the visible pieces of a file. */
async function planFor(recipe: PdfRecipe) {
  const bytes = makePdf(recipe);
  const draft = await readDraft('稿.pdf', bytes);
  const pieces = draft.ok ? draft.data.pieces.filter(({ visible, kind }) => visible && kind !== 'file-name') : [];
  const marks = pieces.flatMap(({ index: piece, text }): PictureMark[] => {
    const start = text.indexOf(VALUE);
    return start < 0 ? [] : [{ piece, start, end: start + VALUE.length, text }];
  });
  const plan = await picturePlan(bytes, marks);
  if (!plan.ok) throw new Error(plan.error.code);
  return { marks, bytes, ...plan.data };
}
const rounded = (box: readonly number[]): number[] => box.map(Math.round);

test('each character of a marked text has its box, measured from the upper left of the page as it is shown', async () => {
  const { pages, unplaced } = await planFor({ content: line(100, 700, `地址${VALUE}。`, 20) });
  expect([pages.length, pages[0]?.width, pages[0]?.height, unplaced]).toEqual([1, 595, 842, []]);
  expect(pages[0]?.bars.map(({ box, size }) => [...rounded(box), size])).toEqual(
    [140, 160, 180, 200].map((left) => [left, 842 - 716, left + 20, 842 - 696, 20]),
  );
});

test('a page that is turned and starts elsewhere has its boxes turned with it; sizes grow with its unit', async () => {
  const recipe = { content: line(100, 700, VALUE, 20), mediaBox: '[0 100 400 800]' };
  const turned = await planFor({ ...recipe, page: '/Rotate 90' });
  expect([turned.pages[0]?.width, turned.pages[0]?.height]).toEqual([700, 400]);
  expect(rounded(turned.pages[0]?.bars[0]?.box ?? [])).toEqual([596, 100, 616, 120]);
  const large = await planFor({ ...recipe, page: '/UserUnit 2' });
  expect([large.pages[0]?.width, large.pages[0]?.bars[0]?.size]).toEqual([800, 40]);
});

test('bold that is painted twice is covered twice; a text over two lines has its characters in both', async () => {
  const twice = await planFor({ content: line(100, 700, VALUE, 20) + line(100.6, 700, VALUE, 20) });
  expect(twice.pages[0]?.bars).toHaveLength(8);
  const long = '这一行文字写满了整个版心一直到最右边才换行因此后面的字接着写在下一行的开头某路';
  const wrapped = await planFor({ content: line(60, 700, long, 12) + line(60, 684, '三号，其余不变。', 12) });
  expect(wrapped.pages[0]?.bars.map(({ box }) => Math.round(box[1]))).toEqual([132, 132, 148, 148]);
});

test('hidden text that a picture could betray is named with what to do about it', async () => {
  const { pages } = await planFor({
    content: [
      line(100, 700, `地址${VALUE}`),
      `3 Tr ${line(100, 660, '不')}0 Tr `,
      `0.97 g ${line(100, 620, '淡')}0 g `,
      `${line(100, 580, '遮')}0.5 g 90 570 60 40 re f 0 g `,
      line(100, 540, '小', 1),
      line(-300, 500, '外'),
      line(-8, 460, '边', 12),
      `q 0 400 106 40 re W n ${line(103, 410, '裁', 12)}Q `,
    ].join(''),
  });
  expect(pages[0]?.veils.map(({ how, color }) => [how, color])).toEqual([
    ['level', 0xffffff],
    ['cover', 0x808080],
    ['paint', 0xffffff],
    ['cover', 0xffffff],
    ['cover', 0xffffff],
  ]);
});

test('another reading than the one decided on is refused, and what is no painted text has no place', async () => {
  const { bytes, marks } = await planFor({ content: line(100, 700, VALUE), info: `/Title (abc)` });
  const [mark] = marks;
  const other = await picturePlan(bytes, [{ piece: mark?.piece ?? 0, start: 0, end: 2, text: '别的文字' }]);
  expect(!other.ok && other.error.code).toBe('picture-plan');
  expect((await planFor({ content: line(100, 700, '别的文字') })).unplaced).toEqual([]);
});
