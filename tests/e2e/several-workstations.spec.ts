import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../host/desk.ts';
import type { Output } from '../../review/contract.ts';
import { ExchangePage, LogInPage, PeoplePage, SetUpPage, ShellPage } from './pages/index.ts';
import type { App } from './support/app.ts';
import { changePerson, logIn, PEOPLE, type PersonId, setUpOffice } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';
import { violations } from './support/violations.ts';
import { openWebApp } from './support/web-app.ts';

const THERE = { drafter: 'yunxi-there-7', reviewer: 'yunxi-there-5', leader: 'yunxi-there-9' } as const;
const CALM = '培训提示\n\n下周组织防空防灾知识培训，请各单位按时参加。\n';
const BOARD = '公示提示\n\n本栏下周更换。\n';
const PHONE = '试鸣提示\n\n九月十八日上午组织防空警报试鸣。联系电话：13900000011。\n';

/** Signs somebody in beside the window. */
async function enter(app: App, id: PersonId, pin: string): Promise<void> {
  const people = await app.call('people.list', {});
  const person = people.ok ? people.data.find(({ name }) => name === PEOPLE[id].name)?.id : undefined;
  expect((await app.call('session.open', { person: person ?? '', pin })).ok).toBe(true);
}

async function register(app: App, text: string): Promise<string> {
  const status = await app.call('app.status', {});
  const file = { name: `${text.slice(0, 4)}.txt`, base64: Buffer.from(text).toString('base64') };
  const createdOn = status.ok ? status.data.today : '';
  const done = await app.call('case.import', { job: 'register', file, createdOn, attribute: 'active', channels: ['website'] });
  if (!done.ok || done.data.outcome !== 'imported') throw new Error('the draft was not registered');
  return done.data.case;
}

async function sign(app: App, id: PersonId, step: 'draft' | 'head' | 'secrecy' | 'approve', caseId: string, pin: string) {
  await enter(app, id, pin);
  const signed = await app.call('chain.sign', { case: caseId, step, opinion: '同意公开', pin });
  expect(signed.ok).toBe(true);
}

async function decide(app: App, caseId: string, reason: string): Promise<void> {
  const view = await app.call('case.open', { case: caseId });
  const findings = view.ok ? view.data.findings.map(({ id }) => id) : [];
  expect((await app.call('finding.decide', { case: caseId, findings, decision: 'keep', reason })).ok).toBe(true);
}

async function revise(app: App, caseId: string, text: string): Promise<void> {
  const file = { name: '改稿.txt', base64: Buffer.from(text).toString('base64') };
  expect((await app.call('case.addVersion', { job: 'revise', case: caseId, file })).ok).toBe(true);
}

/** Whoever the window says is signed in, signed in again: what was called beside it may have changed that. */
async function back(app: App, id: PersonId, pin: string): Promise<void> {
  await new ShellPage(app.page).lock();
  await new LogInPage(app.page).enter(PEOPLE[id].name, pin);
  await app.page.keyboard.press('Control+u');
}

const last = async (app: App): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  const file = (await app.saved()).at(-1);
  if (!file) throw new Error('nothing was saved');
  return file;
};

async function joinOffice(first: App, second: App, info: Parameters<typeof picture>[1]): Promise<void> {
  const setUp = new SetUpPage(second.page);
  await setUp.join('二号机', [
    { ...PEOPLE.drafter, pin: THERE.drafter },
    { ...PEOPLE.reviewer, pin: THERE.reviewer },
    { ...PEOPLE.leader, pin: THERE.leader },
  ]);
  await picture(second, info, 'join-request');
  const request = await last(second);
  await logIn(first, 'reviewer');
  await new ShellPage(first.page).go('人员');
  const people = new PeoplePage(first.page);
  await people.tab('工作站');
  await first.page.getByRole('button', { name: '登记加入申请' }).click();
  await people.dialog
    .getByLabel('加入申请文件（.xsjoin）')
    .setInputFiles({ name: request.name, mimeType: 'x/y', buffer: request.bytes });
  await people.dialog.getByLabel('已与纸上抄来的编码逐个核对一致').check();
  expect(await violations(first.page)).toEqual([]);
  await picture(first, info, 'join-admit');
  await people.sign('签名提出', PEOPLE.reviewer.pin);
  await changePerson(first, 'leader');
  await new ShellPage(first.page).go('人员');
  await people.tab('待确认');
  await people.approve('二号机', PEOPLE.leader.pin);
  await people.tab('工作站');
  await first.page.getByRole('button', { name: '导出名册答复' }).click();
  await first.page.getByText(/^已保存：名册答复/).waitFor();
  await picture(first, info, 'workstations');
  expect(await violations(first.page)).toEqual([]);
  await setUp.answer(await last(first));
  await picture(second, info, 'join-answer');
  expect(await violations(second.page)).toEqual([]);
  await second.page.getByRole('button', { name: '加入', exact: true }).click();
  await second.page.getByRole('heading', { name: '登录' }).waitFor();
}

/** The reviewer's key on the second workstation is revoked on the first; the package that says so ends the session there. */
async function loseKey(first: App, second: App, info: Parameters<typeof picture>[1]): Promise<void> {
  const people = new PeoplePage(first.page);
  await changePerson(first, 'leader');
  await new ShellPage(first.page).go('人员');
  await people.row(PEOPLE.reviewer.name).getByRole('button', { name: '注销' }).click();
  await people.dialog.getByRole('radio', { name: '口令遗忘或密钥丢失' }).check();
  await people.dialog.getByRole('radio', { name: /只注销在 二号机 上的/ }).check();
  await picture(first, info, 'revoke-one-key');
  await people.sign('签名提出注销', PEOPLE.leader.pin);
  await changePerson(first, 'head');
  await new ShellPage(first.page).go('人员');
  await people.tab('待确认');
  await people.approve('在 二号机 上的密钥', PEOPLE.head.pin);
  await changePerson(first, 'leader');
  await first.page.keyboard.press('Control+u');
  const secret = await new ExchangePage(first.page).export();
  await back(second, 'reviewer', THERE.reviewer);
  await new ExchangePage(second.page).tryImport(await last(first), secret);
  await second.page.getByRole('heading', { name: '已锁定' }).waitFor();
  const there = await second.call('people.list', {});
  expect(there.ok && there.data.map(({ name }) => name)).toEqual([PEOPLE.drafter.name, PEOPLE.leader.name]);
}

/** Somebody goes on from a copy of the second workstation's disk: both packages come to the first, which says so in red for ever. */
async function showFork(first: App, second: App, folder: string, info: Parameters<typeof picture>[1]): Promise<void> {
  const copied = join(folder, 'copied');
  for (const part of ['store', 'anchor']) cpSync(join(folder, part), join(copied, part), { recursive: true });
  const places = { folder: join(copied, 'store'), anchorFolder: join(copied, 'anchor') };
  const copy = await openDesk({ ...places, scryptCost: { N: 2 ** 12, r: 8, p: 1 } });
  if (!copy.ok) throw new Error(copy.error.code);
  const twin = { ...second, call: copy.data.call.bind(copy.data) } as App;
  const packages: { readonly name: string; readonly base64: string }[] = [];
  for (const app of [second, twin]) {
    await enter(app, 'leader', THERE.leader);
    // The package tells of what was done before it: the second one of each differs from the other's.
    for (let times = 0; times < 2; times++) {
      const made = await app.call('package.export', {});
      if (made.ok && times === 1) packages.push(made.data);
    }
  }
  await copy.data.close();
  await back(first, 'leader', PEOPLE.leader.pin);
  const exchange = new ExchangePage(first.page);
  for (const { name, base64 } of packages) await exchange.import({ name, bytes: Buffer.from(base64, 'base64') }, '');
  const red = first.page.getByRole('region', { name: '分叉（永久保留）' });
  await expect(red).toContainText('二号机 第1次启用');
  await picture(first, info, 'exchange-fork');
}

test('a second workstation joins; a matter is drafted on one, signed on both, released on the first; conflicts are shown and settled, a key is revoked, a fork is red', async ({
  app: first,
}, info) => {
  // Two programs, nine PINs of half a second each: on a busy machine more than the ordinary two minutes.
  test.setTimeout(240_000);
  const browser = first.page.context().browser();
  if (!browser) throw new Error('no browser');
  const folder = join(first.folder, 'second');
  mkdirSync(folder);
  const second = await openWebApp(browser, folder);
  await setUpOffice(first);
  await joinOffice(first, second, info);

  await enter(first, 'drafter', PEOPLE.drafter.pin);
  const calm = await register(first, CALM);
  await sign(first, 'drafter', 'draft', calm, PEOPLE.drafter.pin);
  await sign(first, 'head', 'head', calm, PEOPLE.head.pin);
  await enter(first, 'drafter', PEOPLE.drafter.pin);
  const disputed = await register(first, PHONE);
  const revised = await register(first, BOARD);
  await back(first, 'leader', PEOPLE.leader.pin);
  const out = new ExchangePage(first.page);
  const toSecond = await out.export();
  await new LogInPage(second.page).enter(PEOPLE.reviewer.name, THERE.reviewer);
  await second.page.keyboard.press('Control+u');
  const there = new ExchangePage(second.page);
  await there.import(await last(first), toSecond);
  await expect(there.result).toContainText('已导入 一号机 的数据包');
  await picture(second, info, 'exchange-imported');
  await there.result.getByRole('button', { name: '导出回执' }).click();
  await second.page.getByText(/^回执已保存/).waitFor();

  await sign(second, 'reviewer', 'secrecy', calm, THERE.reviewer);
  await sign(second, 'leader', 'approve', calm, THERE.leader);
  await enter(second, 'reviewer', THERE.reviewer);
  await decide(second, disputed, '领导同意公开');
  await enter(second, 'drafter', THERE.drafter);
  await revise(second, revised, BOARD.replace('下周', '本月底'));
  await enter(first, 'drafter', PEOPLE.drafter.pin);
  await decide(first, disputed, '已经公布的值班电话');
  await revise(first, revised, BOARD.replace('下周', '本周'));
  await back(second, 'reviewer', THERE.reviewer);
  const toFirst = await there.export();
  await back(first, 'leader', PEOPLE.leader.pin);
  await out.import(await last(second), toFirst);
  await expect(out.result).toContainText('有2件存在冲突');
  await expect(out.row('二号机').first()).toBeVisible();
  await picture(first, info, 'exchange-conflict');
  await enter(first, 'drafter', PEOPLE.drafter.pin);
  const released = await first.call('release.register', { case: calm, pin: PEOPLE.drafter.pin });
  expect(released.ok && released.data.row.state).toBe('released');

  await changePerson(first, 'drafter');
  const { page } = first;
  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: '试鸣提示' }).dblclick();
  await page.getByRole('button', { name: '看两边并选定' }).click();
  const dialog = page.getByRole('dialog', { name: '处理冲突' });
  await expect(dialog).toContainText('领导同意公开');
  await expect(dialog).toContainText('在 二号机');
  await picture(first, info, 'conflict');
  await dialog.getByRole('button', { name: /甲边处置$/ }).click();
  await expect(page.getByText('冲突已处理，可以继续办理。')).toBeVisible();
  await expect(dialog).toBeHidden();
  const view = (await first.call('case.open', { case: disputed })) as { data: Output<'case.open'> };
  expect(view.data.row.state).toBe('deciding');
  await page.getByRole('button', { name: '关闭这条消息' }).click();

  await page.keyboard.press('Control+1');
  await page.getByRole('row').filter({ hasText: '公示提示' }).dblclick();
  await page.getByRole('button', { name: '看两边并选定' }).click();
  await expect(dialog).toContainText('与甲版相差1处');
  await picture(first, info, 'conflict-versions');
  await dialog.getByRole('button', { name: '保留乙版' }).click();
  await expect(page.getByText('冲突已处理，可以继续办理。')).toBeVisible();
  await expect(dialog).toBeHidden();
  const kept = (await first.call('case.open', { case: revised })) as { data: Output<'case.open'> };
  expect(kept.data.draft.pieces.map(({ text }) => text)).toContain('本栏本月底更换。');

  await loseKey(first, second, info);
  await showFork(first, second, folder, info);
  expect(second.watch).toEqual({ foreign: [], violations: [], errors: [] });
  await second.close();
});
