import AxeBuilder from '@axe-core/playwright';
import { DeskPage, ShellPage, SubmitPage, TodoPage } from './pages/index.ts';
import { logIn, PEOPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('slips of the pen stand in a tab of their own and hold up nothing', async ({ app }, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(
    textDraft('培训通知.txt', '培训通知\n定于2月30日举办培训,请做到失密、不泄密。\n依据皖政办明电〔201824号文件。'),
  );
  await submit.start();
  await new ShellPage(page).go('今日待办');
  await new TodoPage(page).open('培训通知');
  await new DeskPage(page).tab('正文').waitFor();
  await new DeskPage(page).press('KeyW');
  const list = page.getByRole('list', { name: '文字疑点' });
  await expect(list.getByText('可改为：做到不失密')).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(5);
  await picture(app, info, 'proofreading');
  if (info.project.name === 'web') expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  await list.getByRole('button', { name: '跳到原处：第2行 做到失密' }).click();
  await expect(page.getByRole('tab', { name: '正文' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => page.evaluate(() => String([...(CSS.highlights.get('xianshen-hit') ?? [])][0]))).not.toBe('undefined');
  await expect(page.locator('[data-piece="1"]')).toBeFocused();
  await page.keyboard.press('KeyW');
  await expect(list).toBeVisible();
  await new DeskPage(page).submit(PEOPLE.drafter.pin);
});
