import { describe, expect, test } from 'vitest';
import { readBody } from '../../../../review/chain/event.ts';
import { nextJob, PIN, readyCase, SAMPLE, signedCase, testDesk } from '../support/test-desk.ts';

describe('审计', () => {
  test('the log tells who did what and when, newest first, and not a word of draft, title, reason or opinion', async () => {
    const bench = await testDesk();
    await signedCase(bench, SAMPLE);
    await bench.as('auditor');
    const log = await bench.call('audit.log', { group: 'all' });
    expect([log.rows[0]?.what, log.rows.at(-1)?.what]).toEqual(['检查点', '送审登记']);
    expect(log.rows.find(({ what }) => what.startsWith('分管领导签名'))).toMatchObject({ by: '王某丁', number: 'XS-2026-001' });
    expect([log.events, log.counts.all, log.counts.checkpoints]).toEqual([log.rows.length, log.rows.length, 4]);
    const told = JSON.stringify(log.rows);
    expect(['公告', '128处', '13900000011', '已经公布', '同意公开。', '示意图'].filter((word) => told.includes(word))).toEqual(
      [],
    );
  });

  test('failed PINs, exports and persons can be asked for alone; pages follow one another without gap', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    const view = await bench.view(caseId);
    for (let i = 0; i < 110; i++) {
      await bench.call('finding.decide', { case: caseId, findings: [view.findings[0]?.id ?? ''], decision: 'mask' });
      await bench.call('finding.undo', { case: caseId });
    }
    await bench.code('session.open', { person: bench.people.leader, pin: 'wrong-0000' });
    await bench.as('auditor');
    const failed = await bench.call('audit.log', { group: 'attempts' });
    expect(failed.rows.map(({ what, detail }) => [what, detail])).toEqual([['口令不对', '王某丁']]);
    const seen: number[] = [];
    for (let before: number | undefined; ; ) {
      const page = await bench.call('audit.log', { group: 'all', ...(before ? { before } : {}) });
      seen.push(...page.rows.map(({ position }) => position));
      if (page.before === undefined) break;
      before = page.before;
    }
    const all = bench.store.head().seq;
    expect(seen).toEqual(Array.from({ length: all }, (_, i) => all - i));
    const mine = await bench.call('audit.log', { group: 'all', person: bench.people.drafter, from: '2026-11-22' });
    expect(mine.rows).toEqual([]);
  });

  test('a review is recorded with verdict and checkpoint; others cannot make one', async () => {
    const bench = await testDesk();
    await signedCase(bench);
    expect(await bench.code('audit.review', { remark: '已核', pin: PIN })).toBe('not-permitted');
    await bench.as('auditor');
    const report = await bench.call('audit.review', { remark: '十一月例行复核', pin: PIN });
    expect(report.valid).toBe(true);
    const { reviewed } = await bench.call('audit.log', { group: 'reviews' });
    const event = bench.store.newestOf('audit.review');
    const body = event && readBody(event.body);
    expect(body?.ok && body.data.data).toMatchObject({ valid: true, problems: 0, size: reviewed?.size });
    expect((await bench.call('log.verify', {})).valid).toBe(true);
  });

  test('the check of the log can be cancelled, and other calls are answered while it runs', async () => {
    const bench = await testDesk();
    await signedCase(bench);
    const job = nextJob();
    const phases: string[] = [];
    const answered: string[] = [];
    bench.desk.onProgress(({ phase }) => {
      phases.push(phase);
      if (phases.length > 1) return;
      void bench.desk.call('people.list', {}).then(() => answered.push('people.list'));
      void bench.desk.call('job.cancel', { job });
    });
    const result = await bench.desk.call('log.verify', { job });
    expect([result.ok ? 'ok' : result.error.code, answered, phases[0]]).toEqual(['cancelled', ['people.list'], '正在核对签名']);
    expect((await bench.call('log.verify', { job })).valid).toBe(true);
  });
});
