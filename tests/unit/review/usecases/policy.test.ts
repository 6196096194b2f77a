import { describe, expect, test } from 'vitest';
import type { RosterRequest } from '../../../../review/contract.ts';
import type { Role } from '../../../../review/model/index.ts';
import { PIN, readyCase, type TestDesk, testDesk } from '../support/test-desk.ts';

const settings = (policy: Partial<Extract<RosterRequest, { readonly policy: unknown }>['policy']>): RosterRequest => ({
  policy: { chain: ['draft', 'head', 'secrecy', 'approve'], idleMinutes: 10, checks: [], ...policy },
});
/** Proposed by 系统管理员, confirmed by 安全保密管理员. */
async function change(bench: TestDesk, request: RosterRequest, proposer: Role = 'sysadmin', approver: Role = 'secadmin') {
  await bench.as(proposer);
  const { proposals } = await bench.call('roster.propose', { change: request, pin: PIN });
  await bench.as(approver);
  return bench.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN });
}

describe('the settings of an office', () => {
  test('are changed by two administrators; a shorter chain is signed by fewer, and form and paper say so', async () => {
    const bench = await testDesk();
    const view = await change(bench, settings({ chain: ['draft', 'approve'], idleMinutes: 5 }));
    expect(view.policy).toEqual({
      chain: ['draft', 'approve'],
      checks: [],
      idleMinutes: 5,
      simplified: '简化流程：处室负责人环节由分管领导一并办理，保密审查员环节由分管领导一并办理',
    });
    expect((await bench.call('app.status', {})).session?.idleMinutes).toBe(5);
    const caseId = await readyCase(bench);
    expect((await bench.signAs('drafter', caseId)).row.state).toBe('awaiting-approve');
    const signed = await bench.signAs('leader', caseId);
    expect([signed.row.state, signed.simplified, signed.steps.map(({ step }) => step)]).toEqual([
      'releasable',
      view.policy.simplified,
      ['draft', 'approve'],
    ]);
    await bench.as('reviewer');
    expect((await bench.call('release.register', { case: caseId, pin: PIN })).row.state).toBe('released');
    const form = await bench.call('export.make', { kind: 'form', case: caseId });
    expect(JSON.parse(Buffer.from(form.base64, 'base64').toString('utf8'))).toMatchObject({
      chain: ['draft', 'approve'],
      remarks: [view.policy.simplified],
      complete: true,
    });
    expect((await bench.call('log.verify', {})).problems).toEqual([]);
  });

  test('apply at once to what is not released, and leave alone what is', async () => {
    const bench = await testDesk();
    await change(bench, settings({ chain: ['draft', 'approve'] }));
    const released = await readyCase(bench);
    const open = await readyCase(bench, '另一件\n没有疑点。');
    for (const caseId of [released, open]) {
      await bench.signAs('drafter', caseId);
      await bench.signAs('leader', caseId);
    }
    await bench.as('reviewer');
    await bench.call('release.register', { case: released, pin: PIN });
    await change(bench, settings({}));
    await bench.as('reviewer');
    expect([(await bench.view(released)).row.state, (await bench.view(open)).row.state]).toEqual(['released', 'awaiting-head']);
    expect((await bench.call('log.verify', {})).valid).toBe(true);
  });

  test('let go what has enough signatures under shorter ones, and stop what has too few under longer ones, at the door itself', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, caseId);
    await change(bench, settings({ checks: ['legal'] }));
    await bench.as('reviewer');
    expect(await bench.code('release.register', { case: caseId, pin: PIN })).toBe('gate-closed');
    await change(bench, settings({ chain: ['draft', 'secrecy', 'approve'] }));
    await bench.as('reviewer');
    expect((await bench.call('release.register', { case: caseId, pin: PIN })).row.state).toBe('released');
    expect((await bench.call('log.verify', {})).problems).toEqual([]);
  });

  test('can demand a legal check before approval', async () => {
    const bench = await testDesk();
    await change(bench, settings({ checks: ['legal'] }));
    const caseId = await readyCase(bench);
    for (const role of ['drafter', 'head', 'reviewer'] as const) await bench.signAs(role, caseId);
    await bench.as('leader');
    expect((await bench.view(caseId)).actions.sign).toEqual({ enabled: false, why: '合法性审查还没有办' });
    const open = { case: caseId, about: 'legal', whom: '法制机构', question: '请审查', on: '2026-11-21', pin: PIN } as const;
    const asked = await bench.call('consult.open', open);
    const close = {
      case: caseId,
      of: asked.pending[0]?.id ?? '',
      outcome: 'agree',
      reply: '合法',
      on: '2026-11-21',
      pin: PIN,
    } as const;
    expect((await bench.call('consult.close', close)).actions.sign.enabled).toBe(true);
    expect((await bench.signAs('leader', caseId)).row.state).toBe('releasable');
  });

  test('never fall below drafter and approver, and nobody changes them alone', async () => {
    const bench = await testDesk();
    await bench.as('sysadmin');
    for (const chain of [
      ['draft', 'secrecy'],
      ['head', 'approve'],
      ['approve', 'draft'],
    ] as const) {
      expect(await bench.code('roster.propose', { change: settings({ chain: [...chain] }), pin: PIN })).toBe('policy-invalid');
    }
    const { proposals } = await bench.call('roster.propose', { change: settings({ chain: ['draft', 'approve'] }), pin: PIN });
    expect(await bench.code('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN })).toBe('not-permitted');
    expect((await bench.call('roster.view', {})).policy.chain).toHaveLength(4);
    await bench.as('drafter');
    expect(await bench.code('roster.propose', { change: settings({}), pin: PIN })).toBe('not-permitted');
  });
});
