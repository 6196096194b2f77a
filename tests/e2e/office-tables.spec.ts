import AxeBuilder from '@axe-core/playwright';
import { DeskPage, ShellPage, SubmitPage } from './pages/index.ts';
import { changePerson, logIn, SAMPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('the office takes its tables from the ledger and its figures from 统计', async ({ app }, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(SAMPLE);
  await submit.start();
  const desk = new DeskPage(page);
  await expect(desk.findings.first()).toBeVisible();
  for (const key of ['Digit1', 'Digit1', 'Digit2'] as const) await desk.press(key);
  const shell = new ShellPage(page);
  await shell.go('送审');
  await submit.drop(textDraft('培训通知.txt', '培训通知\n请按时参加。'));
  await submit.start();
  await changePerson(app, 'leader');

  await shell.go('台账');
  await page.keyboard.press('Slash');
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
  await page.keyboard.press('Control+Digit9');
  await expect(page.getByRole('heading', { name: '统计' })).toBeVisible();
  await expect(page.getByRole('table', { name: '各处室' }).getByRole('row', { name: /^合计 2/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /各月办结件数，柱形图/ })).toBeVisible();
  await picture(app, info, 'statistics');
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await page.getByLabel('期间').selectOption({ label: '2024年' });
  await expect(page.getByText('这一期间没有登记过事项')).toBeVisible();
  await page.getByRole('button', { name: '导出统计表' }).click();
  await expect(page.getByText('已导出 统计表-2024年.xlsx')).toBeVisible();
});
