import { DeskPage, LedgerPage, ShellPage, TodoPage } from './pages/index.ts';
import { logIn, setUpOffice } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('the first screen offers the sample: tried like any draft, marked 示例, numbered apart, in no ledger', async ({
  app,
}, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const todo = new TodoPage(page);
  await picture(app, info, 'first-run');
  await todo.trySample.click();
  const desk = new DeskPage(page);
  await expect(desk.chosen).toBeVisible();
  await desk.press('Digit1');
  await expect.poll(async () => (await desk.counts()).decided).toBe(1);
  const shell = new ShellPage(page);
  await shell.go('今日待办');
  await expect(todo.row('SL-2026-001')).toContainText('示例');
  await picture(app, info, 'sample-todo');
  await shell.go('台账');
  await expect(page.getByText('共 0 件')).toBeVisible();
  await expect(new LedgerPage(page).row('SL-2026-001')).toHaveCount(0);
});

test('a second try opens the sample that is there', async ({ app }) => {
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const sample = await app.call('sample.file', {});
  const status = await app.call('app.status', {});
  if (!sample.ok || !status.ok) throw new Error('no sample');
  const rest = { job: 'first', createdOn: status.data.today, attribute: 'active', channels: ['website'] } as const;
  const first = await app.call('case.import', { ...rest, channels: ['website'], file: sample.data, sample: true });
  expect(first.ok && first.data.outcome).toBe('imported');
  // The window has not heard of it yet: it still offers the sample.
  await new TodoPage(app.page).trySample.click();
  await expect(new DeskPage(app.page).findings.first()).toBeVisible();
  const rows = await app.call('case.list', {});
  expect(rows.ok && rows.data.map((row) => row.number)).toEqual(['SL-2026-001']);
});
