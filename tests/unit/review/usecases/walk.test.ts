import { describe, expect, test } from 'vitest';
import { crypto, sha256Hex } from '../../../../host/crypto.ts';
import { verifyLog } from '../../../../review/chain/verify.ts';
import { base64, nextJob, PIN, readyCase, SAMPLE, signedCase, testDesk } from '../support/test-desk.ts';

const textOf = (file: { readonly base64: string }): string => Buffer.from(file.base64, 'base64').toString('utf8');

describe('one draft walks the whole way', () => {
  test('from import to a published release whose log verifies', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const caseId = await bench.import(SAMPLE);
    const fresh = await bench.view(caseId);
    expect(fresh.row).toMatchObject({
      number: 'XS-2026-001',
      title: '公告',
      state: 'scanned',
      next: '张某甲 处置',
      nextStep: 'draft',
      deadline: { on: '2026-12-14', left: 16, estimated: false },
      counts: { block: 1, review: 1, notice: 0, decided: 0, total: 2 },
    });
    expect(fresh.whyNot).toEqual([
      '还有2处疑点没有处置',
      '还有1个未能检查的部分须人工查看',
      '还缺签名：拟稿人、处室负责人、保密审查员、分管领导',
    ]);
    expect(fresh.actions.sign).toEqual({ enabled: false, why: '还有2处疑点没有处置；还有1个未能检查的部分须人工查看' });

    const [sites, phone] = fresh.findings;
    await bench.call('finding.decide', { case: caseId, findings: [sites?.id ?? ''], decision: 'keep', reason: '已经公布' });
    const masked = await bench.call('finding.decide', { case: caseId, findings: [phone?.id ?? ''], decision: 'mask' });
    expect(masked.findings[0]?.preview).toBe('联系人电话（电话略）。');
    expect(masked.whyNot).toContain('还有1处决定要改，请生成脱敏稿或导入改好的文件');

    const copied = await bench.call('case.cleanCopy', { job: nextJob(), case: caseId });
    expect(copied).toEqual({ outcome: 'imported', case: caseId, findings: 1, unread: 0 });
    const second = await bench.view(caseId);
    expect(second.row.version).toBe(2);
    expect(second.findings.map(({ text, decision }) => [text, decision?.kind, decision?.carried])).toEqual([
      ['警报点位128处', 'keep', true],
    ]);

    for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, caseId);
    const signed = await bench.view(caseId);
    expect([signed.row.state, signed.whyNot]).toEqual(['releasable', []]);

    await bench.as('reviewer');
    expect((await bench.call('release.register', { case: caseId, pin: PIN })).row.state).toBe('released');
    const file = await bench.call('export.make', { kind: 'release-file', case: caseId });
    expect([file.name, textOf(file)]).toEqual([
      'XS-2026-001-发布稿.txt',
      '警报试鸣公告\n全区共设警报点位128处。\n联系人电话（电话略）。',
    ]);
    const publish = { case: caseId, channel: 'website', address: 'https://yunxi.example/1', publishedOn: '2026-11-21' } as const;
    const published = await bench.call('publish.record', publish);
    expect(published.row).toMatchObject({ state: 'published', next: '' });
    expect(published.timeline.map((entry) => entry.what)).toEqual([
      '送审登记',
      '第1稿',
      '机器检查',
      '处置1处：保留',
      '处置1处：脱敏',
      '生成脱敏稿，第2稿',
      '机器检查',
      '拟稿人签名：已逐处自查，提交审查',
      '处室负责人签名：同意公开',
      '保密审查员签名：同意公开',
      '分管领导签名：同意公开',
      '放行',
      '导出发布稿',
      '发布登记',
    ]);

    const log = textOf(await bench.call('export.make', { kind: 'log' }));
    const report = verifyLog(log, crypto);
    expect(report).toMatchObject({
      valid: true,
      events: 21,
      problems: [],
      cases: [{ number: 'XS-2026-001', state: 'published', whyNot: ['本件已放行'] }],
    });
    // Nothing of the draft, no title, no reason, no file name is in the log.
    for (const secret of ['13900000011', '警报', '公告', '已经公布', '脱敏稿', 'yunxi.example']) {
      const bodies = log
        .trim()
        .split('\n')
        .map((line) => Buffer.from(JSON.parse(line).payload, 'base64').toString('utf8'));
      expect(bodies.filter((body) => body.includes(secret))).toEqual([]);
    }
    expect((await bench.call('log.verify', {})).valid).toBe(true);
    expect(bench.reports).toEqual([]);
  });

  test('everything is there again after a restart, and nobody is signed in', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    const before = await bench.view(caseId);
    const desk = bench.again();
    expect(desk.verifyOnStart()).toEqual({ ok: true, data: null });
    expect(await desk.call('case.open', { case: caseId })).toMatchObject({ ok: false, error: { code: 'session-missing' } });
    await desk.call('session.open', { person: bench.people.leader, pin: PIN });
    expect(await desk.call('case.open', { case: caseId })).toEqual({ ok: true, data: before });
  });
});

describe('what voids a complete chain', () => {
  test('a changed decision, and re-signing in order mends it', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    await bench.as('drafter');
    const { findings } = await bench.view(caseId);
    const changed = [findings[0]?.id ?? ''];
    const stale = await bench.call('finding.decide', {
      case: caseId,
      findings: changed,
      decision: 'false-alarm',
      reason: '是地名',
    });
    expect(stale.row.state).toBe('stale');
    expect((await bench.view(caseId)).steps.map((step) => step.signatures.map(({ counts, why }) => [counts, why]))).toEqual(
      Array(4).fill([[false, '签名后内容有变：处置改动1处']]),
    );
    await bench.as('reviewer');
    expect(await bench.code('release.register', { case: caseId, pin: PIN })).toBe('gate-closed');
    for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, caseId);
    expect((await bench.view(caseId)).row.state).toBe('releasable');
  });

  test('one byte changed after each step', async () => {
    for (const signed of [1, 2, 3, 4]) {
      const bench = await testDesk();
      const caseId = await readyCase(bench);
      for (const role of (['drafter', 'head', 'reviewer', 'leader'] as const).slice(0, signed)) await bench.signAs(role, caseId);
      await bench.as('drafter');
      const file = { name: '公告.txt', base64: base64(`${SAMPLE.replace('全区', '全市')}`) };
      await bench.call('case.addVersion', { job: nextJob(), case: caseId, file });
      const view = await bench.view(caseId);
      const counting = view.steps.flatMap((step) => step.signatures).filter((signature) => signature.counts);
      expect([signed, view.row.state, counting]).toEqual([signed, 'stale', []]);
      expect(view.steps[0]?.signatures[0]?.why).toBe('签名后内容有变：文件换成第2稿；检查结果有变；人工查看记录有变');
      expect(await bench.code('release.register', { case: caseId, pin: PIN })).toBe('gate-closed');
    }
  });

  test('new rules, until the draft is scanned with them and signed again', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench, '全区共设警报点位128处。\n打内部电话。');
    bench.rulesVersion = 2;
    await bench.as('reviewer');
    const stale = await bench.view(caseId);
    expect([stale.row.state, stale.whyNot[0]]).toEqual(['stale', '规则已更新，请重新检查']);
    expect(await bench.code('release.register', { case: caseId, pin: PIN })).toBe('gate-closed');
    const again = await bench.call('case.rescan', { job: nextJob(), case: caseId });
    expect(again.findings.map(({ text, decision }) => [text, decision?.kind])).toEqual([
      ['警报点位128处', 'keep'],
      ['内部电话', undefined],
    ]);
    await bench.as('drafter');
    const open = again.findings[1]?.id ?? '';
    await bench.call('finding.decide', { case: caseId, findings: [open], decision: 'false-alarm', reason: '泛称' });
    for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, caseId);
    expect((await bench.view(caseId)).row.state).toBe('releasable');
  });

  test('a scan that finds the same with the same rules voids nothing', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    await bench.as('reviewer');
    expect((await bench.call('case.rescan', { job: nextJob(), case: caseId })).row.state).toBe('releasable');
  });

  test('a stored file that was changed behind the program’s back', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    const sha256 = (await bench.view(caseId)).versions[0]?.sha256 ?? '';
    const blob = bench.store.blob.bind(bench.store);
    bench.store.blob = (id, commitment) => {
      const kept = blob(id, commitment);
      return kept.ok && commitment === sha256 ? { ok: true, data: { ...kept.data, bytes: kept.data.bytes.with(0, 0) } } : kept;
    };
    await bench.as('reviewer');
    expect(await bench.code('release.register', { case: caseId, pin: PIN })).toBe('blob-damaged');
    bench.store.blob = blob;
    expect(await bench.code('release.register', { case: caseId, pin: PIN })).toBe('ok');
    expect(sha256Hex(Buffer.from(SAMPLE))).toBe(sha256);
  });
});
