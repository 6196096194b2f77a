import AxeBuilder from '@axe-core/playwright';
import { LogInPage, SetUpPage, ShellPage, SubmitPage } from './pages/index.ts';
import { logIn, OFFICE, PEOPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const AUDITOR = { name: '周审计', role: '安全审计员', department: '办公室', pin: 'yunxi-audit-6' } as const;

test('the auditor looks through the log, verifies all of it, and signs a review that stands in the log', async ({
  app,
}, info) => {
  const { page } = app;
  const setUp = new SetUpPage(page);
  await setUp.fill(OFFICE, [...Object.values(PEOPLE), AUDITOR]);
  await setUp.save();
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft('试鸣提示.txt', '试鸣提示\n\n九月十八日上午组织防空警报试鸣，请市民不必惊慌。\n'));
  await submit.start();
  await expect(page.getByText('未发现疑点，仍须人工审查').first()).toBeVisible();
  const shell = new ShellPage(page);
  await shell.lock();
  await new LogInPage(page).enter(AUDITOR.name, AUDITOR.pin);
  await page.keyboard.press('Control+8');
  await expect(page.getByRole('heading', { name: '审计', level: 1 })).toBeVisible();
  await expect(page.getByText('还没有做过审计复核')).toBeVisible();
  const rows = page.getByRole('row');
  await expect(rows.filter({ hasText: '送审登记' })).toHaveCount(1);
  await expect(page.locator('main')).not.toContainText('试鸣提示');
  await page.getByRole('button', { name: '核验全部' }).click();
  await expect(page.getByRole('status')).toContainText('日志完整');
  await page.getByRole('button', { name: '审计复核', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('复核意见').fill('十一月例行复核，未见异常。');
  await dialog.getByLabel('本人口令（PIN）').fill(AUDITOR.pin);
  await picture(app, info, 'audit-review');
  await dialog.getByRole('button', { name: '核验并签名' }).click();
  await expect(page.getByText('审计复核已记入日志。')).toBeVisible();
  await page.getByRole('button', { name: /^审计复核 1/ }).click();
  await expect(rows.filter({ hasText: '核验通过' })).toHaveCount(1);
  await page.getByRole('button', { name: '导出检查包（脱敏）' }).click();
  await expect
    .poll(async () => (await app.saved()).map(({ name }) => name))
    .toEqual([expect.stringMatching(/^检查包-.*-脱敏\.zip$/)]);
  await expect(page.getByRole('button', { name: '导出检查包（全量）' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: /^全部 / }).click();
  await picture(app, info, 'audit');
  if (info.project.name === 'web') {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await expect(shell.errors).toBeEmpty();
});

test('a drafter is told who audits, and a reviewer may look but not sign a review', async ({ app }) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  await page.keyboard.press('Control+8');
  await expect(page.locator('main')).toContainText('审计由安全审计员办理');
  await new ShellPage(page).lock();
  await logIn(app, 'reviewer');
  await page.keyboard.press('Control+8');
  await expect(page.locator('main')).toContainText('还没有任何记录');
  await expect(page.getByRole('button', { name: '审计复核', exact: true })).toHaveAttribute('aria-disabled', 'true');
});
