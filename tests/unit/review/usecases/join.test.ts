import { expect, test } from 'vitest';
import type { Output } from '../../../../review/contract.ts';
import { base64, PIN, readyCase, type TestDesk, testDesk } from '../support/test-desk.ts';

const OTHER_PIN = 'yunxi-5913';
const CLERK = { name: '张某甲', role: 'drafter', department: '指挥通信处' } as const;
const REVIEWER = { name: '李某丙', role: 'reviewer', department: '秘书处' } as const;
const NEWCOMER = { name: '郑某辛', role: 'leader', department: '' } as const;

const asks = (
  second: TestDesk,
  ...people: readonly { name: string; role: 'drafter' | 'reviewer' | 'leader'; department: string }[]
) =>
  second.call('join.request', {
    name: '二号机',
    people: people.map((person) => ({ ...person, department: person.department || '办领导', pin: OTHER_PIN })),
  });

/** Security administrator proposes, leader confirms, the root key on this machine signs. */
async function admit(first: TestDesk, file: { readonly name: string; readonly base64: string }): Promise<void> {
  await first.as('secadmin');
  const { proposals } = await first.call('roster.propose', { change: { admit: { file } }, pin: PIN });
  await first.as('leader');
  await first.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN });
}

async function joined(first: TestDesk, second: TestDesk): Promise<Output<'join.preview'>> {
  const { name, base64: bytes } = await asks(second, CLERK, REVIEWER, NEWCOMER);
  await admit(first, { name, base64: bytes });
  await first.as('reviewer');
  const file = await first.call('join.answer', {});
  const answer = await second.call('join.preview', { file: { name: file.name, base64: file.base64 } });
  expect((await second.call('join.accept', { file: { name: file.name, base64: file.base64 }, root: answer.root })).setUp).toBe(
    true,
  );
  return answer;
}

async function signIn(bench: TestDesk, name: string, pin = OTHER_PIN): Promise<void> {
  const person = (await bench.call('people.list', {})).find((one) => one.name === name)?.id ?? '';
  await bench.call('session.open', { person, pin });
}

async function handOver(from: TestDesk, to: TestDesk, cases: readonly string[]) {
  const { name, base64: bytes, passphrase = '' } = await from.call('package.export', { cases });
  return to.call('package.import', { file: { name, base64: bytes }, passphrase });
}

test('a second workstation asks, two people and the root key admit it, and the roster comes back with a key for each person and workstation', async () => {
  const [first, second] = [await testDesk(), await testDesk(false)];
  const { base64: bytes, keys } = await asks(second, CLERK, REVIEWER, NEWCOMER);
  await first.as('secadmin');
  const seen = await first.call('join.open', { file: { name: 'a.xsjoin', base64: bytes } });
  expect([seen.whyNot, seen.known, seen.workstation, seen.people.map(({ name, known }) => [name, known])]).toEqual([
    '',
    false,
    '二号机',
    [
      ['张某甲', true],
      ['李某丙', true],
      ['郑某辛', false],
    ],
  ]);
  expect(keys.map(({ code }) => code)).toEqual([seen.code, ...seen.people.map(({ code }) => code)]);
  const answer = await joined(first, second);
  expect([answer.office, answer.workstation]).toEqual(['云溪市人民防空办公室', '二号机']);
  expect((await second.call('people.list', {})).map(({ name }) => name)).toEqual(['张某甲', '李某丙', '郑某辛']);
  expect((await first.call('people.list', {})).map(({ name }) => name).includes('郑某辛')).toBe(false);
  await signIn(second, '李某丙');
  expect(await second.code('session.open', { person: first.people.reviewer, pin: PIN })).toBe('pin-wrong');
});

test('a draft made on one is signed on both by the same people with their two keys, and both journals hold', async () => {
  const [first, second] = [await testDesk(), await testDesk(false)];
  await joined(first, second);
  const caseId = await readyCase(first);
  await first.signAs('drafter', caseId);
  await first.signAs('head', caseId);
  await first.as('reviewer');
  await signIn(second, '李某丙');
  await handOver(first, second, [caseId]);
  const sign = { case: caseId, opinion: '同意公开', pin: OTHER_PIN } as const;
  await second.call('chain.sign', { ...sign, step: 'secrecy' });
  await signIn(second, '郑某辛');
  expect((await second.call('chain.sign', { ...sign, step: 'approve' })).row.state).toBe('releasable');
  await handOver(second, first, [caseId]);
  expect((await first.call('release.register', { case: caseId, pin: PIN })).row.state).toBe('released');
  const rows = await first.call('package.list', {});
  expect(rows.workstations.map(({ name, here }) => [name, here])).toEqual([
    ['一号机', true],
    ['二号机', false],
  ]);
  for (const bench of [first, second]) expect((await bench.call('log.verify', {})).problems).toEqual([]);
});

test('who has left signs nowhere any more, and the roster is changed on the first workstation alone', async () => {
  const [first, second] = [await testDesk(), await testDesk(false)];
  await joined(first, second);
  await signIn(second, '李某丙');
  const days = { since: '2026-11-21', until: '2026-11-28', reason: 'trip', steps: ['secrecy' as const] } as const;
  const deputy = { ...days, steps: [...days.steps], to: first.people.leader, pin: OTHER_PIN };
  expect(await second.code('delegation.make', deputy)).toBe('roster-elsewhere');
  await first.as('secadmin');
  const left = { revoke: { person: first.people.reviewer, reason: 'left' } } as const;
  const { proposals } = await first.call('roster.propose', { change: left, pin: PIN });
  await first.as('leader');
  await first.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN });
  await readyCase(first);
  await first.as('leader');
  await handOver(first, second, []);
  expect([await second.code('package.list', {}), (await second.call('people.list', {})).map(({ name }) => name)]).toEqual([
    'session-missing',
    ['张某甲', '郑某辛'],
  ]);
});

test('a bent request, a roster without this workstation, a foreign file and another root are refused, and nothing changes', async () => {
  const [first, second] = [await testDesk(), await testDesk(false)];
  const { base64: bytes } = await asks(second, CLERK);
  const bent = base64(
    Buffer.from(bytes, 'base64')
      .toString('utf8')
      .replace(/"sig":"./, '"sig":"_'),
  );
  await first.as('reviewer');
  const answer = await first.call('join.answer', {});
  const file = { name: 'a', base64: answer.base64 };
  expect([
    await first.code('join.open', { file: { name: 'a', base64: bent } }),
    await second.code('join.preview', { file }),
    await second.code('join.preview', { file: { name: 'a', base64: bytes } }),
    await first.code('join.preview', { file }),
  ]).toEqual(['join-format', 'join-not-admitted', 'join-answer', 'already-set-up']);
  await admit(first, { name: 'a', base64: bytes });
  await first.as('secadmin');
  const again = await first.call('join.open', { file: { name: 'a', base64: bytes } });
  const good = await first.call('join.answer', {});
  const accepted = { file: { name: 'a', base64: good.base64 }, root: '0'.repeat(32) };
  expect([again.whyNot, await second.code('join.accept', accepted), second.store.roster().length]).toEqual([
    '密钥不能重复登记',
    'join-root',
    0,
  ]);
});

test('a key that is locked on the second workstation is replaced by another request, and the old one ends there alone', async () => {
  const [first, second] = [await testDesk(), await testDesk(false)];
  await joined(first, second);
  await signIn(second, '李某丙');
  const renewed = await second.call('join.request', { name: '二号机', people: [{ ...REVIEWER, pin: 'yunxi-7741' }] });
  await first.as('secadmin');
  const seen = await first.call('join.open', { file: { name: 'a', base64: renewed.base64 } });
  expect([seen.known, seen.whyNot, seen.people.map(({ name, known }) => [name, known])]).toEqual([true, '', [['李某丙', true]]]);
  await admit(first, { name: 'a', base64: renewed.base64 });
  await readyCase(first);
  await first.as('reviewer');
  await handOver(first, second, []);
  expect(await second.code('package.list', {})).toBe('session-missing');
  await signIn(second, '李某丙', 'yunxi-7741');
  expect(await second.code('package.list', {})).toBe('ok');
});
