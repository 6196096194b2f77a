import { DeskPage, LedgerPage, LogInPage, SetUpPage, ShellPage, SignOffPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, OFFICE, openSample, PEOPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const AUDITOR = { name: '周审计', role: '安全审计员', department: '办公室', pin: 'yunxi-audit-6' } as const;

test('the auditor sees no drafts, is told so on every screen, and verifies and exports what is his', async ({ app }, info) => {
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
  const told = {
    今日待办: '您的角色不办理审查事项，看不到稿件。',
    送审: '由拟稿人送审，您的角色不送审文件。',
    审查台: '还没有选中哪一件。请在“今日待办”里选一件，按 Enter 打开。',
    签批: '您的角色不办理审查事项，看不到签批件。',
    台账: '您的角色不办理审查事项，这里不列事项。',
  } as const;
  for (const screen of ['今日待办', '送审', '审查台', '签批', '台账'] as const) {
    await shell.go(screen);
    await expect(page.locator('main p').first()).toHaveText(told[screen]);
    await expect(page.locator('main')).not.toContainText('试鸣提示');
  }
  const ledger = new LedgerPage(page);
  await ledger.verify();
  await expect(ledger.report).toContainText('日志完整');
  await ledger.exportMasked();
  await expect(ledger.fullButton).toHaveAttribute('aria-disabled', 'true');
  await picture(app, info, 'auditor-ledger');
  await ledger.fullButton.hover();
  await expect(page.getByRole('tooltip')).toHaveText('全量台账由保密审查员或分管领导导出，您的角色不能导出。');
  expect((await app.saved()).map((file) => file.name).every((name) => name.includes('脱敏'))).toBe(true);
  await expect(shell.errors).toBeEmpty();
});

test('a session that ended behind the window leads to the log-in, and back to the same place and words', async ({ app }) => {
  const { page } = app;
  const desk = await openSample(app);
  await app.call('session.close', {});
  await desk.press('Digit1');
  const logInPage = new LogInPage(page);
  await expect(logInPage.heading).toHaveText('已锁定');
  await logInPage.enter(PEOPLE.drafter.name, PEOPLE.drafter.pin);
  // The decision was refused, so it is not shown as taken.
  await expect.poll(async () => (await desk.counts()).decided).toBe(0);
  await desk.press('Digit1');
  await expect.poll(async () => (await desk.counts()).decided).toBe(1);
});

test('a session that ended under an open signature asks to log in, and the opinion is still there', async ({ app }) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft('试鸣提示.txt', '试鸣提示\n\n九月十八日上午组织防空警报试鸣，请市民不必惊慌。\n'));
  await submit.start();
  await new DeskPage(page).submit(PEOPLE.drafter.pin);
  await changePerson(app, 'head');
  await new TodoPage(page).open('试鸣提示');
  const signOff = new SignOffPage(page);
  await signOff.button('同意').click();
  await signOff.dialog.getByLabel('意见').fill('同意公开，请注意发布时间。');
  await signOff.dialog.getByLabel('本人口令（PIN）').fill(PEOPLE.head.pin);
  await app.call('session.close', {});
  await signOff.dialog.getByRole('button', { name: '签名同意', exact: true }).click();
  const logInPage = new LogInPage(page);
  await expect(logInPage.heading).toHaveText('已锁定');
  await logInPage.enter(PEOPLE.head.name, PEOPLE.head.pin);
  await expect(signOff.dialog.getByLabel('意见')).toHaveValue('同意公开，请注意发布时间。');
  // A window that is closed keeps it too, sealed for this person; the PIN is typed again.
  await signOff.dialog.getByLabel('意见').fill('同意公开，请注意发布的时段。');
  const rows = await app.call('case.list', {});
  const place = `sign:${rows.ok ? rows.data[0]?.id : ''}.1`;
  await expect.poll(() => app.call('stash.read', { place })).toMatchObject({ data: { text: expect.stringContaining('时段') } });
  await page.reload();
  await new TodoPage(page).open('试鸣提示');
  await expect(signOff.panel.getByLabel(/^意见/)).toHaveValue('同意公开，请注意发布的时段。');
  await expect(signOff.panel.getByRole('status')).toContainText('已恢复上次没有办完的填写');
  await signOff.button('同意').click();
  await signOff.dialog.getByLabel('本人口令（PIN）').fill(PEOPLE.head.pin);
  await signOff.dialog.getByRole('button', { name: '签名同意', exact: true }).click();
  await expect(page.getByText('已签名。').first()).toBeVisible();
  expect(await app.call('stash.read', { place })).toEqual({ ok: true, data: {} });
});

test('a case changed after it was signed says whose act changed what, and what the text was', async ({ app }, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(textDraft('试鸣提示.txt', '试鸣提示\n\n九月十八日上午组织防空警报试鸣，请市民不必惊慌。\n'));
  await submit.start();
  const desk = new DeskPage(page);
  await desk.submit(PEOPLE.drafter.pin);
  const shell = new ShellPage(page);
  await shell.go('审查台');
  await desk.addVersion('试鸣提示.txt', Buffer.from('试鸣提示\n\n九月十九日上午组织防空警报试鸣，请市民不必惊慌。\n'));
  const told = page.getByRole('region', { name: '失效待复核' });
  for (const screen of ['审查台', '签批'] as const) {
    await shell.go(screen);
    await expect(told).toContainText('文件换成第2稿');
    await expect(told).toContainText('陈一鸣（拟稿人）');
  }
  await expect(page.locator('ins, del')).toHaveText(['八', '九']);
  await picture(app, info, 'stale-sign-off');
  await shell.go('今日待办');
  await expect(new TodoPage(page).row('试鸣提示')).toContainText('签名后内容有变：文件换成第2稿');
});
