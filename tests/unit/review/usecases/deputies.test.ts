import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { verifyLog } from '../../../../review/chain/verify.ts';
import type { CaseView } from '../../../../review/contract.ts';
import { PIN, readyCase, type TestDesk, testDesk } from '../support/test-desk.ts';

const NEW_PIN = 'yunxi-9163';

/** An office with a second drafter, 钱某辛, who deputises for the head from today for a week. */
async function deputised(since = '2026-11-21', until = '2026-11-27'): Promise<TestDesk & { readonly deputy: string }> {
  const bench = await testDesk();
  await bench.as('sysadmin');
  const enroll = { name: '钱某辛', role: 'drafter', department: '指挥通信处', newPin: NEW_PIN } as const;
  const { proposals } = await bench.call('roster.propose', { change: { enroll }, pin: PIN });
  await bench.as('secadmin');
  await bench.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN });
  const deputy = (await bench.call('people.list', {})).find(({ name }) => name === '钱某辛')?.id ?? '';
  await bench.as('head');
  await bench.call('delegation.make', { to: deputy, steps: ['head'], since, until, reason: 'trip', pin: PIN });
  return Object.assign(bench, { deputy });
}
const asDeputy = (bench: TestDesk & { readonly deputy: string }) =>
  bench.call('session.open', { person: bench.deputy, pin: NEW_PIN });
const SIGN = { step: 'head', opinion: '同意公开', pin: NEW_PIN } as const;
const headSigns = (view: CaseView) => view.steps[1]?.signatures.map(({ by, counts, why }) => [by, counts, why]);

describe('a deputy', () => {
  test('finds the case as theirs, signs with both names, and the case goes out', async () => {
    const bench = await deputised();
    const caseId = await readyCase(bench);
    await bench.signAs('drafter', caseId);
    expect((await asDeputy(bench)).deputyFor).toEqual([{ step: 'head', name: '赵某乙', until: '2026-11-27' }]);
    const view = await bench.view(caseId);
    expect([view.myStep, view.actingFor, view.row.next]).toEqual(['head', '赵某乙', '赵某乙（钱某辛代） 处室审核']);
    const signed = await bench.call('chain.sign', { case: caseId, ...SIGN });
    expect([headSigns(signed), signed.row.state]).toEqual([[['钱某辛（代赵某乙）', true, undefined]], 'awaiting-secrecy']);
    expect(signed.timeline.at(-1)).toMatchObject({ by: '钱某辛（代赵某乙）', role: '处室负责人' });
    expect((await bench.call('person.acts', {})).acts[0]).toMatchObject({
      what: '处室负责人签名：同意公开',
      actingFor: '赵某乙',
    });
    await bench.signAs('reviewer', caseId);
    await bench.signAs('leader', caseId);
    await bench.as('reviewer');
    await bench.call('release.register', { case: caseId, pin: PIN });
    const log = await bench.call('export.make', { kind: 'log' });
    const report = verifyLog(Buffer.from(log.base64, 'base64').toString('utf8'), crypto);
    expect([report.problems, report.cases[0]?.state]).toEqual([[], 'released']);
  });

  test('may send back and refuse for the head, and nothing else of the head', async () => {
    const bench = await deputised();
    const caseId = await readyCase(bench);
    await bench.signAs('drafter', caseId);
    await asDeputy(bench);
    expect(
      await bench.code('delegation.make', {
        to: bench.people.drafter,
        steps: ['head'],
        since: '2026-11-21',
        until: '2026-11-22',
        reason: 'trip',
        pin: NEW_PIN,
      }),
    ).toBe('not-permitted');
    const returned = await bench.call('chain.return', { case: caseId, reason: '第2段再核', pin: NEW_PIN });
    expect([returned.row.state, returned.row.attention?.by]).toEqual(['returned', '钱某辛（代赵某乙）']);
  });

  test('never signs over their own draft', async () => {
    const bench = await deputised();
    const caseId = await readyCase(bench);
    await asDeputy(bench);
    await bench.call('chain.sign', { case: caseId, step: 'draft', opinion: '自查完毕', pin: NEW_PIN });
    expect((await bench.view(caseId)).actions.sign.why).toBe('您已在本件以拟稿人身份签名，一人不能签两个环节');
    expect(await bench.code('chain.sign', { case: caseId, ...SIGN })).toBe('not-now');
  });

  test('has no say before the first day, after the last, and once it was taken back', async () => {
    const early = await deputised('2026-11-22', '2026-11-27');
    const caseId = await readyCase(early);
    await early.signAs('drafter', caseId);
    expect((await asDeputy(early)).deputyFor).toEqual([]);
    expect((await early.view(caseId)).actions.sign.why).toBe('现在轮到处室负责人');
    expect((await early.call('roster.view', {})).delegations.map(({ state }) => state)).toEqual(['planned']);
    early.clock.pass(24 * 60);
    await asDeputy(early);
    expect((await early.view(caseId)).actions.sign.enabled).toBe(true);
    early.clock.pass(6 * 24 * 60);
    await asDeputy(early);
    expect([
      await early.code('chain.sign', { case: caseId, ...SIGN }),
      (await early.call('roster.view', {})).delegations[0]?.state,
    ]).toEqual(['not-now', 'over']);

    const back = await deputised();
    const other = await readyCase(back);
    await back.signAs('drafter', other);
    await asDeputy(back);
    const [row] = (await back.call('roster.view', {})).delegations;
    await back.as('reviewer');
    expect(await back.code('delegation.recall', { delegation: row?.id ?? '', pin: PIN })).toBe('not-now');
    await back.as('head');
    expect((await back.call('delegation.recall', { delegation: row?.id ?? '', pin: PIN })).delegations[0]?.state).toBe(
      'recalled',
    );
    await asDeputy(back);
    expect(await back.code('chain.sign', { case: other, ...SIGN })).toBe('not-now');
  });

  test('may put a case on hold or send it up, and end both, in the other name while that step is due, and not otherwise', async () => {
    const bench = await deputised();
    const caseId = await readyCase(bench);
    await asDeputy(bench);
    const refer = { whom: '上级主管部门', question: '能否公开', on: '2026-11-21', pin: NEW_PIN };
    const hold = { case: caseId, reason: '等会议定', until: '2026-12-01', pin: NEW_PIN };
    // Still with the drafter: nothing has come to the one deputised for.
    expect(await bench.code('chain.hold', hold)).toBe('not-now');
    await bench.signAs('drafter', caseId);
    await asDeputy(bench);
    const held = await bench.call('chain.hold', hold);
    expect([held.row.state, held.timeline.at(-1)?.by, held.actingFor]).toEqual(['held', '钱某辛（代赵某乙）', '赵某乙']);
    const resume = { case: caseId, of: held.pending[0]?.id ?? '', reason: '会议已定', pin: NEW_PIN };
    // Who is nobody's deputy stays who they are; a drafter ends no hold.
    await bench.as('drafter');
    expect(await bench.code('chain.resume', { ...resume, pin: PIN })).toBe('not-permitted');
    await asDeputy(bench);
    const resumed = await bench.call('chain.resume', resume);
    expect([resumed.row.state, resumed.pending[0]?.closed?.by, resumed.timeline.at(-1)]).toMatchObject([
      'awaiting-head',
      '钱某辛（代赵某乙）',
      { by: '钱某辛（代赵某乙）', role: '处室负责人' },
    ]);
    expect((await bench.call('log.verify', {})).problems).toEqual([]);

    const up = await deputised();
    const other = await readyCase(up);
    await up.signAs('drafter', other);
    await asDeputy(up);
    const referred = await up.call('chain.refer', { ...refer, case: other });
    expect([referred.row.state, referred.timeline.at(-1)?.by]).toEqual(['referred', '钱某辛（代赵某乙）']);
    const letter = { of: referred.pending[0]?.id ?? '', number: '云保函〔2026〕9号', on: '2026-11-21', outcome: 'may' } as const;
    const answer = { ...letter, case: other, answer: '可以公开', pin: NEW_PIN };
    const answered = await up.call('chain.answer', answer);
    expect([answered.row.state, answered.pending[0]?.by, answered.pending[0]?.closed?.by]).toEqual([
      'awaiting-head',
      '钱某辛（代赵某乙）',
      '钱某辛（代赵某乙）',
    ]);
    // What the drafter of the matter sent up, no deputy answers who is that drafter.
    const own = await readyCase(up, '另一件');
    await asDeputy(up);
    await up.call('chain.sign', { case: own, step: 'draft', opinion: '自查完毕', pin: NEW_PIN });
    const sent = await up.call('chain.refer', { ...refer, case: own });
    expect(await up.code('chain.answer', { ...answer, case: own, of: sent.pending[0]?.id ?? '' })).toBe('not-now');
    expect((await up.call('log.verify', {})).problems).toEqual([]);
  });

  test('who is head elsewhere signs as deputy in the other 处室, and as head in their own', async () => {
    const bench = await testDesk();
    await bench.as('sysadmin');
    const enroll = { name: '冯某壬', role: 'head', department: '工程处', newPin: NEW_PIN } as const;
    const { proposals } = await bench.call('roster.propose', { change: { enroll }, pin: PIN });
    await bench.as('secadmin');
    await bench.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN });
    const other = (await bench.call('people.list', {})).find(({ name }) => name === '冯某壬')?.id ?? '';
    const caseId = await readyCase(bench);
    await bench.signAs('drafter', caseId);
    await bench.call('session.open', { person: other, pin: NEW_PIN });
    expect((await bench.view(caseId)).actingFor).toBe(undefined);
    await bench.as('head');
    const wish = { to: other, steps: ['head' as const], since: '2026-11-21', until: '2026-11-22', reason: 'leave' as const };
    await bench.call('delegation.make', { ...wish, pin: PIN });
    await bench.call('session.open', { person: other, pin: NEW_PIN });
    const signed = await bench.call('chain.sign', { case: caseId, ...SIGN });
    expect(headSigns(signed)).toEqual([['冯某壬（代赵某乙）', true, undefined]]);
  });

  test('is named by two others when the head cannot do it', async () => {
    const bench = await deputised();
    const wish = {
      to: bench.deputy,
      steps: ['approve' as const],
      since: '2026-11-21',
      until: '2026-11-30',
      reason: 'sick' as const,
    };
    await bench.as('sysadmin');
    const { proposals } = await bench.call('roster.propose', {
      change: { delegate: { from: bench.people.leader, ...wish } },
      pin: PIN,
    });
    await bench.as('secadmin');
    const view = await bench.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN });
    expect(view.delegations[0]).toMatchObject({
      fromName: '王某丁',
      toName: '钱某辛',
      steps: ['approve'],
      reason: '病假',
      state: 'in-force',
    });
  });

  test.each([
    ['an end before its beginning', { since: '2026-11-25', until: '2026-11-24' }],
    ['an end in the past', { since: '2026-11-01', until: '2026-11-20' }],
    ['more than a year', { since: '2026-11-21', until: '2028-01-01' }],
    ['a day that does not exist', { since: '2026-02-30', until: '2026-11-24' }],
  ])('%s is refused', async (_what, days) => {
    const bench = await testDesk();
    await bench.as('head');
    const wish = { to: bench.people.drafter, steps: ['head' as const], reason: 'trip' as const, pin: PIN };
    expect(await bench.code('delegation.make', { ...wish, ...days })).toBe('date-invalid');
  });

  test('nobody delegates a step that is not theirs, to themselves, or to an administrator', async () => {
    const bench = await testDesk();
    await bench.as('head');
    const wish = { since: '2026-11-21', until: '2026-11-24', reason: 'trip' as const, pin: PIN };
    expect([
      await bench.code('delegation.make', { ...wish, to: bench.people.drafter, steps: ['approve'] }),
      await bench.code('delegation.make', { ...wish, to: bench.people.head, steps: ['head'] }),
      await bench.code('delegation.make', { ...wish, to: bench.people.auditor, steps: ['head'] }),
    ]).toEqual(['not-now', 'not-now', 'not-now']);
  });
});

describe('T15: days of a delegation rest on a clock', () => {
  test('a signature under a clock set back counts only once 保密办 has confirmed it', async () => {
    const bench = await deputised('2026-11-21', '2026-11-22');
    const caseId = await readyCase(bench);
    bench.clock.pass(2 * 24 * 60);
    await bench.signAs('drafter', caseId);
    await asDeputy(bench);
    expect(await bench.code('chain.sign', { case: caseId, ...SIGN })).toBe('not-now');
    // The wall clock goes back into the delegation; the machine's own time does not.
    bench.clock.wall -= 2 * 24 * 3_600_000;
    await asDeputy(bench);
    const signed = await bench.call('chain.sign', { case: caseId, ...SIGN });
    expect(headSigns(signed)).toEqual([['钱某辛（代赵某乙）', false, '代签时时钟有异常，须由保密办确认代签在授权日期内']]);
    expect(signed.timeline.at(-1)?.flags).toContain('时钟倒退');
    const sign = signed.timeline.at(-1)?.seq ?? 0;
    await bench.as('reviewer');
    expect((await bench.view(caseId)).actions.sign.enabled).toBe(false);
    expect(await bench.code('delegation.confirm', { case: caseId, sign: sign - 1, pin: PIN })).toBe('not-now');
    const confirmed = await bench.call('delegation.confirm', { case: caseId, sign, pin: PIN });
    expect([headSigns(confirmed), confirmed.row.state]).toEqual([[['钱某辛（代赵某乙）', true, undefined]], 'awaiting-secrecy']);
    expect(await bench.code('delegation.confirm', { case: caseId, sign, pin: PIN })).toBe('not-now');
  });
});
