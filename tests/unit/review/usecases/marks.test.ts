import { expect, test } from 'vitest';
import { withDelta } from '../../../../renderer/state/caseDelta.ts';
import type { CaseDelta, CaseView } from '../../../../review/contract.ts';
import { base64, nextJob, PIN, readyCase, type TestDesk, testDesk } from '../support/test-desk.ts';

const TEXT = '人防工程公告\n某单位位于云溪山北侧洞口。\n以上公告。';

async function mark(bench: TestDesk, view: CaseView, text: string, reason = '洞口位置宜核对'): Promise<CaseDelta> {
  const piece = view.draft.pieces.findIndex((one) => one.text.includes(text));
  const start = view.draft.pieces[piece]?.text.indexOf(text) ?? 0;
  return bench.call('finding.add', {
    case: view.row.id,
    draft: view.draftId,
    piece,
    start,
    end: start + text.length,
    category: 'project-location',
    level: 'block',
    reason,
    suggestion: '某处',
  });
}
const manual = (view: CaseView) =>
  view.findings
    .filter(({ rule }) => rule === 'manual')
    .map(({ text, piece, start, reason, decision }) => [text, piece, start, reason, decision?.kind, decision?.carried]);
async function marked(text = TEXT, chosen = '云溪山北侧洞口') {
  const bench = await testDesk();
  const caseId = await readyCase(bench, text);
  const delta = await mark(bench, await bench.view(caseId), chosen);
  return { bench, caseId, delta };
}
const addVersion = (bench: TestDesk, caseId: string, text: string) =>
  bench.call('case.addVersion', { job: nextJob(), case: caseId, file: { name: '二稿.txt', base64: base64(text) } });

test('a mark is a finding that must be decided before anybody signs, and undoing takes it away', async () => {
  const { bench, caseId, delta } = await marked();
  expect([delta.findings.map(({ text }) => text), delta.row.counts, delta.undoLabel, delta.whyNot[0]]).toEqual([
    ['云溪山北侧洞口'],
    { block: 1, review: 0, notice: 0, total: 1, decided: 0 },
    '人工标注 1处',
    '还有1处疑点没有处置',
  ]);
  const undone = await bench.call('finding.undo', { case: caseId });
  expect([undone.removed, undone.row.counts.total, manual(await bench.view(caseId))]).toEqual([[delta.findings[0]?.id], 0, []]);
});

test('the delta of marking and undoing laid over the case gives the case as it is', async () => {
  const bench = await testDesk();
  const caseId = await readyCase(bench, '联系人电话13900000011。\n洞口在北侧。\n电话13900000012。');
  const before = await bench.view(caseId);
  const after = withDelta(before, await mark(bench, before, '北侧'));
  expect(after).toEqual(await bench.view(caseId));
  expect(withDelta(after, await bench.call('finding.undo', { case: caseId }))).toEqual(await bench.view(caseId));
});

test('a mark and its decision go along to the next version in which the same text stands, wherever it moved', async () => {
  const { bench, caseId, delta } = await marked();
  const [id = ''] = delta.findings.map((finding) => finding.id);
  await bench.call('finding.decide', { case: caseId, findings: [id], decision: 'keep', reason: '已公布' });
  await addVersion(bench, caseId, `补充一段，云溪山北侧洞口。\n${TEXT}`);
  expect(manual(await bench.view(caseId))).toEqual([['云溪山北侧洞口', 2, 5, '洞口位置宜核对', 'keep', true]]);
});

test('a mark whose text went is shown as gone, keeps nobody from signing, and returns with its text', async () => {
  const { bench, caseId } = await marked();
  await addVersion(bench, caseId, '人防工程公告\n以上公告。');
  const gone = await bench.view(caseId);
  expect([manual(gone), gone.goneMarks, gone.actions.sign.enabled]).toEqual([
    [],
    [{ text: '云溪山北侧洞口', reason: '洞口位置宜核对' }],
    true,
  ]);
  await addVersion(bench, caseId, `${TEXT}\n完`);
  const back = await bench.view(caseId);
  expect([manual(back).length, back.goneMarks]).toEqual([1, []]);
});

test('a mark that is masked goes into change list and clean copy', async () => {
  const { bench, caseId, delta } = await marked();
  const [id = ''] = delta.findings.map((finding) => finding.id);
  await bench.call('finding.decide', { case: caseId, findings: [id], decision: 'mask' });
  const list = await bench.call('export.make', { kind: 'change-list', case: caseId });
  expect(JSON.parse(Buffer.from(list.base64, 'base64').toString()).items).toEqual([
    { where: '第2段', text: '云溪山北侧洞口', decision: '脱敏', replacement: '某处', reason: '洞口位置宜核对' },
  ]);
  await bench.call('case.cleanCopy', { job: nextJob(), case: caseId });
  const clean = await bench.view(caseId);
  expect([clean.draft.pieces.map(({ text }) => text), clean.goneMarks.length, clean.actions.sign.enabled]).toEqual([
    ['人防工程公告', '某单位位于某处。', '以上公告。'],
    1,
    true,
  ]);
});

test('a mark is part of what was signed: made afterwards it voids the signature and says why', async () => {
  const bench = await testDesk();
  const caseId = await readyCase(bench, TEXT);
  const signed = await bench.signAs('drafter', caseId);
  await bench.as('reviewer');
  await mark(bench, signed, '云溪山');
  const [signature] = (await bench.view(caseId)).steps[0]?.signatures ?? [];
  expect([signature?.counts, signature?.why]).toEqual([false, '签名后内容有变：人工标注有变']);
  await bench.as('drafter');
  const again = await bench.code('chain.sign', { case: caseId, step: 'draft', opinion: '同意', pin: PIN });
  expect(again).not.toBe('ok');
});

test('a mark never crosses a signature when undone, and another person cannot take it back', async () => {
  const { bench, caseId, delta } = await marked();
  await bench.as('reviewer');
  expect(await bench.code('finding.undo', { case: caseId })).toBe('not-now');
  await bench.as('drafter');
  const findings = delta.findings.map(({ id }) => id);
  await bench.call('finding.decide', { case: caseId, findings, decision: 'keep', reason: '已公布' });
  await bench.signAs('drafter', caseId);
  expect(await bench.code('finding.undo', { case: caseId })).toBe('not-now');
});

test('a scan with newer rules keeps marks and their numbers', async () => {
  const { bench, caseId, delta } = await marked(`${TEXT}\n内部电话另附。`);
  const findings = delta.findings.map(({ id }) => id);
  await bench.call('finding.decide', { case: caseId, findings, decision: 'keep', reason: '已公布' });
  bench.rulesVersion = 2;
  await bench.call('case.rescan', { job: nextJob(), case: caseId });
  const view = await bench.view(caseId);
  expect(view.findings.map(({ rule, decision }) => [rule, decision?.kind])).toEqual([
    ['manual', 'keep'],
    ['T-INNER', undefined],
  ]);
});

test('places without text, outside the piece, marked before or of another version are refused with nothing written', async () => {
  const { bench, caseId } = await marked('一。\n  \n云溪山北侧洞口𠮷。');
  const { draftId } = await bench.view(caseId);
  const head = bench.store.head().seq;
  const at = (piece: number, start: number, end: number, draft = draftId) =>
    bench.code('finding.add', {
      case: caseId,
      draft,
      piece,
      start,
      end,
      category: 'internal-work',
      level: 'review',
      reason: '核对',
    });
  const codes = [
    await at(1, 0, 2),
    await at(2, 3, 3),
    await at(2, 0, 99),
    await at(9, 0, 1),
    await at(2, 0, 8),
    await at(2, 0, 7),
    await at(0, 0, 1, 'b'.repeat(64)),
  ];
  expect([codes, bench.store.head().seq]).toEqual([
    ['mark-place', 'mark-place', 'mark-place', 'mark-place', 'mark-place', 'mark-exists', 'changed-meanwhile'],
    head,
  ]);
});
