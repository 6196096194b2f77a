import AxeBuilder from '@axe-core/playwright';
import { LedgerPage, ShellPage, SubmitPage } from './pages/index.ts';
import { changePerson, openSample, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('the office takes its tables from the ledger and its figures from 统计', async ({ app }, info) => {
  const { page } = app;
  const desk = await openSample(app);
  for (const key of ['Digit1', 'Digit1', 'Digit2'] as const) await desk.press(key);
  await expect.poll(async () => (await desk.counts()).decided).toBe(3);
  const shell = new ShellPage(page);
  await shell.go('送审');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft('培训通知.txt', '培训通知\n请按时参加。'));
  await submit.start();
  // Whoever locks the window stops what is not registered yet.
  await expect(page.getByText('未发现疑点，仍须人工审查').first()).toBeVisible();
  await changePerson(app, 'leader');

  await shell.go('台账');
  await expect(new LedgerPage(page).table).toBeVisible();
  await page.keyboard.press('Slash');
  await expect(page.locator('input:focus')).toBeVisible();
  await page.keyboard.type('pxtz');
  await expect(page.getByText('符合条件 1 件')).toBeVisible();
  await page.getByRole('button', { name: '汇总表与清单……' }).click();
  const dialog = page.getByRole('dialog', { name: '汇总表与清单……' });
  await dialog.getByLabel('表格').selectOption({ label: '月度汇总表' });
  await picture(app, info, 'sheets-dialog');
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await expect(page.getByText(/^已导出 月度汇总表-.*-零报告\.xlsx/)).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+Digit9');
  await expect(page.getByRole('heading', { name: '统计' })).toBeVisible();
  await expect(page.getByRole('table', { name: '各处室' }).getByRole('row', { name: /^合计 2/ })).toBeVisible();
  await expect(page.getByRole('group', { name: /各月办结件数，柱形图/ })).toBeVisible();
  await picture(app, info, 'statistics');
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  // A bar leads to the cases it counts; Tab stops once in each chart.
  const bar = page.getByRole('group', { name: /^各处室/ }).getByRole('button', { name: '工程处 2' });
  await expect(bar).toHaveAttribute('tabindex', '0');
  await bar.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^统计所选：\d{4}年 工程处 2 件/)).toBeVisible();
  await expect(page.getByText('共 2 件', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '清除', exact: true }).click();
  await expect(page.getByText(/^统计所选/)).toBeHidden();
  await page.keyboard.press('Control+Digit9');
  await page.getByLabel('期间').selectOption({ label: '2024年' });
  await expect(page.getByText('这一期间没有登记过事项')).toBeVisible();
  await page.getByRole('button', { name: '导出统计表' }).click();
  await expect(page.getByText('已导出 统计表-2024年.xlsx')).toBeVisible();

  await page.getByRole('button', { name: '年度报告' }).click();
  await page.getByLabel('年度', { exact: true }).selectOption({ label: '2026年' });
  await expect(page.getByText(/^未填 \d+ 处/)).toBeVisible();
  await page.getByRole('button', { name: '空格全部填 0' }).click();
  await expect(page.getByText('勾稽关系相符，没有未填的格子。')).toBeVisible();
  await page.getByLabel('表三 （一）予以公开 自然人').fill('3');
  await expect(page.getByText('表三 （一）予以公开 总计填的是0，本行各列之和是3，不相等。')).toBeVisible();
  await picture(app, info, 'annual-report');
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存年度报告。')).toBeVisible();
  await page.getByRole('button', { name: '导出年报 docx' }).click();
  await expect(page.getByText('已导出 2026年度报告-草稿.docx')).toBeVisible();
});
