import { ExchangePage, ShellPage, SubmitPage } from './pages/index.ts';
import type { App } from './support/app.ts';
import { dropFiles } from './support/drop-files.ts';
import { changePerson, logIn, setUpOffice, textDraft } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';
import { violations } from './support/violations.ts';

const TEXT = '试鸣提示\n\n九月十八日上午组织防空警报试鸣，请市民不必惊慌。联系电话：13900000011。\n';

/** Hands in a draft as the signed-in drafter; the id of its case. */
async function register({ call }: App, text: string): Promise<string> {
  const status = await call('app.status', {});
  const file = { name: '试鸣提示.txt', base64: Buffer.from(text).toString('base64') };
  const createdOn = status.ok ? status.data.today : '';
  const done = await call('case.import', { job: 'register', file, createdOn, attribute: 'active', channels: ['website'] });
  if (!done.ok || done.data.outcome !== 'imported') throw new Error('the draft was not registered');
  return done.data.case;
}

test('a package leaves with a passphrase shown once; a bent one is refused in plain words and listed', async ({ app }, info) => {
  const { page } = app;
  await setUpOffice(app);
  await logIn(app, 'drafter');
  await register(app, TEXT);
  const exchange = new ExchangePage(page);
  await new ShellPage(page).go('交换包');
  await expect(page.getByRole('button', { name: '导出数据包' })).toHaveAttribute('aria-disabled', 'true');
  // What is no package goes to 送审 from here too, and a plain word says so.
  await new SubmitPage(page).drop(textDraft('会议通知.xspkg', '会议通知\n请按时参加。'));
  await expect(page.getByText('这个文件不是先审的数据包，没有导入。已放进“送审”，等您登记。')).toBeVisible();
  await changePerson(app, 'reviewer');
  await page.keyboard.press('Control+u');
  await expect(page.getByText('还没有导出或导入过数据包。')).toBeVisible();
  await picture(app, info, 'exchange-empty');
  await page.keyboard.press('e');
  await exchange.dialog.getByRole('button', { name: '全选在办的' }).click();
  await picture(app, info, 'exchange-export');
  await exchange.close();
  expect(await exchange.export()).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  const file = (await app.saved()).at(-1);
  if (!file) throw new Error('nothing saved');
  const bent = Buffer.from(file.bytes);
  bent[bent.length >> 1] = (bent[bent.length >> 1] ?? 0) ^ 1;
  // A package that is dropped anywhere asks for its passphrase here, whatever it is called.
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('grid', { name: '待办事项' })).toBeVisible();
  await dropFiles(page, [{ name: '会议通知.docx', bytes: bent }]);
  await expect(exchange.dialog).toContainText('会议通知.docx');
  await exchange.dialog.getByRole('button', { name: '导入', exact: true }).click();
  await expect(exchange.dialog.getByRole('alert')).toContainText('没有导入任何内容');
  await picture(app, info, 'exchange-refused');
  await exchange.close();
  await expect(exchange.row('拒收')).toContainText('没有导入任何内容');
  await picture(app, info, 'exchange');
  expect(await violations(page)).toEqual([]);
});
