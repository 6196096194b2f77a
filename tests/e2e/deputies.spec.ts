import AxeBuilder from '@axe-core/playwright';
import { crypto } from '../../host/crypto.ts';
import { verifyLog } from '../../review/chain/verify.ts';
import { DeskPage, LogInPage, PeoplePage, SetUpPage, ShellPage, SignOffPage, SubmitPage, TodoPage } from './pages/index.ts';
import { OFFICE, PEOPLE, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const SYSTEM = { name: '吴系统', role: '系统管理员', department: '办公室', pin: 'yunxi-system-2' } as const;
const SECURITY = { name: '郑安全', role: '安全保密管理员', department: '保密办', pin: 'yunxi-secadm-8' } as const;
const DEPUTY = { name: '孙文博', role: '拟稿人', department: '工程处', pin: 'yunxi-deputy-4' } as const;
const TITLE = '试鸣提示';

test('an administrator enrols a deputy, the head delegates, the deputy signs for the head, the case is released', async ({
  app,
}, info) => {
  const { page } = app;
  const setUp = new SetUpPage(page);
  await setUp.fill(OFFICE, [...Object.values(PEOPLE), SYSTEM, SECURITY]);
  await picture(app, info, 'set-up-administrators');
  await setUp.save();
  const logInPage = new LogInPage(page);
  const shell = new ShellPage(page);
  const people = new PeoplePage(page);
  const enter = async (person: { readonly name: string; readonly pin: string }) => {
    if (await page.getByRole('navigation', { name: '屏幕' }).isVisible()) await shell.lock();
    await logInPage.enter(person.name, person.pin);
  };

  await enter(SYSTEM);
  await shell.go('人员');
  await expect(people.how).toContainText('由系统管理员提出，安全保密管理员确认，即生效');
  await people.enrollButton.click();
  await expect(people.dialog.getByRole('button', { name: '签名提出' })).toHaveAttribute('aria-disabled', 'true');
  await picture(app, info, 'people-enrol');
  await people.dialog.getByRole('button', { name: '取消' }).click();
  await people.enroll(DEPUTY, SYSTEM.pin);
  await picture(app, info, 'people');
  await people.tab('待确认');
  await people.row(DEPUTY.name).getByRole('button', { name: /^确认/ }).hover();
  await expect(page.getByRole('tooltip')).toHaveText('提出人不能确认自己提出的变更');

  await enter(SECURITY);
  await shell.go('人员');
  await people.tab('待确认');
  await picture(app, info, 'people-proposals');
  await people.approve(DEPUTY.name, SECURITY.pin);
  await people.tab('人员');
  await expect(people.row(DEPUTY.name)).toContainText('可签名');

  await enter(PEOPLE.head);
  await shell.go('人员');
  await expect(people.enrollButton).toHaveAttribute('aria-disabled', 'true');
  await people.tab('代签');
  await people.fillDelegation(DEPUTY.name, '2099-01-01');
  await people.dialog.getByLabel('本人口令（PIN）').fill(PEOPLE.head.pin);
  await people.dialog.getByRole('button', { name: '签名授权' }).click();
  await expect(people.dialog).toContainText('最长一年');
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await people.dialog.getByLabel('止日').fill(until);
  await people.sign('签名授权', PEOPLE.head.pin);
  await expect(people.row(DEPUTY.name)).toContainText('有效');
  await picture(app, info, 'people-delegations');

  await enter(PEOPLE.drafter);
  await new SubmitPage(page).drop(textDraft(`${TITLE}.txt`, '试鸣提示\n\n九月十八日上午组织防空警报试鸣，请市民不必惊慌。\n'));
  await new SubmitPage(page).start();
  const todo = new TodoPage(page);
  await shell.go('今日待办');
  await todo.open(TITLE);
  await new DeskPage(page).submit(PEOPLE.drafter.pin);

  await enter(DEPUTY);
  await expect(todo.row(TITLE)).toContainText(`${PEOPLE.head.name}（${DEPUTY.name}代）`);
  await picture(app, info, 'todo-deputy');
  await todo.open(TITLE);
  const signOff = new SignOffPage(page);
  await expect(signOff.panel.getByRole('heading').first()).toHaveText(`本步：处室负责人（代${PEOPLE.head.name}）`);
  await signOff.agree(DEPUTY.pin);
  await expect(signOff.paper).toContainText(`${DEPUTY.name}（代${PEOPLE.head.name}）`);
  await picture(app, info, 'sign-off-deputy');

  for (const person of [PEOPLE.reviewer, PEOPLE.leader]) {
    await enter(person);
    await shell.go('今日待办');
    await todo.open(TITLE);
    await signOff.agree(person.pin);
  }
  await enter(PEOPLE.reviewer);
  await expect(people.strip).toContainText('您今天签了 1 项');
  await shell.go('今日待办');
  await todo.show('可放行');
  await todo.open(TITLE);
  await signOff.release(PEOPLE.reviewer.pin);
  await signOff.export('审查日志');
  const log = (await app.saved()).at(-1)?.bytes.toString('utf8') ?? '';
  const report = verifyLog(log, crypto);
  expect([report.problems, report.cases[0]?.state]).toEqual([[], 'released']);

  await people.strip.getByRole('button', { name: '看明细' }).click();
  await picture(app, info, 'signed-today');
  await people.dialog.getByRole('button', { name: '关闭' }).click();
});

test('a person changes their PIN; the root key goes to a file and leaves the machine; nothing on the screen breaks a rule of accessibility', async ({
  app,
}, info) => {
  const { page } = app;
  const setUp = new SetUpPage(page);
  await setUp.fill(OFFICE, Object.values(PEOPLE));
  await setUp.save();
  const logInPage = new LogInPage(page);
  await logInPage.enter(PEOPLE.leader.name, PEOPLE.leader.pin);
  const shell = new ShellPage(page);
  await shell.go('人员');
  const people = new PeoplePage(page);
  await expect(people.how).toContainText('本单位没有系统管理员');

  await page.getByRole('button', { name: '修改本人口令' }).click();
  await people.newPin('yunxi-changed-1');
  await people.sign('修改口令', PEOPLE.leader.pin, '原口令（PIN）');

  await people.tab('单位根密钥');
  await picture(app, info, 'root-key');
  await page.getByRole('button', { name: '存到U盘' }).click();
  await picture(app, info, 'root-export');
  await people.newPin('云溪根密钥-2847', '根密钥的新口令');
  await people.dialog.getByLabel('在场的另一人').selectOption({ label: PEOPLE.reviewer.name });
  await people.dialog.getByLabel('另一人的口令（PIN）').fill(PEOPLE.reviewer.pin);
  await people.sign('签名导出', 'yunxi-changed-1');
  const stick = (await app.saved()).find(({ name }) => name.endsWith('.xsroot'));
  await page.getByRole('button', { name: '核对并移出本机' }).click();
  await people.dialog
    .getByLabel('单位根密钥文件（.xsroot）')
    .setInputFiles({ name: stick?.name ?? '', mimeType: 'application/octet-stream', buffer: stick?.bytes ?? Buffer.alloc(0) });
  await people.dialog.getByLabel('根密钥的口令').fill('云溪根密钥-2847');
  await people.sign('签名移出本机', 'yunxi-changed-1');
  await expect(page.getByText('已移出本机', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: '指纹登记单' }).click();
  await expect(page.getByText('已保存指纹登记单', { exact: false })).toBeVisible();
  expect((await app.saved()).at(-1)?.name).toBe('单位根密钥指纹登记单.txt');

  const found: Record<string, readonly string[]> = {};
  for (const tab of ['人员', '代签', '待确认', '名册经过', '单位根密钥'] as const) {
    await people.tab(tab);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    found[tab] = violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(' ')}`));
    await picture(app, info, `people-tab-${tab}`);
  }
  expect(found).toEqual({ 人员: [], 代签: [], 待确认: [], 名册经过: [], 单位根密钥: [] });

  await shell.lock();
  await logInPage.tryEnter(PEOPLE.leader.name, PEOPLE.leader.pin);
  await expect(page.getByText(/口令不对，本次操作没有进行/)).toBeVisible();
  await logInPage.enter(PEOPLE.leader.name, 'yunxi-changed-1');
});
