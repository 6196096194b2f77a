import AxeBuilder from '@axe-core/playwright';
import { DeskPage, ShellPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, PEOPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const submitDraft = async (submit: SubmitPage, name: string) => {
  await submit.drop(textDraft(`${name}.txt`, `${name}\n联系人电话13900000011，备用13900000022。`));
  await submit.start();
};

test('a published number goes from the desk into the list, and later stands under 清单已有', async ({ app }, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const [shell, desk, todo] = [new ShellPage(page), new DeskPage(page), new TodoPage(page)];
  await submitDraft(new SubmitPage(page), '开放通知甲');
  await shell.go('今日待办');
  await todo.open('开放通知甲');
  await expect(desk.chosen).toBeVisible();
  await expect(page.getByRole('button', { name: /记入清单/ })).toHaveAttribute('aria-disabled', 'true');
  await desk.press('m');
  await expect(page.getByText('清单由保密审查员或安全保密管理员维护')).toBeVisible();

  await changePerson(app, 'reviewer');
  await shell.go('今日待办');
  await todo.show('全部');
  await todo.open('开放通知甲');
  await expect(desk.chosen).toBeVisible();
  await desk.press('m');
  const dialog = page.getByRole('dialog', { name: '记入本单位清单' });
  await expect(dialog.getByRole('textbox', { name: '号码或邮箱' })).toHaveValue('13900000011');
  await picture(app, info, 'record-dialog');
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await dialog.getByRole('textbox', { name: '单位或窗口' }).fill('便民窗口');
  await dialog.getByRole('textbox', { name: '单位或窗口' }).press('Enter');
  const importing = page.getByRole('dialog', { name: '导入公开联系方式' });
  await importing.getByLabel('本人口令（PIN）').fill(PEOPLE.reviewer.pin);
  await importing.getByRole('button', { name: '确认导入' }).click();
  await expect(importing).toBeHidden();

  await changePerson(app, 'drafter');
  await shell.go('送审');
  await submitDraft(new SubmitPage(page), '开放通知乙');
  await shell.go('今日待办');
  await todo.open('开放通知乙');
  await page.getByText('清单已有 1 处').click();
  await expect(page.getByText(/13900000011”：清单已有：公开联系方式/)).toBeVisible();
  await picture(app, info, 'known-places');
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
});
