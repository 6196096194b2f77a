import { expect, onTestFinished, test } from 'vitest';
import type { DeskHandle } from '../../../host/desk.ts';
import { must, openOffice, PEOPLE, setUp, signIn } from './office.ts';
import { ownRule } from './own-rule-form.ts';
import { temporaryFolder } from './temporary.ts';

async function opened(): Promise<DeskHandle> {
  const desk = await openOffice(temporaryFolder());
  onTestFinished(async () => void (await desk.close()));
  return desk;
}

/** A second workstation with the reviewer's key, admitted by reviewer, leader and the root key. */
async function joinedTo(first: DeskHandle): Promise<DeskHandle> {
  const second = await opened();
  const reviewer = PEOPLE.filter(({ role }) => role === 'reviewer').map((person) => ({ ...person }));
  const { name, base64 } = await must(second.call('join.request', { name: '二号机', people: reviewer }));
  const pin = await signIn(first, 'reviewer');
  const admit = { file: { name, base64 } };
  const { proposals } = await must(first.call('roster.propose', { change: { admit }, pin }));
  const leader = await signIn(first, 'leader');
  await must(first.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: leader }));
  const answer = await must(first.call('join.answer', {}));
  const file = { name: answer.name, base64: answer.base64 };
  const { root } = await must(second.call('join.preview', { file }));
  await must(second.call('join.accept', { file, root }));
  return second;
}

async function save(desk: DeskHandle, title: string, after: string, id = ''): Promise<void> {
  const pin = await signIn(desk, 'reviewer');
  await must(desk.call('rules.save', { change: { save: ownRule({ title, id }) }, after, pin }));
}

async function send(from: DeskHandle, to: DeskHandle): Promise<void> {
  await signIn(from, 'reviewer');
  const { name, base64, passphrase = '' } = await must(from.call('package.export', { lists: true }));
  await signIn(to, 'reviewer');
  await must(to.call('package.import', { file: { name, base64 }, passphrase }));
}

const shown = async (desk: DeskHandle) =>
  (await must(desk.call('adoption.view', {}))).map(({ what, title, version, here, state, difference, whyNot }) => [
    [what, title, version, here, state],
    difference,
    whyNot,
  ]);

test('rules of another workstation come into force here with their version, and never one that is not higher', async () => {
  const first = await opened();
  await setUp(first);
  const second = await joinedTo(first);
  await save(first, '未公开的内部代号', '');
  await send(first, second);
  expect(await shown(second)).toEqual([[['pack', '本单位规则', '1', '', 'newer'], { added: 1, removed: 0, changed: 0 }, '']]);
  const [row] = await must(second.call('adoption.view', {}));
  const pin = await signIn(second, 'reviewer');
  await must(second.call('adoption.take', { event: row?.event ?? '', after: '', pin }));
  const { packs } = await must(second.call('rules.own', {}));
  expect(packs.map(({ version, origin, by }) => [version, origin, by])).toEqual([['1', 'workstation', '郑审查']]);
  const sets = await Promise.all([first, second].map(async (one) => (await must(one.call('app.status', {}))).ruleSet));
  expect(sets[0]).toEqual(sets[1]);
  await save(first, '甲边改的', '1', 'own-1');
  await save(second, '乙边改的', '1', 'own-1');
  await send(first, second);
  expect(await shown(second)).toEqual([
    [
      ['pack', '本单位规则', '2', '2', 'conflict'],
      { added: 0, removed: 0, changed: 1 },
      '版本只升不降：请在 一号机 上再存一次，使其高于本机的第2版，再送来',
    ],
  ]);
});
