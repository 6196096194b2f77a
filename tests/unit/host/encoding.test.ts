import { expect, onTestFinished, test } from 'vitest';
import { encodeText } from '../../fixtures/ingest/encode-text.ts';
import { importText, must, openOffice, setUp, signIn } from './office.ts';
import { code, temporaryFolder } from './temporary.ts';

const TEXT = '关于开展宣传周活动的通知\n联系人王小满，手机13812345678，请各单位做好准备。\n';

async function office() {
  const desk = await openOffice(temporaryFolder());
  onTestFinished(async () => {
    await desk.close();
  });
  await setUp(desk);
  await signIn(desk, 'drafter');
  return desk;
}

async function imported(desk: Awaited<ReturnType<typeof office>>): Promise<string> {
  const { today } = await must(desk.call('app.status', {}));
  const file = { name: '宣传周通知.txt', base64: Buffer.from(encodeText(TEXT, 'gb18030')).toString('base64') };
  const input = { job: 'j-1', file, createdOn: today, attribute: 'active' as const, channels: ['website' as const] };
  const outcome = await must(desk.call('case.import', input));
  if (outcome.outcome !== 'imported') throw new Error(outcome.outcome);
  return outcome.case;
}

test('the stored bytes are read anew in the encoding chosen by hand, on the same version, and the event says so', async () => {
  const desk = await office();
  const id = await imported(desk);
  const view = await must(desk.call('case.open', { case: id }));
  const phone = view.findings.find(({ text }) => text === '13812345678');
  expect([view.draft.source.encoding, phone !== undefined]).toEqual(['gb18030', true]);
  await must(desk.call('finding.decide', { case: id, findings: [phone?.id ?? ''], decision: 'delete', reason: '' }));

  const wrong = await must(desk.call('case.rescan', { job: 'j-2', case: id, encoding: 'big5' }));
  expect(wrong.draft.source).toEqual({ ...view.draft.source, encoding: 'big5' });
  expect(wrong.draft.pieces.some(({ text }) => text.includes('宣传周活动'))).toBe(false);

  const right = await must(desk.call('case.rescan', { job: 'j-3', case: id, encoding: 'gb18030' }));
  expect([right.versions.length, right.draft.pieces]).toEqual([1, view.draft.pieces]);
  const carried = right.findings.find(({ id: same }) => same === phone?.id)?.decision;
  expect(carried?.kind).toBe('delete');
  expect(right.timeline.map(({ what }) => what).filter((what) => what.startsWith('改按'))).toEqual([
    '改按Big5（繁体中文）重新读取并检查',
    '改按GB18030（简体中文，含GBK、GB2312）重新读取并检查',
  ]);
  await signIn(desk, 'leader');
  expect((await must(desk.call('log.verify', {}))).problems).toEqual([]);
});

test('an encoding in which nothing can be read changes nothing', async () => {
  const desk = await office();
  const id = await imported(desk);
  const before = await must(desk.call('case.open', { case: id }));
  expect(code(await desk.call('case.rescan', { job: 'j-2', case: id, encoding: 'utf-8' }))).toBe('encoding-unfit');
  expect(await must(desk.call('case.open', { case: id }))).toEqual(before);
});

test('a page that names its own encoding is not read otherwise', async () => {
  const desk = await office();
  const outcome = await importText(desk, '通知.rtf', '{\\rtf1\\ansi Notice}');
  const id = outcome.outcome === 'imported' ? outcome.case : '';
  expect(code(await desk.call('case.rescan', { job: 'j-2', case: id, encoding: 'big5' }))).toBe('no-encoding');
});
