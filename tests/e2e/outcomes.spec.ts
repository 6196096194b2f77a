import AxeBuilder from '@axe-core/playwright';
import { DeskPage, ShellPage, SignOffPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, PEOPLE, type PersonId, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const TITLE = '培训通知';
const DRAFT = '关于举办培训的通知\n定于下周在会议中心举办培训。\n';

test('a matter is taken back, held, sent up, consulted on, released, taken down and examined again', async ({ app }, info) => {
  const { page } = app;
  const shell = new ShellPage(page);
  const todo = new TodoPage(page);
  const desk = new DeskPage(page);
  const signOff = new SignOffPage(page);
  const violations = async () => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id);
  const openAs = async (id: PersonId) => {
    await changePerson(app, id);
    await shell.go('今日待办');
    await todo.show('全部');
    await todo.open(TITLE);
  };
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft(`${TITLE}.txt`, DRAFT));
  await submit.start();
  await shell.go('今日待办');
  await todo.open(TITLE);
  await desk.submit(PEOPLE.drafter.pin);

  await shell.go('今日待办');
  await todo.show('全部');
  await todo.open(TITLE);
  await signOff.act('撤回', { 理由: '会议时间要改' }, '签名撤回', PEOPLE.drafter.pin);
  await expect(signOff.paper.getByText('已撤回', { exact: true })).toBeVisible();
  await shell.go('审查台');
  await desk.submit(PEOPLE.drafter.pin);

  await openAs('head');
  await page.getByText(/^现在不能办的 \d+ 项$/).click();
  await expect(signOff.more('撤下')).toHaveAttribute('aria-disabled', 'true');
  await picture(app, info, 'outcomes-panel');
  await signOff.act('暂缓公开', { 理由: '等上级口径', 再议日期: '2099-01-05' }, '签名暂缓', PEOPLE.head.pin);
  await expect(signOff.button('同意')).toHaveAttribute('aria-disabled', 'true');
  await picture(app, info, 'outcomes-held');
  expect(await violations()).toEqual([]);
  await shell.go('今日待办');
  await todo.show('全部');
  await expect(todo.row(TITLE)).toContainText('暂缓公开');
  await picture(app, info, 'outcomes-todo');
  await todo.open(TITLE);
  await signOff.act('恢复办理', { 理由: '口径已定' }, '签名恢复', PEOPLE.head.pin);
  await signOff.agree(PEOPLE.head.pin);

  await openAs('reviewer');
  const refer = { 送哪个部门: '云溪市保密局', 请示的问题: '培训地点可否公开' };
  await signOff.act('送上级确定', refer, '签名登记送上级', PEOPLE.reviewer.pin);
  await expect(signOff.paper.getByText('待确定', { exact: true })).toBeVisible();
  const answer = { 来文文号: '云保函〔2026〕3号', 答复要点: '可以公开' };
  await signOff.act('登记上级答复', answer, '签名登记答复', PEOPLE.reviewer.pin);
  await signOff.act(
    '征求意见',
    { 对方名称: '会议中心', 征求的问题: '地点是否同意公开' },
    '签名登记征求意见',
    PEOPLE.reviewer.pin,
  );
  await signOff.agree(PEOPLE.reviewer.pin);

  await openAs('leader');
  await expect(signOff.paper.getByText('征求意见中', { exact: true })).toBeVisible();
  await expect(signOff.whyNot).toContainText('有1项征求意见还没有答复');
  await picture(app, info, 'outcomes-consulting');
  await signOff.act('登记答复', { 答复要点: '同意' }, '签名登记答复', PEOPLE.leader.pin);
  await signOff.agree(PEOPLE.leader.pin);

  await openAs('reviewer');
  await signOff.release(PEOPLE.reviewer.pin);
  await signOff.publish('www.example.invalid/2026/peixun.html');
  await signOff.act('撤下', { 理由: '地点有变' }, '签名登记撤下', PEOPLE.reviewer.pin);
  await expect(signOff.paper.getByText('已撤下', { exact: true })).toBeVisible();
  await expect(signOff.paper.getByRole('table', { name: '发布情况' })).toBeVisible();
  await picture(app, info, 'outcomes-taken-down');
  expect(await violations()).toEqual([]);
  await signOff.act('复审', { 理由: '核对地点' }, '签名启动复审', PEOPLE.reviewer.pin);
  await expect(signOff.paper.getByText('复审中', { exact: true })).toBeVisible();
  await shell.go('今日待办');
  await todo.show('全部');
  await expect(todo.row(TITLE)).toContainText('复审中');
});
