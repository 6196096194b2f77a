import { DeskPage, ShellPage, SignOffPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, PEOPLE, type PersonId, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const TITLE = '联系方式公告';
const OPINION = '已核对号码，同意公开。';

test('who signed before a change sees exactly what changed, and signs again with the same opinion and one PIN', async ({
  app,
}, info) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const todo = new TodoPage(page);
  const desk = new DeskPage(page);
  const signOff = new SignOffPage(page);
  const openAs = async (id: PersonId) => {
    await changePerson(app, id);
    await shell.go('今日待办');
    await todo.show('全部');
    await todo.open(TITLE);
  };
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft(`${TITLE}.txt`, '关于公布联系方式的公告\n联系人王某，手机13900000011。\n'));
  await submit.start();
  await shell.go('今日待办');
  await todo.open(TITLE);
  await desk.keepRest('工作手机，已对外公布');
  // The answer to the last decision may still be on its way: what was asked for waits for it.
  await desk.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: '签名提交处室' })).toBeVisible();
  await desk.press('Escape');
  await desk.submit(PEOPLE.drafter.pin);
  await openAs('head');
  await signOff.agree(PEOPLE.head.pin, OPINION);

  await openAs('reviewer');
  await shell.go('审查台');
  await desk.findings.first().click();
  await expect(desk.findings.first()).toHaveAttribute('aria-selected', 'true');
  await desk.decide(5, '已核对，规则在这里不适用');
  await openAs('drafter');
  await expect(page.getByRole('region', { name: '失效待复核' })).toContainText('处置改动1处');
  await signOff.more('重新签署').click();
  await signOff.dialog.getByLabel('我已通读正文和隐藏内容').check();
  await signOff.dialog.getByLabel('本人口令（PIN）').fill(PEOPLE.drafter.pin);
  await signOff.dialog.getByRole('button', { name: '签名提交' }).click();
  await signOff.dialog.waitFor({ state: 'detached' });

  await openAs('head');
  await signOff.lookAtAll();
  await picture(app, info, 'sign-again');
  await signOff.more('重新签署').click();
  await expect(signOff.dialog.getByLabel('意见')).toHaveValue(OPINION);
  await expect(signOff.dialog).toContainText('处置改动1处');
  await signOff.dialog.getByLabel('本人口令（PIN）').fill(PEOPLE.head.pin);
  await signOff.dialog.getByRole('button', { name: '重新签署' }).click();
  await signOff.dialog.waitFor({ state: 'detached' });
  await expect(signOff.paper.getByText('待保密审查员', { exact: true }).first()).toBeVisible();
});
