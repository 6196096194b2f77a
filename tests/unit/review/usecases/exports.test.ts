import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import type { FormModel, LedgerModel } from '../../../../review/artefacts.ts';
import { checkpoints } from '../../../../review/chain/checkpoint.ts';
import { readJournal } from '../../../../review/chain/journal.ts';
import { printedCode } from '../../../../review/chain/printed-code.ts';
import { foldRoster } from '../../../../review/chain/roster.ts';
import type { ExportedFile } from '../../../../review/contract.ts';
import { base64, nextJob, PIN, readyCase, SAMPLE, signedCase, testDesk } from '../support/test-desk.ts';

const modelOf = <T>(file: ExportedFile): T => JSON.parse(Buffer.from(file.base64, 'base64').toString('utf8'));

describe('what leaves the program', () => {
  test('the release file leaves only after release, each hand-out is recorded, and returned bytes are the signed ones', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    await bench.as('reviewer');
    expect(await bench.code('export.make', { kind: 'release-file', case: caseId })).toBe('gate-closed');
    await bench.call('release.register', { case: caseId, pin: PIN });
    const file = await bench.call('export.make', { kind: 'release-file', case: caseId });
    expect(Buffer.from(file.base64, 'base64').toString('utf8')).toBe(SAMPLE);
    expect(bench.store.events(caseId).at(-1)?.type).toBe('export.file');
    await bench.as('head');
    expect(await bench.code('export.make', { kind: 'release-file', case: caseId })).toBe('not-permitted');
    // What is released stays as it is.
    await bench.as('drafter');
    const late = { name: '二稿.txt', base64: base64('改过') };
    expect([
      await bench.code('case.addVersion', { job: nextJob(), case: caseId, file: late }),
      await bench.code('finding.undo', { case: caseId }),
      await bench.code('case.withdraw', { case: caseId, reason: 'x', pin: PIN }),
      await bench.code('release.register', { case: caseId, pin: PIN }),
    ]).toEqual(['not-now', 'not-now', 'not-now', 'gate-closed']);
  });

  test('a masked ledger repeats nothing that somebody wrote: neither why a matter was refused or returned, nor whom it waits for', async () => {
    const bench = await testDesk();
    const SECRET = '青杉七号洞库';
    const refused = await readyCase(bench, `${SECRET}公告\n没有疑点。`);
    await bench.signAs('drafter', refused);
    await bench.as('head');
    await bench.call('chain.refuse', { case: refused, reason: `涉及${SECRET}`, basis: `一览表第3项 ${SECRET}`, pin: PIN });
    const asked = await readyCase(bench, '另一件\n没有疑点。');
    const open = { about: 'body', whom: `${SECRET}管理处`, question: `${SECRET}可否公开`, on: '2026-11-21', pin: PIN } as const;
    await bench.call('consult.open', { case: asked, ...open });
    await bench.as('reviewer');
    const masked = await bench.call('export.make', { kind: 'ledger' });
    const [rows, full] = [masked, await bench.call('export.make', { kind: 'ledger', full: { reason: '归档' } })].map(
      ({ base64 }) => Buffer.from(base64, 'base64').toString('utf8'),
    );
    expect([rows?.includes(SECRET), full?.includes(SECRET)]).toEqual([false, true]);
  });

  test('the ledger is masked unless a reviewer or leader gives a reason, which is recorded', async () => {
    const bench = await testDesk();
    await signedCase(bench);
    await bench.as('auditor');
    const masked = modelOf<LedgerModel>(await bench.call('export.make', { kind: 'ledger' }));
    expect(masked).toMatchObject({ office: '云溪市人民防空办公室', madeOn: '2026-11-21', masked: true });
    expect(masked.rows).toMatchObject([
      {
        row: { number: 'XS-2026-001', title: '（已隐去）', state: 'releasable' },
        documentNumber: '',
        submittedOn: '2026-11-21',
        conclusion: '同意公开',
        head: '赵某乙',
        reviewer: '李某丙',
        leader: '王某丁',
        approvedOn: '2026-11-21',
      },
    ]);
    expect(await bench.code('export.make', { kind: 'ledger', full: { reason: '年度归档' } })).toBe('not-permitted');
    await bench.as('leader');
    const before = bench.store.head().seq;
    const full = modelOf<LedgerModel>(await bench.call('export.make', { kind: 'ledger', full: { reason: '年度归档' } }));
    expect([full.masked, full.rows[0]?.row.title]).toEqual([false, '公告']);
    expect(
      bench.store
        .events()
        .slice(before)
        .map((event) => event.type),
    ).toEqual(['export.full', 'checkpoint']);
  });

  test('the form carries the printed code of the journal, which anybody with the log can recompute from its number', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    const form = modelOf<FormModel>(await bench.call('export.make', { kind: 'form', case: caseId }));
    expect(form).toMatchObject({
      office: '云溪市人民防空办公室',
      complete: false,
      decisions: { 保留: 2 },
      unreadParts: 1,
      hiddenParts: 0,
      flags: [],
      seq: 5,
    });
    expect(form.fileCode).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, caseId);
    const later = modelOf<FormModel>(await bench.call('export.make', { kind: 'form', case: caseId }));
    expect([later.complete, later.seq]).toEqual([true, 13]);
    const { events } = readJournal(crypto, foldRoster(crypto, bench.store.roster()), bench.store.events());
    const codes = checkpoints(crypto, events, [5, 13]);
    expect([codes.get(5)?.code, codes.get(13)?.code]).toEqual([form.chainCode, later.chainCode]);
    expect(form.chainCode).not.toBe(later.chainCode);
    // The QR code holds the note itself, from which the code follows.
    expect(printedCode(crypto.sha256(new TextEncoder().encode(later.chainNote)))).toBe(later.chainCode);
  });

  test('the change list names every finding with its place and its new wording', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    const caseId = await bench.import(SAMPLE);
    const [sites = ''] = (await bench.view(caseId)).findings.map((finding) => finding.id);
    await bench.call('finding.decide', { case: caseId, findings: [sites], decision: 'rewrite', replacement: '各警报点位' });
    expect(modelOf(await bench.call('export.make', { kind: 'change-list', case: caseId }))).toEqual({
      number: 'XS-2026-001',
      fileName: '公告.txt',
      items: [
        {
          where: '第2段',
          text: '警报点位128处',
          decision: '改写',
          replacement: '各警报点位',
          reason: '可能涉及有关信息，请核对',
        },
        {
          where: '第3段',
          text: '13900000011',
          decision: '未处置',
          replacement: '（电话略）',
          reason: '可能涉及有关信息，请核对',
        },
      ],
    });
  });

  test('publication is dated between release and today', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    await bench.as('reviewer');
    const publish = { case: caseId, channel: 'website', address: '网址', publishedOn: '2026-11-21' } as const;
    const before = await bench.code('publish.record', publish);
    await bench.call('release.register', { case: caseId, pin: PIN });
    expect([
      before,
      await bench.code('publish.record', { ...publish, publishedOn: '2026-11-20' }),
      await bench.code('publish.record', { ...publish, publishedOn: '2026-11-22' }),
      await bench.code('publish.record', publish),
      await bench.code('publish.record', { ...publish, channel: 'board', address: '一楼公开栏' }),
    ]).toEqual(['not-now', 'date-invalid', 'date-invalid', 'ok', 'ok']);
    expect((await bench.view(caseId)).publications).toEqual([
      { channel: 'website', address: '网址', on: '2026-11-21', by: '李某丙' },
      { channel: 'board', address: '一楼公开栏', on: '2026-11-21', by: '李某丙' },
    ]);
  });
});

describe('the clock', () => {
  const flagsOf = (bench: Awaited<ReturnType<typeof testDesk>>) =>
    bench.store.events().map((event) => {
      const { type, flags } = JSON.parse(new TextDecoder().decode(event.body));
      return [type, flags];
    });

  test('set back: an event says so, the flag is signed and shown, and the work goes on', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench, '甲');
    bench.clock.wall -= 3_600_000;
    const signed = await bench.signAs('drafter', caseId);
    expect(flagsOf(bench).slice(-3)).toEqual([
      ['clock.flag', ['back', 'drift']],
      ['sign', ['back', 'drift']],
      ['checkpoint', ['back', 'drift']],
    ]);
    expect(signed.timeline.at(-1)?.flags).toEqual(['时钟倒退', '时钟走得不准']);
    expect((await bench.signAs('head', caseId)).timeline.at(-1)?.flags).toEqual([]);
    expect((await bench.call('log.verify', {})).valid).toBe(true);
  });

  test('more than 30 days ahead after a restart is flagged as a jump', async () => {
    const bench = await testDesk();
    await readyCase(bench, '甲');
    bench.clock.wall += 40 * 24 * 3_600_000;
    bench.clock.boot = 'boot-2';
    await bench.as('drafter');
    await bench.import('乙');
    expect(
      flagsOf(bench)
        .slice(-4)
        .map(([, flags]) => flags),
    ).toEqual(Array(4).fill(['jump']));
  });

  test('before the program was written nothing is recorded', async () => {
    const bench = await testDesk();
    bench.clock.wall = Date.UTC(2019, 0, 1);
    await bench.as('drafter');
    const input = {
      job: nextJob(),
      file: { name: 'a.txt', base64: base64('甲') },
      createdOn: '2018-12-28',
      attribute: 'active',
    } as const;
    expect(await bench.code('case.import', { ...input, channels: ['website'] })).toBe('clock-before-build');
    expect(bench.store.events()).toEqual([]);
  });
});
