import { readDraft } from '../../ingest/index.ts';
import { DeskPage, ShellPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, PEOPLE, setUpOffice, textDraft } from './support/office.ts';
import { expect, test } from './support/test.ts';

test('the review form becomes a PDF of one A4 page that holds what the docx holds', async ({ app }, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft('培训通知.txt', '培训通知\n请按时参加。'));
  await submit.start();
  await new ShellPage(page).go('今日待办');
  await new TodoPage(page).open('培训通知');
  await new DeskPage(page).submit(PEOPLE.drafter.pin);
  await changePerson(app, 'head');
  await new ShellPage(page).go('今日待办');
  await new TodoPage(page).open('培训通知');
  await page.getByRole('button', { name: '审查表 PDF' }).click();
  await expect(page.getByText('已导出 XS-2026-001-审查表.pdf')).toBeVisible();
  const [pdf] = await app.saved();
  const read = await readDraft(pdf?.name ?? '', new Uint8Array(pdf?.bytes ?? []));
  if (!read.ok) throw new Error(read.error.code);
  const pages = new Set(read.data.pieces.flatMap(({ where }) => /第(\d+)页/.exec(where.label)?.[1] ?? []));
  const text = read.data.pieces
    .map((piece) => piece.text)
    .join('')
    .replace(/\s/g, '')
    // Chromium names glyphs that characters share with radicals by the radical (⽇ for 日).
    .normalize('NFKC');
  expect([pdf?.bytes.subarray(0, 5).toString(), [...pages]]).toEqual(['%PDF-', ['1']]);
  for (const words of [
    '政府信息公开保密审查表',
    '编号:XS-2026-001(审签未完成)',
    '培训通知',
    PEOPLE.drafter.name,
    '■政府网站',
    '链上编码',
    '负责人(签名)',
  ])
    expect(text).toContain(words);
  // The creator names the program and not the browser it is made with.
  if (info.project.name === 'electron') expect([text.includes('xianshen/'), text.includes('Mozilla')]).toEqual([true, false]);
});
