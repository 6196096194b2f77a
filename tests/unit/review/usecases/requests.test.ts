import { describe, expect, test } from 'vitest';
import type { Input } from '../../../../review/contract.ts';
import { importInput, PIN, type TestDesk, testDesk } from '../support/test-desk.ts';

const TODAY = '2026-11-21';
const RECEIVE: Input<'request.receive'> = {
  applicant: 'natural',
  name: '钱某某',
  contact: '云溪市临湖区檀溪路66号',
  content: '申请公开2025年人防工程质量抽查结果',
  by: 'registered',
  reply: 'mail',
  on: '2026-11-16',
};
const receive = async (bench: TestDesk, more: Partial<typeof RECEIVE> = {}): Promise<string> =>
  (await bench.call('request.receive', { ...RECEIVE, ...more })).row.id;

/** A reply that went through the whole chain. */
async function releasedReply(bench: TestDesk): Promise<string> {
  await bench.as('drafter');
  const outcome = await bench.call('case.import', {
    ...importInput('答复书\n现将抽查结果提供给您。', '答复.txt'),
    attribute: 'on-request',
  });
  if (outcome.outcome !== 'imported') throw new Error(outcome.outcome);
  for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, outcome.case);
  await bench.as('reviewer');
  await bench.call('release.register', { case: outcome.case, pin: PIN });
  return outcome.case;
}

describe('an application', () => {
  test('is registered with its clocks and says on which basis they run; the applicant stands in no event', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const id = await receive(bench);
    const { row, contact, actions } = await bench.call('request.open', { request: id });
    expect(row).toMatchObject({
      number: 'SQ-2026-001',
      name: '钱某某',
      state: 'open',
      deadline: {
        on: '2026-12-14',
        left: 16,
        estimated: false,
        clock: '答复期限：自收到申请之日2026-11-16的次日起20个工作日（《政府信息公开条例》第三十三条）',
      },
      notifyBy: { on: '2026-11-25', left: 3 },
    });
    expect([contact, actions.extend.why]).toEqual([RECEIVE.contact, '由处室负责人、保密审查员或分管领导同意']);
    const log = bench.store
      .events()
      .map(({ body }) => new TextDecoder().decode(body))
      .join('\n');
    expect(log).toContain('"request.receive"');
    for (const word of ['钱某某', '檀溪路', '抽查结果']) expect(log).not.toContain(word);
    expect((await bench.call('log.verify', {})).valid).toBe(true);
    expect(await bench.call('case.list', {})).toEqual([]);
  });

  test('is amended once: the clock stands still and begins again with the amendment', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const id = await receive(bench);
    const notify = { request: id, missing: '请说明抽查的年度', on: TODAY, due: '2026-12-05' };
    const notified = await bench.call('request.notify', notify);
    expect([notified.row.state, notified.row.deadline?.on, notified.actions.close.enabled]).toEqual([
      'amending',
      '2026-12-05',
      true,
    ]);
    expect(await bench.code('request.notify', notify)).toBe('not-now');
    bench.clock.pass(4 * 24 * 60);
    await bench.as('drafter');
    const amended = await bench.call('request.amend', { request: id, content: '2025年', on: '2026-11-25' });
    expect([amended.row.state, amended.row.content, amended.row.deadline?.on]).toEqual(['open', '2025年', '2026-12-23']);
  });

  test('not amended in time is closed as such, and not a day earlier', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const id = await receive(bench);
    await bench.call('request.notify', { request: id, missing: '请说明年度', on: TODAY, due: '2026-11-30' });
    const close = { request: id, result: 'other-unamended', grounds: '逾期未补正', on: TODAY, pin: PIN } as const;
    expect(await bench.code('request.close', close)).toBe('not-now');
    bench.clock.pass(10 * 24 * 60);
    await bench.as('drafter');
    const closed = await bench.call('request.close', { ...close, on: '2026-12-01' });
    expect([closed.row.state, closed.row.result, closed.row.deadline]).toEqual(['closed', 'other-unamended', undefined]);
  });

  test('a letter to a third party stops the clock until it is answered, at most for its 15 working days', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const id = await receive(bench);
    const ask = {
      request: id,
      about: 'third-party',
      whom: '某某建设公司',
      matter: '贵公司承建工程的抽查结果',
      on: TODAY,
    } as const;
    const asked = await bench.call('request.ask', ask);
    expect([asked.row.state, asked.asks[0]?.due, asked.actions.close.why]).toEqual([
      'asking',
      '2026-12-11',
      '征求意见还没有结束',
    ]);
    const letter = await bench.call('request.letter', { request: id, of: asked.asks[0]?.id ?? '' });
    expect(JSON.parse(Buffer.from(letter.base64, 'base64').toString('utf8'))).toEqual({
      office: '云溪市人民防空办公室',
      number: 'SQ-2026-001',
      about: 'third-party',
      whom: '某某建设公司',
      matter: '贵公司承建工程的抽查结果',
      days: 15,
      on: TODAY,
    });
    bench.clock.pass(6 * 24 * 60);
    await bench.as('drafter');
    const of = asked.asks[0]?.id ?? '';
    const reply = { request: id, of, reply: '没有回函', on: '2026-11-27' } as const;
    expect(await bench.code('request.reply', { ...reply, outcome: 'silent' })).toBe('not-now');
    const answered = await bench.call('request.reply', { ...reply, outcome: 'object', reply: '涉及商业秘密' });
    // 23 to 27 November did not count: five working days more.
    expect([answered.row.state, answered.row.paused, answered.row.deadline?.on]).toEqual(['open', 5, '2026-12-21']);
  });

  test('is extended once, by somebody else than who registered it, with reason and PIN', async () => {
    const bench = await testDesk();
    await bench.as('reviewer');
    const id = await receive(bench);
    const extend = { request: id, reason: '内容较多', told: TODAY, pin: PIN };
    expect(await bench.code('request.extend', extend)).toBe('not-now');
    await bench.as('leader');
    const extended = await bench.call('request.extend', extend);
    expect([extended.row.extended, extended.row.deadline?.on, extended.extension?.by]).toEqual([true, '2027-01-11', '王某丁']);
    expect(await bench.code('request.extend', extend)).toBe('not-now');
  });

  test('is answered only with a reply that was released like any other matter', async () => {
    const bench = await testDesk();
    await bench.as('reviewer');
    const id = await receive(bench);
    const close = { request: id, result: 'partly', grounds: '第二部分涉及第三方', on: TODAY, pin: PIN } as const;
    expect(await bench.code('request.close', close)).toBe('not-now');
    await bench.as('drafter');
    const other = await bench.call('case.import', importInput('不相干\n一件。'));
    expect(other.outcome === 'imported' ? await bench.code('request.link', { request: id, case: other.case }) : '').toBe(
      'not-now',
    );
    const open = await bench.call('case.import', { ...importInput('答复书\n在办。', '在办.txt'), attribute: 'on-request' });
    const unfinished = open.outcome === 'imported' ? open.case : '';
    const linked = await bench.call('request.link', { request: id, case: unfinished });
    expect(linked.row.replies).toEqual([{ case: unfinished, number: 'XS-2026-002', title: '在办', state: 'scanned' }]);
    await bench.as('reviewer');
    expect(await bench.code('request.close', close)).toBe('not-now');
    await bench.call('request.link', { request: id, case: await releasedReply(bench) });
    const closed = await bench.call('request.close', close);
    expect([closed.row.result, closed.closed, closed.actions.ask.why]).toEqual([
      'partly',
      { grounds: '第二部分涉及第三方', by: '李某丙' },
      '本件已办结',
    ]);
    expect(closed.timeline.map(({ what }) => what)).toEqual(['收到申请', '关联答复件', '关联答复件', '答复：部分公开']);
    expect((await bench.call('log.verify', {})).problems).toEqual([]);
  });

  test('lends its clock to the reply: the days of a case that answers are those of its application', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const made = await bench.call('case.import', {
      ...importInput('答复书\n在办。', '答复.txt'),
      attribute: 'on-request',
      createdOn: '2026-10-09',
    });
    const reply = made.outcome === 'imported' ? made.case : '';
    const deadline = async () => (await bench.call('case.list', {})).find(({ id }) => id === reply)?.deadline;
    expect((await deadline())?.clock).toContain('还没有关联申请');
    const id = await receive(bench);
    const { row } = await bench.call('request.link', { request: id, case: reply });
    expect(row.deadline?.on).toBe('2026-12-14');
    expect(await deadline()).toEqual(row.deadline);
    const asked = await bench.call('request.ask', {
      request: id,
      about: 'third-party',
      whom: '某公司',
      matter: '意见',
      on: TODAY,
    });
    expect(await deadline()).toEqual(asked.row.deadline);
  });

  test('is counted as late in the statistics by its own clock, which stops and is extended, and not by the date of the reply', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const made = await bench.call('case.import', {
      ...importInput('答复书\n在办。', '答复.txt'),
      attribute: 'on-request',
      createdOn: '2026-09-01',
    });
    const late = async () => (await bench.call('statistics.view', { period: '2026' })).total;
    // Nobody asked for it yet: there is no day by which it must go out.
    expect(await late()).toMatchObject({ onTime: 0, overdue: 0 });
    const request = await receive(bench);
    await bench.call('request.link', { request, case: made.outcome === 'imported' ? made.case : '' });
    const ask = { request, about: 'third-party', whom: '某公司', matter: '意见', on: TODAY } as const;
    const asked = await bench.call('request.ask', ask);
    bench.clock.pass(6 * 24 * 60);
    await bench.as('drafter');
    const of = asked.asks[0]?.id ?? '';
    const answered = await bench.call('request.reply', { request, of, outcome: 'object', reply: '涉密', on: '2026-11-27' });
    expect(answered.row.deadline?.on).toBe('2026-12-21');
    // 18 December: past the 20 days, within them without the five that did not count.
    bench.clock.pass(21 * 24 * 60);
    await bench.as('drafter');
    expect(await late()).toMatchObject({ onTime: 0, overdue: 0 });
    bench.clock.pass(4 * 24 * 60);
    await bench.as('drafter');
    expect(await late()).toMatchObject({ onTime: 0, overdue: 1 });
    await bench.as('leader');
    await bench.call('request.extend', { request, reason: '内容较多', told: '2026-12-22', pin: PIN });
    expect(await late()).toMatchObject({ onTime: 0, overdue: 0 });
    const close = { request, result: 'other-else', grounds: '申请人撤回', on: '2026-12-22', pin: PIN } as const;
    await bench.as('reviewer');
    await bench.call('request.close', close);
    expect(await late()).toMatchObject({ onTime: 1, overdue: 0 });
  });
});
