import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk } from '../../../host/desk.ts';
import { decideAll, deskOptions, importText, must, openOffice, PEOPLE, setUp, signIn } from './office.ts';
import { code, temporaryFolder } from './temporary.ts';

const journal = (folder: string) => join(folder, 'store', 'journal.db');
const pinOf = (role: string): string => PEOPLE.find((person) => person.role === role)?.pin ?? '';

async function office(folder: string) {
  const desk = await openOffice(folder);
  onTestFinished(async () => {
    await desk.close();
  });
  return desk;
}
type Office = Awaited<ReturnType<typeof office>>;

/** Registers one matter and closes, so that a copy of the day is made. */
async function withMatter(folder: string, desk: Office, name: string): Promise<void> {
  await signIn(desk, 'drafter');
  const imported = await importText(desk, `${name}.txt`, `${name}\n\n请各单位做好准备。\n`);
  if (imported.outcome !== 'imported') throw new Error(imported.outcome);
  await decideAll(desk, imported.case);
  await must(desk.call('chain.sign', { case: imported.case, step: 'draft', opinion: '自查完毕', pin: pinOf('drafter') }));
  await desk.close();
  expect(existsSync(journal(folder))).toBe(true);
}

async function restore(desk: Office, point: string, second = 'leader') {
  const people = await must(desk.call('people.list', {}));
  const other = people.find(({ role }) => role === second)?.id ?? '';
  const pin = await signIn(desk, 'reviewer');
  const reason = '演练：账本被换成旧的';
  return desk.call('journal.restore', { point, reason, pin, second: { person: other, pin: pinOf(second) } });
}

test('T4: a journal set back is restored from the newest copy by two people, and nothing is lost', async () => {
  const folder = temporaryFolder();
  const first = await office(folder);
  await setUp(first);
  await withMatter(folder, first, '宣传周通知');
  const old = readFileSync(journal(folder));
  await withMatter(folder, await office(folder), '疏散演练通知');
  writeFileSync(journal(folder), old);
  const desk = await office(folder);
  expect((await must(desk.call('app.status', {}))).readOnly).toContain('旧的备份');
  await signIn(desk, 'drafter');
  const { recovery } = await must(desk.call('upkeep.view', {}));
  expect(recovery?.points.map(({ name, whole }) => [name.slice(0, 4), whole])).toEqual([
    ['本机备份', true],
    ['现在的账', false],
  ]);
  const best = recovery?.points[0];
  expect(code(await restore(desk, best?.id ?? '', 'reviewer'))).toBe('second-same');
  expect(code(await restore(desk, 'nothing'))).toBe('restore-missing');
  expect((await must(desk.call('app.status', {}))).readOnly).toContain('旧的备份');
  const view = await must(restore(desk, best?.id ?? ''));
  expect([view.recovery, (await must(desk.call('app.status', {}))).readOnly]).toEqual([undefined, undefined]);
  await signIn(desk, 'reviewer');
  const report = await must(desk.call('log.verify', {}));
  expect([report.valid, report.problems, report.journals.map(({ inc }) => inc)]).toEqual([true, [], [1, 2]]);
  expect(report.cases.length).toBe(2);
  const aside = view.items.filter(({ id }) => id === 'put-aside');
  expect(aside.map(({ state, detail }) => [state, detail.slice(0, 14)])).toEqual([['attention', '恢复账本时隔离了1份原来的账']]);
  // What was in place is kept.
  const [quarantine = ''] = readdirSync(join(folder, 'store', 'quarantine'));
  expect(readFileSync(join(folder, 'store', 'quarantine', quarantine, 'journal.db')).equals(old)).toBe(true);
  await withMatter(folder, desk, '恢复后的通知');
  const again = await office(folder);
  expect((await must(again.call('app.status', {}))).readOnly).toBeUndefined();
}, 90_000);

test('T4: without a better copy two people go on from what is left, and the gap stays told for ever', async () => {
  const folder = temporaryFolder();
  const first = await office(folder);
  await setUp(first);
  await withMatter(folder, first, '宣传周通知');
  const old = readFileSync(journal(folder));
  await withMatter(folder, await office(folder), '疏散演练通知');
  for (const name of readdirSync(join(folder, 'store', 'backups')))
    writeFileSync(join(folder, 'store', 'backups', name), 'no copy');
  writeFileSync(journal(folder), old);
  const desk = await office(folder);
  await must(restore(desk, 'present'));
  await signIn(desk, 'reviewer');
  const { rows } = await must(desk.call('audit.log', { group: 'grave' }));
  expect(rows.map(({ what, by }) => [what, by])).toEqual([
    ['恢复账本', '郑审查'],
    ['第二人同意', '王分管'],
  ]);
  expect(rows[0]?.detail).toMatch(/^接在第\d+条之后，此前曾记到第\d+条/);
  expect((await must(desk.call('log.verify', {}))).valid).toBe(true);
}, 90_000);

test('a damaged journal shows the newest copy, in plain words, and is restored from it', async () => {
  const folder = temporaryFolder();
  const first = await office(folder);
  await setUp(first);
  await withMatter(folder, first, '宣传周通知');
  const broken = readFileSync(journal(folder));
  broken.fill(0x5a, 0, 4096);
  writeFileSync(journal(folder), broken);
  const desk = await office(folder);
  const { readOnly } = await must(desk.call('app.status', {}));
  expect(readOnly).toContain('现在看到的是备份的内容');
  await signIn(desk, 'leader');
  const point = (await must(desk.call('upkeep.view', {}))).recovery?.points[0];
  await must(restore(desk, point?.id ?? ''));
  await signIn(desk, 'reviewer');
  expect((await must(desk.call('log.verify', {}))).valid).toBe(true);
  const [quarantine = ''] = readdirSync(join(folder, 'store', 'quarantine'));
  expect(readFileSync(join(folder, 'store', 'quarantine', quarantine, 'journal.db')).equals(broken)).toBe(true);
}, 90_000);

test('a copy that hangs together but was forged is not gone on from', async () => {
  const folder = temporaryFolder();
  const first = await office(folder);
  await setUp(first);
  await withMatter(folder, first, '宣传周通知');
  const [name = ''] = readdirSync(join(folder, 'store', 'backups'));
  const path = join(folder, 'store', 'backups', name);
  const copy = new Sqlite(path);
  const trigger = copy.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'event_no_update'").pluck().get() ?? '';
  copy.exec(`DROP TRIGGER event_no_update; UPDATE event SET sig = zeroblob(64) WHERE type = 'sign'; ${trigger}`);
  copy.close();
  writeFileSync(journal(folder), Buffer.alloc(8192, 0x5a));
  const desk = await office(folder);
  await signIn(desk, 'leader');
  const point = (await must(desk.call('upkeep.view', {}))).recovery?.points[0];
  expect([code(await restore(desk, point?.id ?? '')), existsSync(join(folder, 'store', 'quarantine'))]).toEqual([
    'restore-forged',
    false,
  ]);
}, 90_000);

test('a store that needs no restore gets none', async () => {
  const folder = temporaryFolder();
  const desk = await office(folder);
  await setUp(desk);
  await signIn(desk, 'reviewer');
  const { recovery } = await must(desk.call('upkeep.view', {}));
  expect([recovery, code(await restore(desk, 'present'))]).toEqual([undefined, 'restore-not-due']);
});

test('T13: a drill reads the newest copy whole; copies go to both places, and the second cannot be the data folder', async () => {
  const folder = temporaryFolder();
  const desk = await office(folder);
  await setUp(desk);
  await withMatter(folder, desk, '宣传周通知');
  const again = await office(folder);
  await signIn(again, 'reviewer');
  expect(code(await again.call('backup.setPlace', { folder: join(folder, 'store') }))).toBe('place-inside');
  expect(code(await again.call('backup.setPlace', { folder: join(folder, 'nowhere') }))).toBe('place-missing');
  const second = temporaryFolder();
  await must(again.call('backup.setPlace', { folder: second }));
  const view = await must(again.call('backup.make', {}));
  expect(view.copies.map(({ place }) => place)).toEqual(['own', 'second']);
  const drill = await must(again.call('backup.drill', {}));
  expect([drill.good, drill.lines.length, drill.contents > 0]).toEqual([true, 4, true]);
  cpSync(join(folder, 'store', 'backups'), join(folder, 'kept'), { recursive: true });
  const [name = ''] = readdirSync(join(folder, 'store', 'backups'));
  writeFileSync(join(folder, 'store', 'backups', name), 'no copy');
  expect(code(await again.call('backup.drill', {}))).toBe('backup-failed');
  expect(code(await openDesk(deskOptions(folder)))).toBe('ok');
}, 90_000);
