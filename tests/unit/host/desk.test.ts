import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk } from '../../../host/desk.ts';
import { STEP_ORDER, STEP_ROLE } from '../../../review/model/index.ts';
import { decideAll, deskOptions, importText, must, openOffice, PEOPLE, setUp, signIn } from './office.ts';
import { code, temporaryFolder } from './temporary.ts';

async function office(folder: string) {
  const desk = await openOffice(folder);
  onTestFinished(async () => {
    await desk.close();
  });
  return desk;
}

test('a draft walks from import to a verified release, and everything is there after a restart', async () => {
  const folder = temporaryFolder();
  const desk = await office(folder);
  await setUp(desk);
  await signIn(desk, 'drafter');
  const phases: string[] = [];
  desk.onProgress((progress) => phases.push(progress.phase));
  const imported = await importText(desk, '宣传周通知.txt', '关于开展宣传周活动的通知\n\n请各单位做好准备。\n');
  if (imported.outcome !== 'imported') throw new Error(imported.outcome);
  const id = imported.case;
  await decideAll(desk, id);
  for (const step of STEP_ORDER) {
    const pin = await signIn(desk, STEP_ROLE[step]);
    await must(desk.call('chain.sign', { case: id, step, opinion: '同意公开。', pin }));
  }
  const pin = await signIn(desk, 'reviewer');
  const released = await must(desk.call('release.register', { case: id, pin }));
  expect([released.row.state, phases.includes('正在检查') || phases.includes('正在读取文字')]).toEqual(['released', true]);
  const backups = () => readdirSync(join(folder, 'store', 'backups'));
  // The day's first release is backed up at once.
  expect(backups().length).toBe(1);
  expect(code(await desk.close())).toBe('ok');

  const again = await office(folder);
  await signIn(again, 'leader');
  const report = await must(again.call('log.verify', {}));
  expect([report.valid, report.problems, report.cases.map((one) => one.state)]).toEqual([true, [], ['released']]);
  expect(backups().length).toBe(1);
}, 60_000);

test('a second instance on the folder may look but not act', async () => {
  const folder = temporaryFolder();
  const first = await office(folder);
  await setUp(first);
  const second = await office(folder);
  const status = await must(second.call('app.status', {}));
  expect([status.setUp, status.readOnly]).toEqual([true, expect.stringContaining('另一个先审窗口')]);
  const people = await must(second.call('people.list', {}));
  expect(people.map((person) => person.name)).toEqual(PEOPLE.map((person) => person.name));
  expect((await must(first.call('app.status', {}))).readOnly).toBeUndefined();
});

test('a second instance beside a first start that has made nothing yet gets a clear answer', async () => {
  const folder = temporaryFolder();
  const desk = await office(folder);
  rmSync(join(folder, 'store', 'device'), { recursive: true });
  expect(code(await openDesk(deskOptions(folder)))).toBe('device-secret-missing');
  expect(code(await desk.close())).toBe('ok');
});

test('wrong PINs are recorded and the eleventh try is locked', async () => {
  const folder = temporaryFolder();
  const desk = await office(folder);
  await setUp(desk);
  const person = (await must(desk.call('people.list', {})))[0];
  const codes: string[] = [];
  for (let i = 0; i < 11; i += 1)
    codes.push(code(await desk.call('session.open', { person: person?.id ?? '', pin: `wrong-${i}` })));
  expect(codes).toEqual([...Array(10).fill('pin-wrong'), 'key-locked']);
  const db = new Sqlite(join(folder, 'store', 'journal.db'), { readonly: true });
  const recorded = db.prepare("SELECT count(*) FROM event WHERE type = 'auth.fail'").pluck().get();
  db.close();
  expect(recorded).toBe(11);
});

test('the log holds codes, calls and times and no text', async () => {
  const folder = temporaryFolder();
  const desk = await office(folder);
  await setUp(desk);
  await signIn(desk, 'drafter');
  await importText(desk, '绝密线索样名.txt', '白鹭路某处样例文字\n');
  await desk.close();
  const path = join(folder, 'store', 'logs', 'xianshen.log');
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map((line) => line.call)).toEqual(['open', 'office.setUp', 'session.open', 'case.import', 'close']);
  expect(lines.every((line) => Object.keys(line).every((key) => ['at', 'code', 'call', 'ms'].includes(key)))).toBe(true);
  expect(/白鹭|样名/.test(readFileSync(path, 'utf8'))).toBe(false);
});

test('everything the desk makes is for this user only, and there is no temporary folder', async () => {
  const folder = temporaryFolder();
  const desk = await office(folder);
  await setUp(desk);
  await desk.close();
  const open = readdirSync(join(folder, 'store'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (statSync(join(entry.parentPath, entry.name)).mode & 0o077) !== 0)
    .map((entry) => entry.name);
  expect([statSync(join(folder, 'store')).mode & 0o777, open]).toEqual([0o700, []]);
  expect(readdirSync(join(folder, 'store')).sort()).toEqual(['backups', 'device', 'journal.db', 'keys', 'logs', 'writer.lock']);
});

test('calls after closing fail without touching the journal', async () => {
  const desk = await office(temporaryFolder());
  await desk.close();
  expect(code(await desk.call('people.list', {}))).toBe('desk-closed');
  expect(code(await desk.close())).toBe('ok');
});
