import { expect, test } from 'vitest';
import { admit, asks, CLERK, handOver, joined, NEWCOMER, OTHER_PIN, REVIEWER, signIn } from '../support/joining.ts';
import { base64, PIN, readyCase, testDesk } from '../support/test-desk.ts';

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

test('a key lost with one workstation is revoked alone: its person signs on with the other, what it signed before stands, what comes late waits', async () => {
  const [first, second] = [await testDesk(), await testDesk(false)];
  await joined(first, second);
  const caseId = await readyCase(first);
  await first.signAs('drafter', caseId);
  await first.signAs('head', caseId);
  await first.as('reviewer');
  await signIn(second, '李某丙');
  await handOver(first, second, [caseId]);
  await second.call('chain.sign', { case: caseId, step: 'secrecy', opinion: '同意公开', pin: OTHER_PIN });
  await handOver(second, first, [caseId]);
  await second.call('package.export', {});
  const there = second.store.head().ws;
  const lost = { revoke: { person: first.people.reviewer, workstation: there, reason: 'lost' } } as const;
  const left = { revoke: { ...lost.revoke, reason: 'left' } } as const;
  await first.as('secadmin');
  expect(await first.code('roster.propose', { change: left, pin: PIN })).toBe('not-now');
  const { proposals } = await first.call('roster.propose', { change: lost, pin: PIN });
  expect(proposals[0]?.what).toBe('注销 李某丙 在 二号机 上的密钥，别的工作站上的不变（口令遗忘或密钥丢失）');
  await first.as('leader');
  const { people } = await first.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN });
  const row = people.find(({ name }) => name === '李某丙');
  expect([row?.state, row?.keys.map(({ name }) => name)]).toEqual(['usable', ['一号机']]);
  await first.as('reviewer');
  expect((await handOver(second, first, [])).late).toBe(2);
  expect((await first.call('quarantine.list', {})).map(({ name, by, state }) => [name, by, state])).toEqual([
    ['二号机', '李某丙', 'open'],
  ]);
  expect((await first.signAs('leader', caseId)).row.state).toBe('releasable');
  await first.as('reviewer');
  await handOver(first, second, []);
  expect([await second.code('package.list', {}), (await second.call('people.list', {})).map(({ name }) => name)]).toEqual([
    'session-missing',
    ['张某甲', '郑某辛'],
  ]);
});
