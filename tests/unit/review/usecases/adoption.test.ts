import { expect, test } from 'vitest';
import { makeWorkbook } from '../../../fixtures/office-lists/make-workbook.ts';
import { PIN, type TestDesk, testDesk } from '../support/test-desk.ts';

/** A version of 工程名录 with these names. */
async function list(bench: TestDesk, after: number, ...names: string[]): Promise<void> {
  await bench.as('reviewer');
  const rows = [['工程名称', '别名', '地址', '备注'], ...names.map((name) => [name, '', '', ''])];
  const file = { name: '名录.xlsx', base64: Buffer.from(await makeWorkbook(rows)).toString('base64') };
  await bench.call('lists.import', { kind: 'works', file, onlyCorrect: false, after, pin: PIN });
}

async function send(from: TestDesk, to: TestDesk, lists = true): Promise<void> {
  await from.as('reviewer');
  const { name, base64, passphrase } = await from.call('package.export', { lists });
  await to.as('reviewer');
  const secret = passphrase === undefined ? {} : { passphrase };
  await to.call('package.import', { file: { name, base64 }, ...secret });
}

const digest = async (bench: TestDesk) => (await bench.call('app.status', {})).ruleSet.digest;
const versions = async (bench: TestDesk) =>
  (await bench.call('lists.view', {})).lists.find(({ kind }) => kind === 'works')?.versions.map(({ version }) => version);

test('a list of another workstation is offered once its package is here, and comes into force under the PIN of who takes it over', async () => {
  const first = await testDesk();
  const second = await testDesk(false, first);
  await list(first, 0, '青杉里二期', '碧梧园北区');
  await list(first, 1, '青杉里二期');
  await send(first, second, false);
  const [bare] = await second.call('adoption.view', {});
  expect([bare?.whyNot.slice(0, 8), bare?.difference]).toEqual(['内容没有随包送来', undefined]);
  await send(first, second);
  const [row, ...others] = await second.call('adoption.view', {});
  expect([others, row]).toEqual([
    [],
    {
      event: expect.stringMatching(/^[0-9a-f]{64}$/),
      what: 'list',
      title: '工程名录',
      workstation: '一号机',
      by: '李某丙',
      at: expect.any(String),
      version: '2',
      here: '',
      becomes: '2',
      state: 'newer',
      difference: { added: 1, removed: 0, changed: 0 },
      whyNot: '',
    },
  ]);
  const wish = { event: row?.event ?? '', after: '', pin: PIN };
  expect([
    await second.code('adoption.take', { ...wish, pin: 'wrong-pin-1' }),
    await second.code('adoption.take', { ...wish, after: '1' }),
    (await digest(second)) === (await digest(first)),
  ]).toEqual(['pin-wrong', 'adoption-moved', false]);
  expect(await second.call('adoption.take', wish)).toEqual([]);
  expect([await digest(second), await versions(second), await second.code('adoption.take', wish)]).toEqual([
    await digest(first),
    [2],
    'adoption-gone',
  ]);
  await send(second, first);
  expect(await first.call('adoption.view', {})).toEqual([]);
  for (const bench of [first, second]) expect((await bench.call('log.verify', {})).problems).toEqual([]);
});

test('lists that were changed on both are shown as a conflict; whoever takes one over says so with a higher number that the other then takes', async () => {
  const first = await testDesk();
  const second = await testDesk(false, first);
  await list(first, 0, '青杉里二期');
  await list(second, 0, '丹枫苑', '青杉里二期');
  await send(first, second);
  const [row] = await second.call('adoption.view', {});
  expect([row?.state, row?.version, row?.here, row?.becomes, row?.difference]).toEqual([
    'conflict',
    '1',
    '1',
    '2',
    { added: 0, removed: 1, changed: 0 },
  ]);
  await second.call('adoption.take', { event: row?.event ?? '', after: '1', pin: PIN });
  await list(second, 2, '青杉里二期', '碧梧园北区', '丹枫苑');
  await send(second, first);
  const [back] = await first.call('adoption.view', {});
  expect([back?.state, back?.version, back?.here, back?.becomes]).toEqual(['newer', '3', '1', '3']);
  await first.call('adoption.take', { event: back?.event ?? '', after: '1', pin: PIN });
  expect([await versions(first), await versions(second), await digest(first)]).toEqual([[3, 1], [3, 2, 1], await digest(second)]);
  for (const bench of [first, second]) expect((await bench.call('log.verify', {})).problems).toEqual([]);
});
