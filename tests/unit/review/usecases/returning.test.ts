import { describe, expect, test } from 'vitest';
import { PIN, readyCase, SAMPLE, testDesk } from '../support/test-desk.ts';

describe('returning, refusing, withdrawing', () => {
  test('a returned case goes back to the drafter with its reason, and old signatures do not count', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench, SAMPLE);
    await bench.signAs('drafter', caseId);
    await bench.signAs('head', caseId);
    await bench.as('reviewer');
    const returned = await bench.call('chain.return', { case: caseId, reason: '第3段再核', pin: PIN });
    expect(returned.row).toMatchObject({ state: 'returned', next: '张某甲 提交', nextStep: 'draft' });
    expect(returned.steps.flatMap((step) => step.signatures.map(({ counts, why }) => [counts, why]))).toEqual([
      [false, '签名后本件已退回'],
      [false, '签名后本件已退回'],
    ]);
    expect(returned.timeline.at(-1)).toMatchObject({ what: '退回', detail: '第3段再核', by: '李某丙', role: '保密审查员' });
    expect(await bench.code('chain.return', { case: caseId, reason: '再退', pin: PIN })).toBe('not-now');
    expect((await bench.signAs('drafter', caseId)).row.state).toBe('awaiting-head');
  });

  test('nobody refuses what has not come to them; a refusal is final', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    await bench.as('leader');
    const refuse = { case: caseId, reason: '涉及内部事务', basis: '条例第十六条', pin: PIN };
    expect(await bench.code('chain.refuse', refuse)).toBe('not-now');
    for (const role of ['drafter', 'head', 'reviewer'] as const) await bench.signAs(role, caseId);
    await bench.as('leader');
    const refused = await bench.call('chain.refuse', refuse);
    expect([refused.row.state, refused.row.next]).toEqual(['refused', '']);
    await bench.as('drafter');
    expect(await bench.code('case.withdraw', { case: caseId, reason: 'x', pin: PIN })).toBe('not-now');
    await bench.as('reviewer');
    const ledger = await bench.call('export.make', { kind: 'ledger', full: { reason: '归档' } });
    const model = JSON.parse(Buffer.from(ledger.base64, 'base64').toString('utf8'));
    expect(model.rows[0]).toMatchObject({ conclusion: '不予公开', basis: '条例第十六条', head: '赵某乙', leader: '' });
  });
});
