import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { verifyLog } from '../../../../review/chain/verify.ts';
import { base64, importInput, nextJob, PIN, SAMPLE, type TestDesk, testDesk } from '../support/test-desk.ts';

const TABLE = '点位表\n联系人电话13900000011。\n图：分布图.jpg';
const FORM = '回执\n请于收到后填写。';
const bytesOf = (file: { readonly base64: string }): Uint8Array => Buffer.from(file.base64, 'base64');
const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
const file = (name: string, text: string) => ({ name, base64: base64(text) });

async function imported(bench: TestDesk, attachments = [file('点位表.txt', TABLE), file('回执.txt', FORM)]): Promise<string> {
  await bench.as('drafter');
  const outcome = await bench.call('case.import', { ...importInput(SAMPLE), attachments });
  if (outcome.outcome !== 'imported') throw new Error(outcome.outcome);
  return outcome.case;
}
/** Keeps every finding of every document and vouches for every picture. */
async function settle(bench: TestDesk, caseId: string): Promise<void> {
  for (const { number: document } of (await bench.view(caseId)).documents) {
    const { findings, draft } = await bench.call('case.open', { case: caseId, document });
    const ids = findings.map(({ id }) => id);
    if (ids.length > 0)
      await bench.call('finding.decide', { case: caseId, document, findings: ids, decision: 'keep', reason: '已经公布' });
    for (const { part } of draft.unread) await bench.call('unread.confirm', { case: caseId, document, part });
  }
}
const signAll = async (bench: TestDesk, caseId: string): Promise<void> => {
  for (const role of ['drafter', 'head', 'reviewer', 'leader'] as const) await bench.signAs(role, caseId);
};

test('a notice and its attachments go out as one act: one number, four signatures, one archive', async () => {
  const bench = await testDesk();
  const caseId = await imported(bench);
  const fresh = await bench.view(caseId);
  expect(fresh.row).toMatchObject({
    number: 'XS-2026-001',
    attachments: 2,
    counts: { block: 2, review: 1, total: 3, decided: 0 },
  });
  expect(fresh.documents.map(({ label, fileName, findings, unreadLeft }) => [label, fileName, findings, unreadLeft])).toEqual([
    ['正文', '公告.txt', 2, 1],
    ['附件1', '点位表.txt', 1, 1],
    ['附件2', '回执.txt', 0, 0],
  ]);
  expect(fresh.whyNot.slice(0, 2)).toEqual([
    '正文还有2处疑点没有处置；附件1还有1处疑点没有处置',
    '正文还有1个未能检查的部分须人工查看；附件1还有1个未能检查的部分须人工查看',
  ]);
  const table = await bench.call('case.open', { case: caseId, document: 1 });
  const delta = await bench.call('finding.decide', {
    case: caseId,
    document: 1,
    findings: table.findings.map(({ id }) => id),
    decision: 'mask',
  });
  // The same number stands in the main text, where nobody has decided yet.
  expect([delta.document, delta.findings.length, delta.row.counts.decided]).toEqual([1, 1, 1]);
  await bench.call('case.cleanCopy', { job: nextJob(), case: caseId, document: 1 });
  // Each document is compared with its own earlier version.
  const [own, main] = [
    await bench.call('case.difference', { case: caseId, document: 1 }),
    await bench.call('case.difference', { case: caseId }),
  ];
  expect([own.against, own.changed, own.inserted, own.deleted, main.against]).toEqual(['previous', 0, 1, 1, 'none']);
  expect((await bench.call('case.comparison', { case: caseId, document: 1 })).changed).toBe(1);
  await settle(bench, caseId);
  await signAll(bench, caseId);
  await bench.as('reviewer');
  expect((await bench.call('release.register', { case: caseId, pin: PIN })).row.state).toBe('released');
  const released = await bench.call('export.make', { kind: 'release-file', case: caseId });
  const files = Object.entries(unzipSync(bytesOf(released))).map(([name, bytes]) => [name, textOf(bytes)]);
  expect([released.name, ...files]).toEqual([
    'XS-2026-001-发布稿.zip',
    ['正文-公告.txt', SAMPLE],
    ['附件1.txt', '点位表\n联系人电话（电话略）。'],
    ['附件2-回执.txt', FORM],
  ]);
  const { timeline } = await bench.view(caseId);
  expect(timeline.map(({ what, detail }) => `${what} ${detail}`).filter((line) => /第\d稿/.test(line))).toEqual([
    '正文第1稿 公告.txt',
    '附件1第1稿 点位表.txt',
    '附件2第1稿 回执.txt',
    '附件1生成脱敏稿，第2稿 脱敏稿.txt',
    '放行 正文第1稿和附件2个',
    '导出发布稿 正文第1稿',
    '导出发布稿 附件1第2稿',
    '导出发布稿 附件2第1稿',
  ]);
  const log = textOf(bytesOf(await bench.call('export.make', { kind: 'log' })));
  expect(verifyLog(log, crypto)).toMatchObject({ valid: true, problems: [], cases: [{ state: 'released' }] });
});

test('a changed, added, removed or moved attachment makes every signature stale and says what it was', async () => {
  const bench = await testDesk();
  const caseId = await imported(bench);
  await settle(bench, caseId);
  const why = async (): Promise<string | undefined> => (await bench.view(caseId)).row.attention?.words;
  const again = async (): Promise<void> => {
    await bench.as('drafter');
    await settle(bench, caseId);
    await signAll(bench, caseId);
    await bench.as('drafter');
  };
  await again();
  await bench.call('case.addVersion', { job: nextJob(), case: caseId, document: 2, file: file('回执.txt', `${FORM}2`) });
  expect(await why()).toBe('签名后内容有变：附件2换成第2稿；附件2检查结果有变');
  await again();
  await bench.call('attachment.order', { case: caseId, documents: [2, 1] });
  expect(await why()).toBe('签名后内容有变：附件顺序有变');
  await again();
  await bench.call('attachment.add', { job: nextJob(), case: caseId, file: file('名单.txt', '名单') });
  expect(await why()).toBe('签名后内容有变：增加附件3');
  await again();
  await bench.call('attachment.remove', { case: caseId, document: 1, reason: '不随文公布' });
  expect(await why()).toBe('签名后内容有变：去掉原附件2；处置改动1处');
  const { documents, timeline } = await bench.view(caseId);
  expect(timeline.at(-1)).toMatchObject({ what: '去掉原附件“点位表.txt”', detail: '不随文公布' });
  expect(documents.map(({ number, label }) => [number, label])).toEqual([
    [0, '正文'],
    [2, '附件1'],
    [3, '附件2'],
  ]);
});

test('an attachment with a mark, or one that cannot be read, turns the whole matter away and nothing of it is kept', async () => {
  const bench = await testDesk();
  await bench.as('drafter');
  const before = bench.store.head().seq;
  const marked = { ...importInput(SAMPLE), attachments: [file('a.txt', FORM), file('b.txt', '机密★10年')] };
  const turned = await bench.call('case.import', marked);
  expect([turned.outcome, 'message' in turned && turned.message.startsWith('附件2：')]).toEqual(['marked', true]);
  expect(bench.store.newestFirst({ limit: 1, types: ['draft.refuse'] }).length).toBe(1);
  const broken = await bench.desk.call('case.import', {
    ...importInput(SAMPLE),
    job: nextJob(),
    attachments: [file('broken.txt', 'x')],
  });
  expect(broken.ok ? '' : broken.error.message).toBe('附件1（broken.txt）：文件读不出来。整件没有登记。');
  const twice = { ...importInput(SAMPLE), job: nextJob(), attachments: [file('甲.txt', FORM), file('乙.txt', FORM)] };
  expect(await bench.code('case.import', twice)).toBe('attachment-repeated');
  expect(bench.store.caseIds()).toEqual([]);
  expect(bench.store.head().seq).toBeLessThanOrEqual(before + 2);
});

test('an attachment is a duplicate only within its case', async () => {
  const bench = await testDesk();
  const caseId = await imported(bench);
  const add = (of: string, text: string) => bench.call('attachment.add', { job: nextJob(), case: of, file: file('x.txt', text) });
  expect(await add(caseId, FORM)).toMatchObject({ outcome: 'duplicate', case: caseId });
  const other = await bench.import('另一件公告');
  expect(await add(other, FORM)).toMatchObject({ outcome: 'imported', case: other });
  await bench.call('attachment.remove', { case: other, document: 1, reason: '多余' });
  expect(await add(other, FORM)).toMatchObject({ outcome: 'imported' });
  expect((await bench.view(other)).documents.map(({ number }) => number)).toEqual([0, 2]);
});

test('marks, undoing and proofreading belong to the document they were made in', async () => {
  const bench = await testDesk();
  const caseId = await imported(bench);
  const form = await bench.call('case.open', { case: caseId, document: 2 });
  const mark = {
    draft: form.draftId,
    piece: 1,
    start: 0,
    end: 2,
    category: 'personal-contact',
    level: 'review',
    reason: '再看',
  } as const;
  const made = await bench.call('finding.add', { case: caseId, document: 2, ...mark });
  expect([made.document, made.documents.map(({ findings }) => findings)]).toEqual([2, [2, 1, 1]]);
  expect((await bench.view(caseId)).findings.length).toBe(2);
  const undone = await bench.call('finding.undo', { case: caseId });
  expect([undone.document, undone.removed?.length, undone.documents.map(({ findings }) => findings)]).toEqual([2, 1, [2, 1, 0]]);
  expect(await bench.code('case.open', { case: caseId, document: 9 })).toBe('ok');
  expect(await bench.code('finding.decide', { case: caseId, document: 9, findings: ['x'], decision: 'mask' })).toBe(
    'document-gone',
  );
});

test('new rules are asked of all documents at once; signatures come back when nothing else is found', async () => {
  const bench = await testDesk();
  const caseId = await imported(bench);
  await settle(bench, caseId);
  await signAll(bench, caseId);
  bench.rulesVersion = 2;
  expect((await bench.view(caseId)).row.state).toBe('stale');
  await bench.as('drafter');
  const view = await bench.call('case.rescan', { job: nextJob(), case: caseId });
  expect([view.row.state, view.row.attention?.words]).toEqual([
    'stale',
    '签名后内容有变：附件1检查结果有变；附件2检查结果有变；规则已更新；正文检查结果有变',
  ]);
});

test('the bytes of an attachment that were changed behind the program’s back are not released', async () => {
  const bench = await testDesk();
  const caseId = await imported(bench);
  await settle(bench, caseId);
  await signAll(bench, caseId);
  const { documents } = await bench.view(caseId);
  const sha256 = documents[2]?.sha256 ?? '';
  const blob = bench.store.blob.bind(bench.store);
  bench.store.blob = (id, commitment) => {
    const kept = blob(id, commitment);
    return kept.ok && commitment === sha256 ? { ok: true, data: { ...kept.data, bytes: kept.data.bytes.with(0, 0) } } : kept;
  };
  await bench.as('reviewer');
  expect(await bench.code('release.register', { case: caseId, pin: PIN })).toBe('blob-damaged');
});

test('a log in which another file is put under an attachment no longer verifies', async () => {
  const bench = await testDesk();
  const caseId = await imported(bench);
  const sha256 = (await bench.view(caseId)).documents[2]?.sha256 ?? '';
  const log = textOf(bytesOf(await bench.call('export.make', { kind: 'log' })));
  const bent = log
    .split('\n')
    .map((line) => {
      const payload = /"payload":"([^"]+)"/.exec(line)?.[1] ?? '';
      const body = Buffer.from(payload, 'base64').toString('utf8');
      return body.includes(sha256) ? line.replace(payload, base64(body.replace(sha256, '0'.repeat(64)))) : line;
    })
    .join('\n');
  expect(verifyLog(log, crypto).valid).toBe(true);
  const report = verifyLog(bent, crypto);
  expect([report.valid, report.problems.length > 0]).toEqual([false, true]);
});
