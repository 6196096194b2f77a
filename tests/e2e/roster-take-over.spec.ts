/** A second workstation puts rules of the first in force, and goes on with the roster when the first is lost. */
import { join } from 'node:path';
import { type DeskHandle, openDesk } from '../../host/desk.ts';
import type { Result, Role } from '../../review/model/index.ts';
import { ownRule } from '../unit/host/own-rule-form.ts';
import { ExchangePage, LogInPage, PeoplePage, SetUpPage, ShellPage } from './pages/index.ts';
import type { App } from './support/app.ts';
import { OFFICE, PEOPLE } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';
import { violations } from './support/violations.ts';

const THERE = { reviewer: 'yunxi-there-5', leader: 'yunxi-there-9' } as const;
const PASSPHRASE = '云溪根密钥-2847';
const ROLES: Readonly<Record<keyof typeof PEOPLE, Role>> = {
  drafter: 'drafter',
  head: 'head',
  reviewer: 'reviewer',
  leader: 'leader',
};

async function must<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(result.error.code);
  return result.data;
}

/** The first workstation needs no window here: whoever is named signs in on it. */
async function enter(first: DeskHandle, id: keyof typeof PEOPLE): Promise<string> {
  const people = await must(first.call('people.list', {}));
  const { name, pin } = PEOPLE[id];
  await must(first.call('session.open', { person: people.find((one) => one.name === name)?.id ?? '', pin }));
  return pin;
}

async function firstWorkstation(folder: string): Promise<DeskHandle> {
  const places = { folder: join(folder, 'first', 'store'), anchorFolder: join(folder, 'first', 'anchor') };
  const first = await must(openDesk({ ...places, scryptCost: { N: 2 ** 12, r: 8, p: 1 } }));
  const people = Object.entries(PEOPLE).map(([id, person]) => ({ ...person, role: ROLES[id as keyof typeof PEOPLE] }));
  await must(first.call('office.setUp', { office: OFFICE, people }));
  return first;
}

const lastSaved = async (app: App) => {
  const file = (await app.saved()).at(-1);
  if (!file) throw new Error('nothing was saved');
  return file;
};

async function joinOffice(app: App, first: DeskHandle): Promise<void> {
  const setUp = new SetUpPage(app.page);
  await setUp.join('二号机', [
    { ...PEOPLE.reviewer, pin: THERE.reviewer },
    { ...PEOPLE.leader, pin: THERE.leader },
  ]);
  const request = await lastSaved(app);
  const file = { name: request.name, base64: request.bytes.toString('base64') };
  const pin = await enter(first, 'reviewer');
  const { proposals } = await must(first.call('roster.propose', { change: { admit: { file } }, pin }));
  const second = await enter(first, 'leader');
  await must(first.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: second }));
  const { name, base64 } = await must(first.call('join.answer', {}));
  await setUp.answer({ name, bytes: Buffer.from(base64, 'base64') });
  await app.page.getByRole('button', { name: '加入', exact: true }).click();
  await app.page.getByRole('heading', { name: '登录' }).waitFor();
}

test('rules that a package brought are put in force after their difference was seen', async ({ app }, info) => {
  const first = await firstWorkstation(app.folder);
  await joinOffice(app, first);
  const pin = await enter(first, 'reviewer');
  await must(first.call('rules.save', { change: { save: ownRule() }, after: '', pin }));
  const made = await must(first.call('package.export', { lists: true }));
  await first.close();
  await new LogInPage(app.page).enter(PEOPLE.reviewer.name, THERE.reviewer);
  await new ShellPage(app.page).go('交换包');
  const exchange = new ExchangePage(app.page);
  await exchange.import({ name: made.name, bytes: Buffer.from(made.base64, 'base64') }, made.passphrase ?? '');
  const offers = app.page.getByRole('region', { name: '别的工作站的清单和规则' });
  await expect(offers).toContainText('本单位规则');
  expect(await violations(app.page)).toEqual([]);
  await picture(app, info, 'adoption');
  await offers.getByRole('button', { name: '看差别并启用：一号机 的本单位规则' }).click();
  await exchange.dialog.getByLabel('本人口令（PIN）').fill(THERE.reviewer);
  await exchange.dialog.getByRole('button', { name: '启用', exact: true }).click();
  await expect(app.page.getByText('本单位规则第1版已启用。')).toBeVisible();
  await expect(offers).toBeHidden();
});

test('when the first is lost, two people and the root key from its stick go on with the roster on the second', async ({
  app,
}, info) => {
  const first = await firstWorkstation(app.folder);
  await joinOffice(app, first);
  const pin = await enter(first, 'leader');
  const people = await must(first.call('people.list', {}));
  const witness = { person: people.find(({ role }) => role === 'reviewer')?.id ?? '', pin: PEOPLE.reviewer.pin };
  const stick = await must(first.call('root.export', { pin, second: witness, passphrase: PASSPHRASE }));
  await first.close();
  await new LogInPage(app.page).enter(PEOPLE.leader.name, THERE.leader);
  await new ShellPage(app.page).go('人员');
  const { page } = app;
  const roster = new PeoplePage(page);
  await roster.tab('工作站');
  await page.getByRole('button', { name: '由本机接管名册' }).click();
  const { dialog } = roster;
  const sign = dialog.getByRole('button', { name: '签名接管' });
  await dialog.getByLabel(/^一号机 已不能再用/).check();
  await dialog.getByLabel('在场的另一人').selectOption({ label: PEOPLE.reviewer.name });
  await dialog.getByLabel('另一人的口令（PIN）').fill(THERE.reviewer);
  await expect(sign).toHaveAttribute('aria-disabled', 'true');
  await dialog
    .getByLabel('单位根密钥文件（.xsroot）')
    .setInputFiles({ name: stick.name, mimeType: 'application/octet-stream', buffer: Buffer.from(stick.base64, 'base64') });
  await dialog.getByLabel('根密钥的口令').fill(PASSPHRASE);
  await dialog.getByLabel('本人口令（PIN）').fill(THERE.leader);
  expect(await violations(page)).toEqual([]);
  await picture(app, info, 'take-over');
  await sign.click();
  await expect(page.getByText('已接管。名册从现在起在本机变更；请给各工作站导出数据包。')).toBeVisible();
  await expect(page.getByRole('button', { name: '登记加入申请' })).not.toHaveAttribute('aria-disabled', 'true');
});
