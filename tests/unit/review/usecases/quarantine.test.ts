import { expect, test } from 'vitest';
import { readBody } from '../../../../review/chain/event.ts';
import { must } from '../support/case-builder.ts';
import { revoke } from '../support/revoking.ts';
import { PIN, readyCase, type TestDesk, testDesk } from '../support/test-desk.ts';

/** Two workstations that have already exchanged packages. */
async function twoDesks(): Promise<readonly [TestDesk, TestDesk]> {
  const first = await testDesk();
  const second = await testDesk(false, first);
  await readyCase(first, '第一份公告，没有图。');
  await handOver(first, second);
  return [first, second];
}

async function handOver(from: TestDesk, to: TestDesk, cases: readonly string[] = []) {
  await from.as('reviewer');
  const made = await from.call('package.export', { cases });
  await to.as('reviewer');
  const secret = made.passphrase === undefined ? {} : { passphrase: made.passphrase };
  return to.call('package.import', { file: { name: made.name, base64: made.base64 }, ...secret });
}

const lateOf = ({ store }: TestDesk) => {
  const event = store.newestOf('pkg.import');
  const body = event && readBody(event.body);
  return body?.ok && body.data.type === 'pkg.import' ? body.data.data.late : undefined;
};

/** A case that the head signed on the first workstation, of which the second hears after it knew that the head's key was revoked. */
async function lateCase() {
  const [first, second] = await twoDesks();
  const caseId = await readyCase(first);
  await first.signAs('drafter', caseId);
  await first.signAs('head', caseId);
  const { head } = first.people;
  await first.as('reviewer');
  const made = await first.call('package.export', { cases: [caseId] });
  revoke(second, first, head);
  const restarted = second.again();
  const call: TestDesk['call'] = async (name, input) => must(await restarted.call(name, input));
  await call('session.open', { person: second.people.reviewer, pin: PIN });
  const taken = await call('package.import', {
    file: { name: made.name, base64: made.base64 },
    passphrase: made.passphrase ?? '',
  });
  expect(taken.late).toBe(1);
  const why = async (role: 'drafter' | 'reviewer') => {
    await call('session.open', { person: second.people[role], pin: PIN });
    return (await call('case.open', { case: caseId })).whyNot;
  };
  return { first, second, caseId, call, why };
}

test('a signature that comes under a key known to be revoked is kept and named, counts for nothing, and holds the case', async () => {
  const { second, caseId, call, why } = await lateCase();
  const [late] = lateOf(second) ?? [];
  expect(lateOf(second)?.length).toBe(1);
  expect(second.store.events(caseId).filter(({ type }) => type === 'sign').length).toBe(2);
  const reasons = await why('reviewer');
  expect(reasons.filter((sentence) => sentence.includes('被撤销的密钥签署'))).toEqual([
    '有1条记录由被撤销的密钥签署，待处理：请由两人在“审计”中确认有效或作废',
  ]);
  expect(reasons.join()).toContain('还缺签名：处室负责人');
  const marked = (await call('case.open', { case: caseId })).timeline.filter(({ flags }) => flags.length > 0);
  expect(marked.map(({ by, flags }) => [by, flags])).toEqual([['赵某乙', ['被撤销的密钥签署，待处理']]]);
  const log = (await call('audit.log', { group: 'all' })).rows.filter(({ flags }) => flags.length > 0);
  expect(log.map(({ by, flags }) => [by, flags])).toEqual([['赵某乙', ['被撤销的密钥签署，待处理']]]);
  const rows = await call('quarantine.list', {});
  expect(rows.map(({ by, events, state, cases, from }) => ({ by, events, state, cases, from }))).toEqual([
    { by: '赵某乙', events: 1, state: 'open', cases: [expect.stringMatching(/^XS-/)], from: late?.from },
  ]);
  const { lines, late: told, valid } = await call('log.verify', {});
  expect([valid, told.map(({ state, by }) => [state, by])]).toEqual([true, [['open', '赵某乙']]]);
  expect(lines.join()).toContain('被撤销的密钥签署、还没有处理的记录：1段');
});

test.each([
  ['stands', false, true],
  ['void', false, false],
] as const)('two people settle it: %s', async (verdict, blocked, counts) => {
  const { second, call, why } = await lateCase();
  const [row] = await call('quarantine.list', {});
  if (!row) throw new Error('nothing late');
  const { ws, inc, key, from, to } = row;
  const two = { person: second.people.leader, pin: PIN };
  const settled = await call('quarantine.settle', {
    ws,
    inc,
    key,
    from,
    to,
    verdict,
    reason: '经核对本人当日在岗',
    pin: PIN,
    second: two,
  });
  expect(settled.map(({ state }) => state)).toEqual([verdict]);
  const reasons = (await why('reviewer')).join();
  expect([reasons.includes('被撤销的密钥签署'), !reasons.includes('处室负责人')]).toEqual([blocked, counts]);
  expect(await call('log.verify', {})).toMatchObject({ valid: true, problems: [], late: [{ state: verdict }] });
});

test('one person alone settles nothing', async () => {
  const { second, call } = await lateCase();
  const [row] = await call('quarantine.list', {});
  if (!row) throw new Error('nothing late');
  const { ws, inc, key, from, to } = row;
  const data = { ws, inc, key, from, to, verdict: 'stands', reason: '本人确认有效', pin: PIN } as const;
  const alone = { person: second.people.reviewer, pin: PIN };
  expect(await second.again().call('quarantine.settle', { ...data, second: alone })).toMatchObject({ ok: false });
  expect((await call('quarantine.list', {})).map(({ state }) => state)).toEqual(['open']);
});

test('others learn of it with the package, and of what was decided', async () => {
  const { first, second, caseId, call } = await lateCase();
  await call('session.open', { person: second.people.reviewer, pin: PIN });
  const made = await call('package.export', {});
  await first.as('reviewer');
  await first.call('package.import', { file: { name: made.name, base64: made.base64 } });
  expect((await first.view(caseId)).whyNot.join()).toContain('被撤销的密钥签署');
});

test('what was here before the key was revoked, and what a new workstation hears of first, is not late', async () => {
  const [first, second] = await twoDesks();
  const caseId = await readyCase(first);
  await first.signAs('drafter', caseId);
  await first.signAs('head', caseId);
  await handOver(first, second, [caseId]);
  revoke(first, first, first.people.head);
  const again = first.again();
  const call: TestDesk['call'] = async (name, input) => must(await again.call(name, input));
  await call('session.open', { person: first.people.reviewer, pin: PIN });
  const made = await call('package.export', {});
  await second.as('reviewer');
  await second.call('package.import', { file: { name: made.name, base64: made.base64 } });
  expect([await call('quarantine.list', {}), lateOf(second)]).toEqual([[], undefined]);
  const third = await testDesk(false, first);
  await third.as('reviewer');
  const whole = await call('package.export', {});
  await third.call('package.import', { file: { name: whole.name, base64: whole.base64 } });
  expect(lateOf(third)).toBeUndefined();
});
