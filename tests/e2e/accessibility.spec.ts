import { DeskPage, LedgerPage, RulesPage, SetUpPage, ShellPage, SignOffPage, SubmitPage, TodoPage } from './pages/index.ts';
import { logIn, PEOPLE, SAMPLE, setUpOffice } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';
import { violations } from './support/violations.ts';

test('no screen breaks a rule of accessibility', async ({ app }, info) => {
  const { page } = app;
  const found: Record<string, readonly string[]> = {};
  const setUp = new SetUpPage(page);
  await expect(setUp.saveButton).toBeVisible();
  found.setUp = await violations(page);
  await setUp.joinInstead();
  found.join = await violations(page);
  await setUp.requestToJoin('二号机', [PEOPLE.reviewer]);
  found.joinRequested = await violations(page);
  await setUp.foundInstead();
  await setUpOffice(app);
  found.logIn = await violations(page);
  await logIn(app, 'drafter');
  const todo = new TodoPage(page);
  await expect(todo.trySample).toBeVisible();
  found.todoEmpty = await violations(page);
  const submit = new SubmitPage(page);
  await submit.drop(SAMPLE);
  found.submit = await violations(page);
  await submit.start();
  const shell = new ShellPage(page);
  await shell.go('今日待办');
  await expect(todo.row('示例')).toBeVisible();
  found.todo = await violations(page);
  await todo.open('示例');
  const desk = new DeskPage(page);
  await expect(desk.chosen).toBeVisible();
  found.desk = await violations(page);
  await desk.show('隐藏内容');
  found.hidden = await violations(page);
  await desk.press('Shift+Slash');
  const help = page.getByRole('dialog', { name: '帮助与快捷键' });
  await expect(help).toBeVisible();
  await picture(app, info, 'help');
  found.help = await violations(page);
  await help.getByRole('button', { name: '关闭' }).click();
  await expect(help).toBeHidden();
  const shown = {
    签批: new SignOffPage(page).paper,
    台账: new LedgerPage(page).table,
    规则: new RulesPage(page).table,
  } as const;
  for (const screen of ['签批', '台账', '规则'] as const) {
    await shell.go(screen);
    await expect(shown[screen]).toBeVisible();
    found[screen] = await violations(page);
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, []])));
});
