import AxeBuilder from '@axe-core/playwright';
import { encodeText } from '../fixtures/ingest/encode-text.ts';
import { DeskPage, ShellPage, SubmitPage, TodoPage } from './pages/index.ts';
import { logIn, openSample, setUpOffice } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('hidden texts say what becomes of them, lead to their place, and go with one key', async ({ app }, info) => {
  const { page } = app;
  const desk = await openSample(app);
  await desk.press('h');
  await expect(page.getByText('脱敏稿将自动去除').first()).toBeVisible();
  await expect(page.getByRole('list', { name: '各类数量' })).toBeVisible();
  await picture(app, info, 'hidden-text');
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  const { decided } = await desk.counts();
  const button = page.getByRole('button', { name: /^疑点一并从脱敏稿去除 \d+ 处/ });
  const many = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0]);
  await desk.press('x');
  await expect.poll(async () => (await desk.counts()).decided).toBe(decided + many);
  await desk.press('Control+z');
  await expect.poll(async () => (await desk.counts()).decided).toBe(decided);
  await desk.press('h');
  await page
    .getByRole('button', { name: /^跳到原处/ })
    .first()
    .click();
  await expect(desk.tab('正文')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-piece]:focus')).toBeInViewport();
});

test('the file card names the file, and the encoding can be changed by hand', async ({ app }, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  const text = '关于开展宣传周活动的通知\n联系人王小满，手机13812345678，请各单位做好准备。\n';
  await submit.drop({ name: '宣传周通知.txt', bytes: Buffer.from(encodeText(text, 'gb18030')) });
  await submit.start();
  await new ShellPage(page).go('今日待办');
  await new TodoPage(page).open('宣传周通知');
  const desk = new DeskPage(page);
  await desk.chosen.waitFor();
  await desk.press('f');
  const encoding = page.getByRole('region', { name: '文字编码' }).getByRole('combobox');
  await expect(encoding).toHaveValue('gb18030');
  await picture(app, info, 'file-card');
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await encoding.selectOption('big5');
  await page.getByRole('button', { name: '按此编码重新检查' }).click();
  await expect(page.getByText('已按所选编码重新读取并检查。')).toBeVisible();
  await desk.tab('正文').click();
  await expect(desk.text.getByText('宣传周活动')).toBeHidden();
});
