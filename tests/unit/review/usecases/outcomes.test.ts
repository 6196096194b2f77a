import { describe, expect, test } from 'vitest';
import { base64, nextJob, PIN, readyCase, signedCase, type TestDesk, testDesk } from '../support/test-desk.ts';

const TODAY = '2026-11-21';
const textOf = (file: { readonly base64: string }): string => Buffer.from(file.base64, 'base64').toString('utf8');
const pendingId = async (bench: TestDesk, caseId: string): Promise<string> => (await bench.view(caseId)).pending[0]?.id ?? '';

describe('撤回', () => {
  test('the drafter takes a submission back until the head has signed', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    const recall = { case: caseId, reason: '附图要换', pin: PIN };
    expect((await bench.view(caseId)).actions.recall).toEqual({ enabled: false, why: '还没有提交' });
    await bench.signAs('drafter', caseId);
    const view = await bench.call('chain.recall', recall);
    expect([view.row.state, view.row.nextStep, view.timeline.at(-1)?.what, view.timeline.at(-1)?.detail]).toEqual([
      'recalled',
      'draft',
      '撤回',
      '附图要换',
    ]);
    await bench.signAs('drafter', caseId);
    await bench.signAs('head', caseId);
    await bench.as('drafter');
    expect((await bench.view(caseId)).actions.recall.why).toBe('下一环节已签名，请联系其退回');
    expect(await bench.code('chain.recall', recall)).toBe('not-now');
  });
});

describe('暂缓 and 送上级确定 lock a case', () => {
  test('a held case takes no signature, no decision and no file until somebody resumes it', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    await bench.signAs('drafter', caseId);
    await bench.as('head');
    expect(await bench.code('chain.hold', { case: caseId, reason: '等口径', until: TODAY, pin: PIN })).toBe('date-invalid');
    const held = await bench.call('chain.hold', { case: caseId, reason: '等口径', until: '2026-11-24', pin: PIN });
    expect(held.row).toMatchObject({
      state: 'held',
      next: '等恢复办理',
      waits: [{ kind: 'hold', name: '暂缓公开', due: '2026-11-24', left: 2 }],
    });
    expect(held.actions.sign).toEqual({ enabled: false, why: '本件暂缓公开，须先恢复办理' });
    await bench.as('drafter');
    const locked = await bench.view(caseId);
    expect([locked.actions.decide.why, locked.actions.addVersion.why]).toEqual(Array(2).fill('本件暂缓公开，须先恢复办理'));
    // The day comes and goes: only a person resumes, but those who can are told that it is their turn.
    bench.clock.pass(3 * 24 * 60);
    await bench.as('reviewer');
    expect((await bench.view(caseId)).row).toMatchObject({ state: 'held', turnOf: ['head', 'reviewer', 'leader'] });
    const of = await pendingId(bench, caseId);
    const resumed = await bench.call('chain.resume', { case: caseId, of, reason: '口径已定', pin: PIN });
    expect([resumed.row.state, resumed.pending[0]?.closed?.outcome]).toEqual(['awaiting-head', '恢复办理']);
    expect(await bench.code('chain.resume', { case: caseId, of, reason: '再来', pin: PIN })).toBe('not-now');
  });

  test('a finding sent up is kept only after the answer, with number and date, is recorded', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench, '警报试鸣公告\n全区共设警报点位128处。');
    const [finding] = (await bench.view(caseId)).findings;
    const findings = [finding?.id ?? ''];
    const sent = await bench.call('finding.decide', { case: caseId, findings, decision: 'escalate', reason: '拿不准' });
    expect(sent.row).toMatchObject({ state: 'referred', next: '李某丙 送上级', turnOf: ['reviewer'] });
    expect(await bench.code('finding.decide', { case: caseId, findings, decision: 'keep', reason: '想想可以' })).toBe(
      'not-answered',
    );
    await bench.as('reviewer');
    const refer = { case: caseId, whom: '云溪市保密局', question: '点位总数可否公开', on: TODAY, pin: PIN };
    const referred = await bench.call('chain.refer', refer);
    expect([referred.row.state, referred.row.next]).toEqual(['referred', '等上级答复']);
    expect(referred.whyNot).toContain('已送上级确定，还没有登记答复');
    expect(referred.actions.decide.why).toBe('已送上级确定，登记答复后再办');
    const answer = {
      case: caseId,
      of: await pendingId(bench, caseId),
      number: '云保函〔2026〕8号',
      on: TODAY,
      pin: PIN,
    } as const;
    const answered = await bench.call('chain.answer', { ...answer, outcome: 'may', answer: '总数可以公开' });
    expect(answered.pending[0]?.closed).toMatchObject({ outcome: '可以公开', number: '云保函〔2026〕8号', on: TODAY });
    expect(answered.timeline.at(-1)).toMatchObject({
      what: '上级答复：可以公开',
      detail: `云保函〔2026〕8号 ${TODAY}：总数可以公开`,
    });
    const kept = await bench.call('finding.decide', { case: caseId, findings, decision: 'keep', reason: '按云保函答复' });
    expect(kept.whyNot).toEqual(['还缺签名：拟稿人、处室负责人、保密审查员、分管领导']);
    expect((await bench.signAs('drafter', caseId)).row.state).toBe('awaiting-head');
  });
});

describe('征求意见', () => {
  test('an open question blocks approval and release; silence is recorded only after its day and consents to nothing', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    const open = { case: caseId, about: 'third-party', whom: '某某公司', question: '是否同意公开', on: TODAY, pin: PIN } as const;
    const asked = await bench.call('consult.open', open);
    expect(asked.pending[0]).toMatchObject({
      name: '征求意见：第三方',
      due: '2026-12-11',
      deadline: { on: '2026-12-11', left: 15, estimated: false },
      silence: '逾期未答复的，由本机关依规定决定是否公开（条例第三十二条）',
    });
    for (const role of ['drafter', 'head', 'reviewer'] as const) await bench.signAs(role, caseId);
    await bench.as('leader');
    const waiting = await bench.view(caseId);
    expect([waiting.row.state, waiting.actions.sign.why, waiting.row.waits]).toEqual([
      'consulting',
      '征求意见还没有答复',
      [{ kind: 'consult', name: '征求意见：第三方', due: '2026-12-11', left: 15 }],
    ]);
    const close = { case: caseId, of: await pendingId(bench, caseId), reply: '没有回函', on: TODAY, pin: PIN } as const;
    expect(await bench.code('consult.close', { ...close, outcome: 'silent' })).toBe('not-now');
    bench.clock.pass(21 * 24 * 60);
    await bench.as('leader');
    const closed = await bench.call('consult.close', { ...close, outcome: 'silent', on: '2026-12-12' });
    expect([closed.row.state, closed.pending[0]?.closed?.outcome]).toEqual(['awaiting-approve', '逾期未答复']);
    expect((await bench.signAs('leader', caseId)).row.state).toBe('releasable');
  });
});

describe('部分公开', () => {
  test('is signed over a separated file only, with what stays and on which ground; ledger and form say so', async () => {
    const bench = await testDesk();
    const whole = await readyCase(bench, '点位公告\n全区共设警报点位31处。');
    for (const role of ['drafter', 'head', 'reviewer'] as const) await bench.signAs(role, whole);
    await bench.as('leader');
    const partly = '第二段点位数，条例第十四条';
    expect((await bench.view(whole)).actions.partly.why).toBe('文件还没有区分处理；要去掉的部分请退回写明');
    const sign = { step: 'approve', opinion: '同意部分公开。', partly, pin: PIN } as const;
    expect(await bench.code('chain.sign', { case: whole, ...sign })).toBe('not-now');

    await bench.as('drafter');
    const caseId = await bench.import('抽查公告\n联系人电话13900000011。');
    const findings = (await bench.view(caseId)).findings.map(({ id }) => id);
    await bench.call('finding.decide', { case: caseId, findings, decision: 'mask' });
    await bench.call('case.cleanCopy', { job: nextJob(), case: caseId });
    for (const role of ['drafter', 'head', 'reviewer'] as const) await bench.signAs(role, caseId);
    await bench.as('leader');
    const signed = await bench.call('chain.sign', { case: caseId, ...sign });
    expect([signed.row.state, signed.steps[3]?.signatures[0]?.partly]).toEqual(['releasable', partly]);
    const ledger = JSON.parse(textOf(await bench.call('export.make', { kind: 'ledger' }))) as {
      rows: { conclusion: string }[];
    };
    expect(ledger.rows.map(({ conclusion }) => conclusion)).toEqual(['办理中', '部分公开']);
  });
});

describe('撤下 and 复审', () => {
  test('what was published is taken down, examined again through the whole chain, and the log verifies', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    await bench.as('reviewer');
    await bench.call('release.register', { case: caseId, pin: PIN });
    const publish = { case: caseId, channel: 'website', address: 'https://yunxi.example/9', publishedOn: TODAY } as const;
    await bench.call('publish.record', publish);
    const down = await bench.call('chain.takeDown', { case: caseId, reason: '有人来电反映', on: TODAY, pin: PIN });
    expect([down.row.state, down.row.next, down.publications.length]).toEqual(['taken-down', '李某丙 复审', 1]);
    expect(down.whyNot).toContain('本件已撤下，须先复审');
    expect(await bench.code('export.make', { kind: 'release-file', case: caseId })).toBe('gate-closed');
    const again = await bench.call('chain.reexamine', { case: caseId, reason: '核对来电', pin: PIN });
    expect([again.row.state, again.row.nextStep]).toEqual(['reexamining', 'draft']);
    for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, caseId);
    await bench.as('reviewer');
    expect((await bench.call('release.register', { case: caseId, pin: PIN })).row.state).toBe('released');
    const report = await bench.call('log.verify', {});
    expect([report.valid, report.problems]).toEqual([true, []]);
    const form = JSON.parse(textOf(await bench.call('export.make', { kind: 'form', case: caseId }))) as { remarks: string[] };
    expect(form.remarks).toEqual([`${TODAY}撤下：有人来电反映`, `${TODAY}启动复审：核对来电`]);
  });

  test('a withheld matter can be examined again when its reason is gone', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    await bench.signAs('drafter', caseId);
    await bench.as('head');
    await bench.call('chain.refuse', { case: caseId, reason: '过程信息', basis: '条例第十六条', pin: PIN });
    const again = await bench.call('chain.reexamine', { case: caseId, reason: '事项已办结', pin: PIN });
    expect([again.row.state, again.row.nextStep]).toEqual(['reexamining', 'draft']);
    await bench.as('drafter');
    const added = await bench.call('case.addVersion', {
      job: nextJob(),
      case: caseId,
      file: { name: '公告.txt', base64: base64('公告\n事项办结。') },
    });
    expect(added.outcome).toBe('imported');
    for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, caseId);
    expect((await bench.view(caseId)).row.state).toBe('releasable');
  });
});

test('no word of a reason or a question stands in the log', async () => {
  const bench = await testDesk();
  const caseId = await readyCase(bench);
  await bench.call('consult.open', {
    case: caseId,
    about: 'body',
    whom: '云溪市某局',
    question: '碧梧园一事',
    on: TODAY,
    pin: PIN,
  });
  await bench.call('chain.refer', { case: caseId, whom: '云溪市保密局', question: '丹枫苑一事', on: TODAY, pin: PIN });
  const log = bench.store
    .events()
    .map(({ body }) => new TextDecoder().decode(body))
    .join('\n');
  expect(log).toContain('"consult.open"');
  for (const word of ['碧梧园', '丹枫苑', '某局', '保密局']) expect(log).not.toContain(word);
});
