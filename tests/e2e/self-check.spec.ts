import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { SubmitPage } from './pages/index.ts';
import { logIn, PEOPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const TEXT = '试鸣提示\n\n九月十八日上午组织防空警报试鸣，请市民不必惊慌。\n';

test('the machine is looked over, a copy made and tried out; a drafter is told who does it', async ({ app }, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft('试鸣提示.txt', TEXT));
  await submit.start();
  await expect(page.getByText('未发现疑点，仍须人工审查').first()).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(page.getByText('磁盘空间')).toBeVisible();
  // In Electron this is the answer of Electron's own cryptography.
  await expect(page.getByText('已知答案自检全部通过')).toBeVisible();
  await expect(page.getByRole('button', { name: '立即备份' })).toHaveAttribute('aria-disabled', 'true');
  await app.call('session.close', {});
  await page.keyboard.press('Control+L');
  await logIn(app, 'reviewer');
  await page.keyboard.press('Control+b');
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByText('备份完成，已重新打开核对。')).toBeVisible();
  await page.getByRole('button', { name: '恢复演练' }).click();
  await expect(page.getByRole('status')).toContainText('可以恢复');
  await picture(app, info, 'self-check');
  if (info.project.name === 'web') {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});

test('a journal put back to an older copy: plain words, two people, and the work goes on', async ({ app }, info) => {
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(app.page);
  await submit.drop(textDraft('试鸣提示.txt', TEXT));
  await submit.start();
  await expect(app.page.getByText('未发现疑点，仍须人工审查').first()).toBeVisible();
  const journal = join(app.folder, 'store', 'journal.db');
  let running = await app.restart();
  const old = readFileSync(journal);
  await logIn(running, 'drafter');
  const again = new SubmitPage(running.page);
  await running.page.keyboard.press('Control+2');
  await again.drop(textDraft('疏散提示.txt', TEXT.replace('试鸣提示', '疏散提示')));
  await again.start();
  await expect(running.page.getByText('未发现疑点，仍须人工审查').first()).toBeVisible();
  await running.close();
  writeFileSync(journal, old);
  running = await app.restart();
  await logIn(running, 'reviewer');
  const { page } = running;
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('heading', { name: '恢复向导' })).toBeVisible();
  await page.getByRole('button', { name: '两人恢复……' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('恢复理由').fill('账本被换成旧的，按规定恢复');
  await dialog.getByLabel('本人口令（PIN）', { exact: true }).fill(PEOPLE.reviewer.pin);
  await dialog.getByLabel('另一人', { exact: true }).selectOption({ label: `${PEOPLE.leader.name}（分管领导）` });
  await dialog.getByLabel('另一人的口令（PIN）').fill(PEOPLE.leader.pin);
  await picture(running, info, 'recovery');
  await dialog.getByRole('button', { name: '两人签名并恢复' }).click();
  await expect(page.getByText('账本已恢复，可以继续办理。')).toBeVisible();
  await expect(page.getByRole('heading', { name: '恢复向导' })).toHaveCount(0);
  await running.close();
});
