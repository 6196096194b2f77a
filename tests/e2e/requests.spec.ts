import AxeBuilder from '@axe-core/playwright';
import { DeskPage, RequestsPage, ShellPage, SignOffPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, PEOPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const REPLY = '关于抽查结果的答复';

test('an application is registered, a third party asked, the time extended, the reply reviewed, released and recorded', async ({
  app,
}, info) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const requests = new RequestsPage(page);
  const todo = new TodoPage(page);
  const signOff = new SignOffPage(page);
  const violations = async () => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id);
  await setUpOffice(app);
  await logIn(app, 'drafter');
  await shell.go('依申请');
  await expect(page.getByText('还没有登记的申请。')).toBeVisible();
  await picture(app, info, 'requests-empty');
  expect(await violations()).toEqual([]);
  const fields = { 申请人姓名或名称: '钱某某', 联系方式: '云溪市临湖区檀溪路66号', 申请公开的内容: '2025年工程质量抽查结果' };
  await requests.act('登记申请', fields, '登记', { choices: { 收到方式: '邮政挂号或签收邮件' } });
  await expect(requests.row('SQ-')).toContainText('剩20天');
  await expect(requests.detail).toContainText('自收到申请之日');
  const asked = { 对方名称: '某某建设公司', '涉及对方的信息（写进征求意见函，不写申请人）': '贵公司承建工程的抽查结果' };
  await requests.act('征求意见', asked, '登记征求意见');
  await expect(requests.detail.getByText('征求意见中', { exact: true })).toBeVisible();
  await requests.detail.getByRole('button', { name: '征求意见函' }).click();
  await page.getByText(/^已导出 SQ-.*征求意见函\.docx$/).waitFor();
  await picture(app, info, 'requests-asking');
  expect(await violations()).toEqual([]);
  await requests.act('登记答复', { 答复要点: '同意' }, '登记对方答复');

  await changePerson(app, 'reviewer');
  await shell.go('依申请');
  await requests.act('同意延期', { 延期理由: '内容较多' }, '签名同意延期', { pin: PEOPLE.reviewer.pin });
  await expect(requests.detail).toContainText('含延长20个工作日');

  await changePerson(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft(`${REPLY}.txt`, '关于抽查结果的答复\n现将抽查结果提供给您。\n'));
  await page.getByLabel('依申请公开', { exact: true }).check();
  await submit.start();
  await shell.go('今日待办');
  await todo.open(REPLY);
  await new DeskPage(page).submit(PEOPLE.drafter.pin);
  await shell.go('依申请');
  await requests.act('关联答复件', {}, '关联');
  await expect(requests.detail).toContainText(REPLY);
  await requests.attempt('登记办理结果', { 理由和依据: '予以公开' }, '签名办结', { pin: PEOPLE.drafter.pin });
  await expect(requests.dialog.getByText('没有办结：答复件还没有放行。')).toBeVisible();
  await page.keyboard.press('Escape');

  for (const id of ['head', 'reviewer', 'leader'] as const) {
    await changePerson(app, id);
    await shell.go('今日待办');
    await todo.open(REPLY);
    await signOff.agree(PEOPLE[id].pin);
  }
  await changePerson(app, 'reviewer');
  await shell.go('今日待办');
  await expect(page.getByText('依申请公开 待办 1 件')).toBeVisible();
  await picture(app, info, 'requests-todo');
  await todo.show('可放行');
  await todo.open(REPLY);
  await signOff.release(PEOPLE.reviewer.pin);
  await shell.go('依申请');
  await requests.act('登记办理结果', { 理由和依据: '条例第三十六条' }, '签名办结', {
    pin: PEOPLE.reviewer.pin,
    choices: { 办理结果: '予以公开' },
  });
  await expect(requests.detail.getByText('已办结', { exact: true })).toBeVisible();
  await picture(app, info, 'requests-closed');
  expect(await violations()).toEqual([]);
});
