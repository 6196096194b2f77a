import { describe, expect, test } from 'vitest';
import { base64, nextJob, readyCase, SAMPLE, type TestDesk, testDesk } from '../support/test-desk.ts';

const started = async (text = SAMPLE): Promise<{ bench: TestDesk; caseId: string; ids: readonly string[] }> => {
  const bench = await testDesk();
  await bench.as('drafter');
  const caseId = await bench.import(text);
  return { bench, caseId, ids: (await bench.view(caseId)).findings.map((finding) => finding.id) };
};
const kinds = async (bench: TestDesk, caseId: string) =>
  (await bench.view(caseId)).findings.map((finding) => finding.decision?.kind);

describe('deciding', () => {
  test('a bulk decision is one event, and one undo takes it back', async () => {
    const { bench, caseId, ids } = await started();
    const head = bench.store.head().seq;
    const findings = [...ids];
    const decided = await bench.call('finding.decide', { case: caseId, findings, decision: 'keep', reason: '已公布' });
    expect([bench.store.head().seq - head, decided.undoLabel, decided.row.state]).toEqual([1, '保留 2处', 'deciding']);
    const undone = await bench.call('finding.undo', { case: caseId });
    expect([bench.store.head().seq - head, undone.undoLabel, undone.row.state]).toEqual([2, '', 'scanned']);
    expect((await bench.view(caseId)).timeline.slice(-2).map((entry) => [entry.what, entry.detail])).toEqual([
      ['处置2处：保留', '已公布'],
      ['撤销处置', ''],
    ]);
  });

  test('undo goes back step by step to the decision before, also after a restart', async () => {
    const { bench, caseId, ids } = await started();
    const [first = '', second = ''] = ids;
    await bench.call('finding.decide', { case: caseId, findings: [first], decision: 'keep', reason: '一' });
    await bench.call('finding.decide', { case: caseId, findings: [first, second], decision: 'delete' });
    expect(await kinds(bench, caseId)).toEqual(['delete', 'delete']);
    const desk = bench.again();
    await desk.call('session.open', { person: bench.people.drafter, pin: 'yunxi-2847' });
    const undone = await desk.call('finding.undo', { case: caseId });
    expect(undone.ok && undone.data.findings.map((finding) => finding.decision?.kind)).toEqual(['keep', undefined]);
    expect(undone.ok && undone.data.undoLabel).toBe('保留 1处');
  });

  test('undo never crosses a signature, and never takes back another person’s decision', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    const signed = await bench.signAs('drafter', caseId);
    expect([signed.undoLabel, signed.actions.undo.enabled]).toEqual(['', false]);
    expect(await bench.code('finding.undo', { case: caseId })).toBe('not-now');

    const other = await started();
    const findings = [...other.ids];
    await other.bench.call('finding.decide', { case: other.caseId, findings, decision: 'keep', reason: '已公布' });
    await other.bench.as('reviewer');
    expect(await other.bench.code('finding.undo', { case: other.caseId })).toBe('not-now');
  });

  test('letting text stand needs a reason, rewriting needs words, and the finding must be there', async () => {
    const { bench, caseId, ids } = await started();
    const findings = [ids[0] ?? ''];
    const codes: string[] = [];
    for (const decision of ['keep', 'false-alarm', 'escalate'] as const) {
      codes.push(await bench.code('finding.decide', { case: caseId, findings, decision, reason: '  ' }));
    }
    codes.push(await bench.code('finding.decide', { case: caseId, findings, decision: 'rewrite', replacement: ' ' }));
    codes.push(await bench.code('finding.decide', { case: caseId, findings: ['nowhere'], decision: 'mask' }));
    codes.push(await bench.code('finding.decide', { case: 'c-none', findings, decision: 'mask' }));
    expect(codes).toEqual([
      'reason-missing',
      'reason-missing',
      'reason-missing',
      'replacement-missing',
      'finding-unknown',
      'case-missing',
    ]);
    expect(bench.store.head().seq).toBe(3);
  });

  test('a finding sent up for decision locks the case', async () => {
    const { bench, caseId, ids } = await started('联系人电话13900000011。');
    const findings = [...ids];
    await bench.call('finding.decide', { case: caseId, findings, decision: 'escalate', reason: '请上级定' });
    const view = await bench.view(caseId);
    expect(view.actions.sign).toEqual({ enabled: false, why: '有1处送上级确定，还没有结果' });
  });
});

describe('versions', () => {
  test('decisions come back on the same findings of a later version, marked as carried', async () => {
    const { bench, caseId, ids } = await started();
    const [sites = '', phone = ''] = ids;
    await bench.call('finding.decide', { case: caseId, findings: [sites], decision: 'keep', reason: '已公布' });
    await bench.call('finding.decide', { case: caseId, findings: [phone], decision: 'rewrite', replacement: '见网站' });
    const text = '新的一段。\n全区共设警报点位128处。\n联系人电话13900000011。\n另设警报点位9处。';
    const file = { name: '二稿.txt', base64: base64(text) };
    await bench.call('case.addVersion', { job: nextJob(), case: caseId, file });
    const view = await bench.view(caseId);
    expect(
      view.findings.map(({ text: found, decision }) => [
        found,
        decision?.kind,
        decision?.reason,
        decision?.replacement,
        decision?.carried,
      ]),
    ).toEqual([
      ['警报点位128处', 'keep', '已公布', undefined, true],
      ['13900000011', 'rewrite', '', '见网站', true],
      ['警报点位9处', undefined, undefined, undefined, undefined],
    ]);
    expect(view.versions.map(({ number, fileName, addedBy }) => [number, fileName, addedBy])).toEqual([
      [1, '公告.txt', '张某甲'],
      [2, '二稿.txt', '张某甲'],
    ]);
    // The rewriting was not carried out, so it still demands a changed text.
    expect(view.whyNot).toContain('还有1处决定要改，请生成脱敏稿或导入改好的文件');
  });

  test('a picture confirmed in one version must be looked at again in the next', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    expect((await bench.view(caseId)).confirmedUnread).toEqual(['图：示意图.jpg']);
    const file = { name: '二稿.txt', base64: base64(`${SAMPLE}\n末段。`) };
    await bench.call('case.addVersion', { job: nextJob(), case: caseId, file });
    const view = await bench.view(caseId);
    expect([view.confirmedUnread, view.whyNot[0]]).toEqual([[], '还有1个未能检查的部分须人工查看']);
  });

  test('a clean copy in which a replaced text can still be read is refused, with the place', async () => {
    const { bench, caseId, ids } = await started();
    await bench.call('finding.decide', { case: caseId, findings: [...ids], decision: 'mask' });
    bench.copier = 'leaky';
    const head = bench.store.head().seq;
    const refused = await bench.desk.call('case.cleanCopy', { job: nextJob(), case: caseId });
    expect(refused).toMatchObject({ ok: false, error: { code: 'clean-copy-leaks' } });
    expect(refused.ok ? '' : refused.error.message).toContain('第4段仍能读到');
    expect(bench.store.head().seq).toBe(head);
    bench.copier = 'good';
    expect(await bench.code('case.cleanCopy', { job: nextJob(), case: caseId })).toBe('ok');
  });

  test('a text that was kept elsewhere does not stop the clean copy', async () => {
    const { bench, caseId, ids } = await started('甲电话13900000011。\n乙电话13900000011。');
    const [first = '', second = ''] = ids;
    await bench.call('finding.decide', { case: caseId, findings: [first], decision: 'mask' });
    await bench.call('finding.decide', { case: caseId, findings: [second], decision: 'keep', reason: '公开热线' });
    expect(await bench.code('case.cleanCopy', { job: nextJob(), case: caseId })).toBe('ok');
  });
});
