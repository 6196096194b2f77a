import AxeBuilder from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import { sha256Hex } from '../../host/crypto.ts';
import { DeskPage, ShellPage, SignOffPage, SubmitPage, TodoPage } from './pages/index.ts';
import { changePerson, logIn, PEOPLE, SAMPLE, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const TITLE = '关于开展人防知识宣传的通知';
const NOTICE = textDraft(`${TITLE}.txt`, `${TITLE}\n有意参加的请在月底前报名。\n联系人电话13900000022。\n特此通知。`);
const RECEIPT = textDraft('报名回执.txt', '报名回执\n单位：\n人数：');

test('a notice goes out with its attachments: one case, one chain, one archive of exactly the reviewed bytes', async ({
  app,
}, info) => {
  const { page } = app;
  const axe = async () => {
    if (info.project.name === 'web')
      expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  };
  await setUpOffice(app);
  await logIn(app, 'drafter');
  const submit = new SubmitPage(page);
  await submit.drop(NOTICE, SAMPLE, RECEIPT);
  await expect(page.getByRole('region', { name: '合成一件' })).toBeVisible();
  await picture(app, info, 'attachments-asked');
  await page.keyboard.press('Alt+m');
  await expect(submit.list.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('region', { name: '本件的文件' }).getByRole('listitem')).toHaveText([
    /正文.*通知/,
    /附件1.*抽查通报/,
    /附件2.*回执/,
  ]);
  await picture(app, info, 'attachments-joined');
  await axe();
  await submit.start();

  const desk = new DeskPage(page);
  const documents = page.getByRole('navigation', { name: '本件的文件' });
  const current = documents.locator('[aria-current]');
  // Three files are read and scanned one after the other, the first of them while the words are being loaded.
  await expect(documents.getByRole('listitem')).toHaveCount(3, { timeout: 60_000 });
  await expect(desk.chosen).toBeVisible();
  const { total } = await desk.counts();
  const inNotice = await desk.findings.count();
  await picture(app, info, 'attachments-desk');
  await axe();
  for (let left = inNotice; left > 0; left--) await desk.press('Digit1');
  // The last decision of the notice leads on to the attachment.
  await expect(current).toContainText('附件1');
  await expect(desk.chosen).toBeVisible();
  for (let left = total - inNotice; left > 0; left--) await desk.press('Digit1');
  await expect.poll(() => desk.counts()).toEqual({ decided: total, total });
  await desk.cleanCopyButton.click();
  await expect(documents).toContainText('脱敏稿');
  // Decided wording that the rules still ask about stays.
  await expect.poll(async () => (await desk.counts()).total).toBeLessThan(total);
  await desk.keepRest('脱敏后的通用表述');
  await desk.press('[');
  await expect(current).toContainText('正文');
  await desk.cleanCopyButton.click();
  await expect(current).toContainText('脱敏稿');
  await desk.press('a');
  const dialog = page.getByRole('dialog', { name: '本件的附件' });
  await dialog.getByRole('button', { name: '下移附件1' }).click();
  await expect(dialog.getByRole('listitem').first()).toContainText('回执');
  await picture(app, info, 'attachments-dialog');
  await axe();
  await dialog.getByRole('button', { name: '上移附件2' }).click();
  await expect(dialog.getByRole('listitem').first()).toContainText('抽查通报');
  await dialog.getByRole('button', { name: '关闭' }).click();

  for (const label of ['正文', '附件1', '附件2']) {
    await expect(current).toContainText(label);
    await desk.press('h');
    await expect(desk.tab('隐藏内容')).toHaveAttribute('aria-selected', 'true');
    await desk.press(']');
  }
  await desk.submitButton.click();
  const submitting = page.getByRole('dialog', { name: '签名提交处室' });
  await expect(submitting).toContainText('附件2 第1稿 报名回执.txt');
  await submitting.getByLabel('我已通读正文、各附件和隐藏内容').check();
  await submitting.getByLabel('本人口令（PIN）').fill(PEOPLE.drafter.pin);
  await submitting.getByRole('button', { name: '签名提交' }).click();
  await submitting.waitFor({ state: 'detached' });

  const signOff = new SignOffPage(page);
  const todo = new TodoPage(page);
  for (const id of ['head', 'reviewer', 'leader'] as const) {
    await changePerson(app, id);
    await new ShellPage(page).go('今日待办');
    await todo.open(TITLE);
    if (id === 'head') {
      await expect(signOff.paper).toContainText('附件2 第1稿 报名回执.txt');
      await picture(app, info, 'attachments-signing');
      await axe();
    }
    await signOff.agree(PEOPLE[id].pin);
  }
  await changePerson(app, 'reviewer');
  await new ShellPage(page).go('今日待办');
  await todo.show('可放行');
  await todo.open(TITLE);
  await signOff.release(PEOPLE.reviewer.pin);
  const codes = await signOff.paper.getByText(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/).allTextContents();
  await signOff.export('发布稿');
  await signOff.export('审查表');
  const saved = await app.saved();
  const released = saved.find(({ name }) => name === 'XS-2026-001-发布稿.zip');
  const files = Object.entries(unzipSync(released?.bytes ?? new Uint8Array()));
  expect(files.map(([name]) => name)).toEqual([
    `正文-${TITLE}.txt`,
    '附件1-示例-人防工程质量抽查通报.docx',
    '附件2-报名回执.txt',
  ]);
  const codeOf = (bytes: Uint8Array): string =>
    sha256Hex(bytes)
      .slice(0, 12)
      .toUpperCase()
      .replace(/(.{4})(?=.)/g, '$1-');
  expect(codes).toEqual(expect.arrayContaining(files.map(([, bytes]) => codeOf(bytes))));
  const [notice = '', , receipt = ''] = files.map(([, bytes]) => Buffer.from(bytes).toString('utf8'));
  expect([notice.includes('13900000022'), receipt]).toEqual([false, RECEIPT.bytes.toString('utf8')]);
});
