import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { line, makePdf } from '../fixtures/ingest/make-pdf.ts';
import { DeskPage, SubmitPage } from './pages/index.ts';
import { logIn, setUpOffice } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const PHONE = '13912345678';
const NAME = '通报.pdf';
const WORDING = '请拨总机';
/** A page with a number, the same number hidden behind a bar and in white, a title and an annotation that repeat it. */
const DRAFT = makePdf({
  content: [
    line(72, 760, '云溪市人防工程质量抽查通报', 20),
    line(72, 700, `联系人电话${PHONE}，请各单位遵照执行。`),
    line(72, 670, '本次抽查的其他情况见正文，现予通报。'),
    line(72, 600, `原号码${PHONE}`),
    '70 594 200 20 re f\n',
    `1 g\n${line(72, 540, `白字${PHONE}`)}0 g\n`,
  ].join(''),
  page: `/Annots[<</Type/Annot/Subtype/Text/Rect[300 300 320 320]/Contents(tel ${PHONE})>>]`,
  info: `/Title (${PHONE})`,
});

test('a PDF becomes a picture PDF: new wording stands where the number stood, nothing of it can be read in the file, and every page is read through', async ({
  app,
}, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop({ name: NAME, bytes: Buffer.from(DRAFT) });
  await submit.start();
  const desk = new DeskPage(page);
  await desk.findings.first().waitFor();
  const { total } = await desk.counts();
  // The one place the page shows; the others are hidden under a bar, in white, in the title and an annotation.
  await desk.findings.filter({ hasNotText: /遮住|同色|属性|注释/ }).click();
  await desk.decide(3, WORDING);
  await expect.poll(async () => (await desk.counts()).decided).toBe(1);
  for (let decided = 1; decided < total; decided += 1) {
    await desk.press('1');
    await expect.poll(async () => (await desk.counts()).decided).toBe(decided + 1);
  }
  await desk.cleanCopyButton.click();
  const dialog = page.getByRole('dialog', { name: '生成脱敏稿' });
  await expect(dialog.getByRole('radio', { name: /图片 PDF/ })).toBeChecked();
  await picture(app, info, 'copy-dialog');
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: '生成' }).click();
  await expect(page.getByText('脱敏稿已作为新的一稿登记')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: '脱敏稿第 1 页，共 1 页' })).toBeVisible();
  await picture(app, info, 'picture-copy');
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);

  const [row] = await value(app.call('case.list', {}));
  const view = await value(app.call('case.open', { case: row?.id ?? '' }));
  // Where this machine has tesseract it reads the picture too, and must find nothing of the number there.
  const written = view.draft.pieces.filter(({ kind }) => kind !== 'ocr');
  expect([view.draft.source.format, written.map(({ kind }) => kind)]).toEqual(['pdf', ['file-name']]);
  expect(view.draft.pieces.map(({ text }) => text).join('\n')).not.toContain(PHONE);
  expect(view.draft.unread.map(({ code }) => code)).toEqual(['scan']);
  const record = view.draft.warnings.find(({ message }) => message.startsWith('脱敏稿'));
  expect(record?.message).toMatch(
    /^脱敏稿把每一页画成图片，要去掉的文字涂黑，改写的文字写在原处.*写上改写的文字1处，只涂黑\d+处；去掉/,
  );
  const shown = await value(app.call('case.pagePicture', { case: row?.id ?? '', page: 1 }));
  expect([shown.pages, shown.width, shown.height, shown.type]).toEqual([1, 1653, 2339, 'image/png']);
  const png = Buffer.from(shown.base64, 'base64');
  if (info.project.name === 'web') expect(recognised(png)).not.toContain(PHONE);
  // Where the number stood: a white box with the wording in it; where the draft had its bar: black as before.
  const wording = darkShare(png, [385, 372, 715, 400]);
  expect([wording > 0.02 && wording < 0.3, darkShare(png, [200, 640, 740, 680])]).toEqual([true, 1]);
});

async function value<T>(
  answer: Promise<{ readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: { readonly code: string } }>,
): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}

/** Of the pixels of a box (left, top, right, bottom) in a PNG of sixteen greys the share that is darker than the middle. */
function darkShare(png: Buffer, [left, top, right, bottom]: readonly [number, number, number, number]): number {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [rows, stride] = [inflateSync(Buffer.concat(parts)), 1 + Math.ceil(png.readUInt32BE(16) / 2)];
  let dark = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const pair = rows[y * stride + 1 + (x >> 1)] ?? 0;
      if ((x % 2 === 0 ? pair >> 4 : pair & 15) < 8) dark += 1;
    }
  return dark / ((right - left) * (bottom - top));
}

/** Digits a recogniser makes out, where the machine has one; nothing otherwise, the painting itself is tested on its own. */
function recognised(png: Buffer): string {
  const tesseract = ['/usr/bin/tesseract', '/usr/local/bin/tesseract'].find((path) => existsSync(path));
  return tesseract
    ? execFileSync(tesseract, ['stdin', 'stdout', '--psm', '6'], { input: png }).toString('utf8').replaceAll(/\D/g, '')
    : '';
}
