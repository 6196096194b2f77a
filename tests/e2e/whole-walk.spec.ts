import { crypto } from '../../host/crypto.ts';
import { verifyLog } from '../../review/chain/verify.ts';
import { DeskPage, LedgerPage, ShellPage, SignOffPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, PEOPLE, SAMPLE, setUpOffice } from './support/office.ts';
import { picture, readmePicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const TITLE = '示例-人防工程质量抽查通报';

test('a clerk reviews a real Word file, four people sign, it is released, published, exported and verified', async ({
  app,
}, info) => {
  const { page } = app;
  await picture(app, info, 'set-up');
  await setUpOffice(app);
  await picture(app, info, 'log-in');
  await logIn(app, 'drafter');
  await picture(app, info, 'todo-empty');

  const submit = new SubmitPage(page);
  await submit.drop(SAMPLE);
  await picture(app, info, 'submit');
  await submit.start();
  const desk = new DeskPage(page);
  await new ShellPage(page).go('今日待办');
  const todo = new TodoPage(page);
  await expect(todo.row(TITLE)).toBeVisible();
  await picture(app, info, 'todo');
  await todo.open(TITLE);
  await expect(desk.findings.first()).toBeVisible();
  const before = await desk.counts();
  expect(before.total).toBeGreaterThanOrEqual(8);
  await picture(app, info, 'desk');
  await desk.findings.filter({ hasText: '学府路' }).first().click();
  await readmePicture(app, info, 'desk');
  await desk.findings.first().click();
  await expect(desk.findings.first()).toHaveAttribute('aria-selected', 'true');

  for (let left = before.total - before.decided; left > 0; left--) await desk.press('Digit1');
  await expect.poll(async () => (await desk.counts()).decided).toBe(before.total);
  await picture(app, info, 'desk-decided');
  await desk.cleanCopyButton.click();
  await expect.poll(async () => (await desk.counts()).total).toBeLessThan(before.total);
  await desk.keepRest('脱敏后的通用表述');
  await desk.show('隐藏内容');
  await picture(app, info, 'hidden');
  await desk.submit(PEOPLE.drafter.pin);

  const signOff = new SignOffPage(page);
  for (const id of ['head', 'reviewer', 'leader'] as const) {
    await changePerson(app, id);
    await new ShellPage(page).go('今日待办');
    await todo.open(TITLE);
    if (id === 'head') await picture(app, info, 'sign-off');
    // What the signer before has looked at, this one has still to see.
    await expect(signOff.toSee).toContainText('已看 0/');
    await signOff.agree(PEOPLE[id].pin);
  }
  await changePerson(app, 'reviewer');
  await new ShellPage(page).go('今日待办');
  await todo.show('可放行');
  await todo.open(TITLE);
  await picture(app, info, 'releasable');
  await signOff.release(PEOPLE.reviewer.pin);
  await signOff.publish('www.example.invalid/2026/tongbao.html');
  await picture(app, info, 'published');
  for (const name of ['审查表', '发布稿', '审查日志'] as const) await signOff.export(name);
  await new ShellPage(page).go('台账');
  const ledger = new LedgerPage(page);
  await ledger.verify();
  await picture(app, info, 'ledger');
  await ledger.exportMasked();
  await new ShellPage(page).go('规则');
  await picture(app, info, 'rules');

  const saved = await app.saved();
  expect(saved.map((file) => file.name.replace(/\d{4}-\d{2}-\d{2}/, 'DATE')).sort()).toEqual(
    ['XS-2026-001-发布稿.docx', 'XS-2026-001-审查表.docx', '审查日志.jsonl', '审查登记台账-DATE-脱敏.xlsx'].sort(),
  );
  const log = saved.find((file) => file.name.endsWith('.jsonl'));
  const report = verifyLog(log?.bytes.toString('utf8') ?? '', crypto);
  expect({
    valid: report.valid,
    problems: report.problems,
    cases: report.cases.map((each) => [each.number, each.state]),
  }).toEqual({
    valid: true,
    problems: [],
    cases: [['XS-2026-001', 'published']],
  });
});
