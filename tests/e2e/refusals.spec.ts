import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DeskPage, ShellPage, SignOffPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, PEOPLE, SAMPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

/** A word that occurs in no program text: found on disk, draft text was kept. */
const CANARY = '鹭汀坳砚';

/** All files below a folder whose bytes hold the text in one of the encodings programs store text in. */
function filesHolding(folder: string, text: string): string[] {
  const needles = [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text, 'utf8').toString('base64').slice(0, 14)),
  ];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size < 50_000_000)
    .filter((file) => needles.some((needle) => readFileSync(file).includes(needle)));
}

test('a draft with a classification mark is refused and nothing of it is kept, shown or logged', async ({ app }) => {
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(app.page);
  await submit.drop(textDraft('会议材料.txt', `机密★10年\n\n关于${CANARY}工程的会议纪要\n\n${CANARY}工程位于北麓。\n`));
  await submit.start();
  await expect(submit.item('会议材料.txt')).toContainText('拒收');
  await new ShellPage(app.page).go('今日待办');
  await expect(new TodoPage(app.page).row('会议材料')).toHaveCount(0);
  await app.page.evaluate(() => undefined);
  expect(await app.page.getByText(CANARY).count()).toBe(0);
  const report = await app.call('log.verify', {});
  expect(report.ok && { valid: report.data.valid, cases: report.data.cases }).toEqual({ valid: true, cases: [] });
  expect(filesHolding(app.folder, CANARY)).toEqual([]);
});

test('bad input gives a plain message, and a good file beside it still goes through', async ({ app }) => {
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(app.page);
  const cut = SAMPLE.bytes.subarray(0, 4000);
  await submit.drop(
    { name: '空文件.docx', bytes: Buffer.alloc(0) },
    { name: '截断.docx', bytes: cut },
    {
      name: '改名的程序.docx',
      bytes: Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 31 + (index >> 3) * 7) % 256)),
    },
    textDraft('培训通知.txt', '培训通知\n\n定于十二月三日上午举办业务培训，请准时参加。\n'),
  );
  await submit.start();
  for (const name of ['空文件.docx', '截断.docx', '改名的程序.docx'])
    await expect(submit.item(name)).toContainText(/没有|未能|不能|无法/);
  await new ShellPage(app.page).go('今日待办');
  await expect(new TodoPage(app.page).row('培训通知')).toBeVisible();
  await expect(new TodoPage(app.page).row('截断')).toHaveCount(0);
});

test('a returned paper comes back with its reason, and a changed file voids what was signed', async ({ app }, info) => {
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const { page } = app;
  const submit = new SubmitPage(page);
  await submit.drop(textDraft('试鸣提示.txt', '试鸣提示\n\n九月十八日上午组织防空警报试鸣，请市民不必惊慌。\n'));
  await submit.start();
  const todo = new TodoPage(page);
  const shell = new ShellPage(page);
  await shell.go('今日待办');
  await todo.open('试鸣提示');
  const desk = new DeskPage(page);
  await expect(page.getByText('未发现疑点，仍须人工审查').first()).toBeVisible();
  await desk.submit(PEOPLE.drafter.pin);
  await changePerson(app, 'head');
  await shell.go('今日待办');
  await todo.open('试鸣提示');
  const signOff = new SignOffPage(page);
  await signOff.sendBack(PEOPLE.head.pin, '请写明试鸣的具体时段');
  await changePerson(app, 'drafter');
  await shell.go('今日待办');
  await todo.show('已退回');
  await expect(todo.row('试鸣提示')).toContainText('赵启明（处室负责人）');
  await expect(todo.row('试鸣提示')).toContainText('请写明试鸣的具体时段');
  await picture(app, info, 'returned-todo');
  await todo.open('试鸣提示');
  const told = page.getByRole('region', { name: '已退回' });
  for (const screen of ['审查台', '签批'] as const) {
    await shell.go(screen);
    await expect(told).toContainText(/赵启明（处室负责人）.*退回/);
    await expect(told).toContainText('请写明试鸣的具体时段');
    await picture(app, info, screen === '签批' ? 'returned-sign-off' : 'returned-desk');
  }
  await shell.go('审查台');
  await desk.addVersion('试鸣提示.txt', Buffer.from('试鸣提示\n\n九月十八日上午十时组织防空警报试鸣，请市民不必惊慌。\n'));
  await expect(page.getByText('十时').first()).toBeVisible();
  await shell.go('签批');
  await expect(signOff.paper.getByText(/第2稿比第1稿：改 1 段，增 0 段，删 0 段/)).toBeVisible();
  await expect(signOff.paper.locator('ins')).toHaveText(['十时']);
  await picture(app, info, 'difference');
  // What was signed before the return no longer counts, and the case stays with the drafter until he signs again.
  const list = await app.call('case.list', {});
  const [row] = list.ok ? list.data : [];
  const view = await app.call('case.open', { case: row?.id ?? '' });
  const counts = view.ok ? view.data.steps.flatMap((step) => step.signatures.map((signature) => signature.counts)) : [];
  expect([row?.version, row?.state, row?.nextStep, counts]).toEqual([2, 'returned', 'draft', [false]]);
  await shell.go('审查台');
  await desk.submit(PEOPLE.drafter.pin);
  await changePerson(app, 'head');
  await shell.go('签批');
  await expect(page.getByRole('region', { name: '退回后再送' })).toContainText('请写明试鸣的具体时段');
});

test('what was decided survives closing the program, and one keystroke undoes the last decision', async ({ app }) => {
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(app.page);
  await submit.drop(SAMPLE);
  await submit.start();
  await new ShellPage(app.page).go('今日待办');
  await new TodoPage(app.page).open('示例');
  const desk = new DeskPage(app.page);
  await expect(desk.chosen).toBeVisible();
  await desk.press('Digit2');
  await desk.press('Digit2');
  await expect.poll(async () => (await desk.counts()).decided).toBe(2);
  await desk.press('Control+KeyZ');
  await expect.poll(async () => (await desk.counts()).decided).toBe(1);
  const again = await app.restart();
  await logIn(again, 'drafter');
  await new ShellPage(again.page).go('今日待办');
  await new TodoPage(again.page).open('示例');
  await expect.poll(async () => (await new DeskPage(again.page).counts()).decided).toBe(1);
  await again.close();
});
