import { expect, test } from 'vitest';
import type { CaseDelta, CaseView } from '../../../../review/contract.ts';
import { base64, nextJob, PIN, readyCase, SAMPLE, signedCase, testDesk } from '../support/test-desk.ts';

/** What the window does with a delta, written out apart from it. */
function laidOver(view: CaseView, delta: CaseDelta): CaseView {
  const { row, documents, findings, actions, undoLabel, whyNot, steps, timeline } = delta;
  const changed = new Map(findings.map((finding) => [finding.id, finding]));
  const { myStep: _, ...rest } = view;
  return {
    ...rest,
    row,
    documents,
    actions,
    undoLabel,
    whyNot,
    ...(delta.myStep ? { myStep: delta.myStep } : {}),
    steps: steps ?? view.steps,
    findings: view.findings.map((finding) => changed.get(finding.id) ?? finding),
    timeline: [...view.timeline, ...timeline],
  };
}

test('a delta laid over the case before it gives the case as it is, for deciding, deciding anew and undoing', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  const caseId = await bench.import(SAMPLE);
  const [first = '', second = ''] = (await bench.view(caseId)).findings.map((finding) => finding.id);
  const steps = [
    { name: 'finding.decide', input: { case: caseId, findings: [first], decision: 'mask' }, changed: [first] },
    { name: 'finding.decide', input: { case: caseId, findings: [first, second], decision: 'delete' }, changed: [first, second] },
    { name: 'finding.undo', input: { case: caseId }, changed: [first, second] },
    { name: 'finding.undo', input: { case: caseId }, changed: [first] },
  ] as const;
  for (const { name, input, changed } of steps) {
    const before = await bench.view(caseId);
    const delta = (await bench.call(name, input as never)) as CaseDelta;
    expect(delta.findings.map((finding) => finding.id)).toEqual(changed);
    expect(laidOver(before, delta)).toEqual(await bench.view(caseId));
  }
});

test('a delta carries the chain only when a signature was made void by it', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  const open = await bench.import('联系人电话13900000011。');
  const [finding = ''] = (await bench.view(open)).findings.map(({ id }) => id);
  const plain = await bench.call('finding.decide', { case: open, findings: [finding], decision: 'keep', reason: '已公布' });
  const caseId = await signedCase(bench);
  await bench.as('drafter');
  const view = await bench.view(caseId);
  const stale = await bench.call('finding.decide', {
    case: caseId,
    findings: [view.findings[0]?.id ?? ''],
    decision: 'false-alarm',
    reason: '是地名',
  });
  expect([plain.steps, laidOver(view, stale)]).toEqual([undefined, await bench.view(caseId)]);
});

test('a returned case says who returned it, when and why, until it is past the last signature again', async () => {
  const bench = await testDesk();
  const caseId = await readyCase(bench);
  await bench.signAs('drafter', caseId);
  expect((await bench.view(caseId)).row.attention).toBeUndefined();
  await bench.as('head');
  const returned = await bench.call('chain.return', { case: caseId, reason: '请写明时段', pin: PIN });
  const at = returned.timeline.at(-1)?.at;
  const expected = { kind: 'returned', by: '赵某乙', role: '处室负责人', at, words: '请写明时段', times: 1, voided: [] };
  expect(returned.row.attention).toEqual(expected);
  const again = await bench.signAs('drafter', caseId);
  expect(again.row.attention).toEqual({ ...expected, kind: 'resubmitted' });
  for (const role of ['head', 'reviewer', 'leader'] as const) await bench.signAs(role, caseId);
  expect((await bench.view(caseId)).row.attention).toBeUndefined();
});

test('a stale case says whose act changed what, and whose signatures no longer count', async () => {
  const bench = await testDesk();
  const caseId = await signedCase(bench);
  await bench.as('drafter');
  const file = { name: '二稿.txt', base64: base64(`${SAMPLE}\n末段。`) };
  await bench.call('case.addVersion', { job: nextJob(), case: caseId, file });
  const { row, timeline } = await bench.view(caseId);
  expect(row.attention).toEqual({
    kind: 'stale',
    by: '张某甲',
    role: '拟稿人',
    at: timeline.at(-1)?.at,
    words: '签名后内容有变：文件换成第2稿；检查结果有变；人工查看记录有变',
    times: 0,
    voided: ['张某甲（拟稿人）', '赵某乙（处室负责人）', '李某丙（保密审查员）', '王某丁（分管领导）'],
  });
});

test('new rules make a case stale by nobody’s act', async () => {
  const bench = await testDesk();
  const caseId = await signedCase(bench);
  bench.rulesVersion = 2;
  await bench.as('drafter');
  expect((await bench.view(caseId)).row.attention).toMatchObject({ by: '', at: '', words: '签名后内容有变：规则已更新' });
});
