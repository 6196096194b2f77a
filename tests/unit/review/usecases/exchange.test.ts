import { expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { readBody } from '../../../../review/chain/event.ts';
import { verifyLog } from '../../../../review/chain/verify.ts';
import { base64, copiedDesk, nextJob, PIN, readyCase, SAMPLE, type TestDesk, testDesk } from '../support/test-desk.ts';

/** Two workstations of one office. */
async function twoDesks(): Promise<readonly [TestDesk, TestDesk]> {
  const first = await testDesk();
  return [first, await testDesk(false, first)];
}

async function handOver(from: TestDesk, to: TestDesk, cases: readonly string[] = []) {
  await from.as('reviewer');
  const made = await from.call('package.export', { cases });
  await to.as('reviewer');
  const file = { name: made.name, base64: made.base64 };
  const secret = made.passphrase === undefined ? {} : { passphrase: made.passphrase };
  return { made, file, taken: await to.call('package.import', { file, ...secret }) };
}

const ids = ({ store }: TestDesk): readonly string[] => store.events().map(({ id }) => id);
const newest = ({ store }: TestDesk, type: string) => {
  const event = store.newestOf(type);
  const body = event && readBody(event.body);
  return body?.ok ? body.data : undefined;
};
const faultless = async (bench: TestDesk) => {
  const { valid, problems } = await bench.call('log.verify', {});
  return { valid, problems };
};

test('a case goes from one workstation to the other with its contents, is signed there, and comes back ready for release', async () => {
  const [first, second] = await twoDesks();
  const caseId = await readyCase(first);
  await first.signAs('drafter', caseId);
  await first.signAs('head', caseId);
  const there = await handOver(first, second, [caseId]);
  expect(there.taken).toMatchObject({
    known: false,
    forks: 0,
    receiptDue: true,
    roster: 0,
    events: first.store.events().length - 2,
  });
  await second.as('reviewer');
  expect((await second.view(caseId)).draft.pieces.map(({ text }) => text).join('\n')).toBe(SAMPLE.replace(/\n图：.*/, ''));
  await second.signAs('reviewer', caseId);
  await second.signAs('leader', caseId);
  await handOver(second, first, [caseId]);
  await first.as('reviewer');
  expect((await first.view(caseId)).row.state).toBe('releasable');
  expect((await first.call('release.register', { case: caseId, pin: PIN })).row.state).toBe('released');
  expect([await faultless(first), await faultless(second)]).toEqual(Array(2).fill({ valid: true, problems: [] }));
  expect([first.store.check(), second.store.check()]).toEqual([undefined, undefined]);
});

test('importing twice changes nothing, and the order of packages does not matter', async () => {
  const [first, second] = await twoDesks();
  await readyCase(first);
  await first.as('reviewer');
  const older = await first.call('package.export', {});
  await readyCase(first, '另一份公告，没有图。');
  const { file } = await handOver(first, second);
  const before = ids(second);
  const late = await second.call('package.import', { file: { name: older.name, base64: older.base64 } });
  const again = await second.call('package.import', { file });
  expect([late, again].map(({ known, events, receiptDue }) => ({ known, events, receiptDue }))).toEqual(
    Array(2).fill({ known: true, events: 0, receiptDue: false }),
  );
  expect(ids(second)).toEqual(before);
});

test('an export, an import and a refusal are recorded, with the checkpoint of the sender', async () => {
  const [first, second] = await twoDesks();
  await readyCase(first);
  await first.as('reviewer');
  const end = first.store.head();
  const { made, taken } = await handOver(first, second);
  expect(newest(first, 'pkg.export')?.data).toMatchObject({ package: made.id, contents: 0 });
  expect(newest(second, 'pkg.import')?.data).toMatchObject({ package: taken.id, from: end, forks: 0 });
  expect(newest(second, 'checkpoint')?.data).toMatchObject({ why: 'import' });
  const bad = { name: 'x.xspkg', base64: base64('没有这样的数据包') };
  const before = second.store.events().length;
  expect(await second.code('package.import', { file: bad })).toBe('package-format');
  expect(newest(second, 'pkg.refuse')?.data).toMatchObject({ code: 'package-format' });
  expect(second.store.events().length).toBe(before + 1);
  const { rows, forks } = await second.call('package.list', {});
  expect([rows.map(({ kind }) => kind), forks]).toEqual([['refuse', 'import'], []]);
});

test('without the passphrase, or with another one, nothing is imported and the right one still may be typed', async () => {
  const [first, second] = await twoDesks();
  const caseId = await readyCase(first);
  await first.as('reviewer');
  const made = await first.call('package.export', { cases: [caseId] });
  const file = { name: made.name, base64: made.base64 };
  await second.as('drafter');
  expect([
    await second.code('package.import', { file }),
    await second.code('package.import', { file, passphrase: '0000-0000-0000-0000-0000' }),
    second.store.events().length,
    await second.code('package.import', { file, passphrase: (made.passphrase ?? '').toLowerCase().replaceAll('-', ' ') }),
  ]).toEqual(['package-passphrase', 'package-passphrase', 0, 'ok']);
  expect(second.store.blobsOf(caseId)).toEqual(first.store.blobsOf(caseId));
});

test('contents are under this machine: the bytes of the package and of the store share nothing readable', async () => {
  const [first] = await twoDesks();
  const caseId = await readyCase(first);
  await first.as('reviewer');
  const made = await first.call('package.export', { cases: [caseId] });
  const bytes = Buffer.from(made.base64, 'base64');
  expect([bytes.includes('警报试鸣公告'), bytes.includes('13900000011')]).toEqual([false, false]);
});

test('a receipt brings the sender nothing that asks for another receipt', async () => {
  const [first, second] = await twoDesks();
  await readyCase(first);
  const { taken } = await handOver(first, second);
  const receipt = await second.call('package.export', { receipt: taken.id });
  const answer = await first.call('package.import', { file: { name: receipt.name, base64: receipt.base64 } });
  expect([answer.receiptDue, answer.events]).toEqual([false, 2]);
});

test('decisions made at the same time on two workstations are a conflict until somebody who saw both decides', async () => {
  const [first, second] = await twoDesks();
  const caseId = await readyCase(first);
  await handOver(first, second, [caseId]);
  const [finding] = (await first.view(caseId)).findings;
  const decide = async (bench: TestDesk, reason: string) => {
    await bench.as('drafter');
    const call = { case: caseId, findings: [finding?.id ?? ''], decision: 'keep' as const, reason };
    await bench.call('finding.decide', call);
  };
  await decide(first, '已经公布');
  await decide(second, '领导同意');
  await handOver(first, second, [caseId]);
  await handOver(second, first, [caseId]);
  const sentence = '有1处决定互相冲突，请重新处置';
  const said = async (bench: TestDesk) => {
    await bench.as('drafter');
    return (await bench.view(caseId)).actions.sign.why.includes(sentence);
  };
  expect([await said(first), await said(second)]).toEqual([true, true]);
  const { versions, findings, whyNot } = await first.call('conflict.view', { case: caseId });
  const both = findings.map(({ sides }) =>
    sides.map(({ by, kind, reason, workstation }) => [by, kind, reason, workstation]).sort(),
  );
  expect([versions, both, whyNot, (await first.view(caseId)).row.state]).toEqual([
    [],
    [
      [
        ['张某甲', 'keep', '领导同意', second.store.head().ws],
        ['张某甲', 'keep', '已经公布', '一号机'],
      ].sort(),
    ],
    '',
    'conflict',
  ]);
  await decide(first, '已在网站公布');
  await handOver(first, second);
  expect([await said(first), await said(second)]).toEqual([false, false]);
});

test('what was destroyed here does not come back in a package, and is destroyed where the package goes', async () => {
  const [first, second] = await twoDesks();
  const caseId = await readyCase(first);
  await handOver(first, second, [caseId]);
  await second.as('reviewer');
  const back = await second.call('package.export', { cases: [caseId] });
  await first.as('drafter');
  const { number } = (await first.view(caseId)).row;
  await first.as('reviewer');
  const two = { person: first.people.leader, pin: PIN };
  await first.call('case.shred', { number, reason: '误收涉密内容', pin: PIN, second: two });
  const left = first.store.blobsOf(caseId);
  await first.call('package.import', { file: { name: back.name, base64: back.base64 }, passphrase: back.passphrase ?? '' });
  expect(first.store.blobsOf(caseId)).toEqual(left);
  await handOver(first, second);
  expect(second.store.blobsOf(caseId).filter((of) => !left.includes(of))).toEqual([]);
  expect(await faultless(second)).toEqual({ valid: true, problems: [] });
});

test('records of one workstation reach a third through the second, with the longer roster', async () => {
  const [first, second] = await twoDesks();
  const caseId = await readyCase(second);
  await handOver(second, first);
  const third = await testDesk(false, first);
  await handOver(first, third);
  const idsOf = ({ store }: TestDesk) => store.events(caseId).map(({ id }) => id);
  expect(idsOf(third)).toEqual(idsOf(second));
  expect((await handOver(third, second)).taken).toMatchObject({ roster: 1, forks: 0 });
  expect(second.store.roster().length).toBe(first.store.roster().length);
});

test('two versions made at the same time are shown side by side, and the one chosen by somebody who saw both stands', async () => {
  const [first, second] = await twoDesks();
  const caseId = await readyCase(first);
  await handOver(first, second, [caseId]);
  const revise = async (bench: TestDesk, text: string) => {
    await bench.as('drafter');
    await bench.call('case.addVersion', { job: nextJob(), case: caseId, file: { name: '改稿.txt', base64: base64(text) } });
  };
  await revise(first, '警报试鸣公告\n全区试鸣。');
  await revise(second, '警报试鸣公告\n全市试鸣。');
  await handOver(second, first, [caseId]);
  const { versions } = await first.call('conflict.view', { case: caseId });
  expect(versions.map(({ number, workstation, changes }) => [number, workstation, changes.map(({ kind }) => kind)])).toEqual([
    [2, '一号机', []],
    [2, second.store.head().ws, ['changed']],
  ]);
  await first.as('head');
  const keep = versions[1]?.event ?? '';
  const seen = await first.call('conflict.view', { case: caseId });
  expect([seen.whyNot, await first.code('conflict.resolve', { case: caseId, keep })]).toEqual([
    '您的角色不办理这一步',
    'not-permitted',
  ]);
  await first.as('drafter');
  expect((await first.call('conflict.resolve', { case: caseId, keep })).state).not.toBe('conflict');
  expect((await first.view(caseId)).draft.pieces.map(({ text }) => text)).toEqual(['警报试鸣公告', '全市试鸣。']);
  expect(await first.code('conflict.resolve', { case: caseId, keep })).toBe('conflict-none');
});

test('a clock more than a day behind what another workstation has shown is flagged from the import on, until it is put right', async () => {
  const [first, second] = await twoDesks();
  first.clock.pass(2 * 24 * 60);
  await readyCase(first);
  const { taken } = await handOver(first, second);
  const flagsOf = ({ store }: TestDesk) =>
    store.since(0).map(({ body }) => {
      const read = readBody(body);
      return read.ok && read.data.flags.join();
    });
  expect([taken.known, flagsOf(second)]).toEqual([false, Array(3).fill('behindPeer')]);
  await readyCase(second, '另一份公告，没有图。');
  expect([new Set(flagsOf(second)), newest(second, 'clock.flag')?.data]).toEqual([
    new Set(['behindPeer']),
    { flags: ['behindPeer'] },
  ]);
  expect((await handOver(second, first)).taken.known).toBe(false);
  expect([await faultless(first), await faultless(second)]).toEqual(Array(2).fill({ valid: true, problems: [] }));
  second.clock.pass(2 * 24 * 60);
  await readyCase(second, '时钟校准后的公告。');
  expect(flagsOf(second).at(-1)).toBe('');
});

test('two workstations that have not heard of each other number apart, and still do when they have', async () => {
  const [first, second] = await twoDesks();
  const caseIds = [await readyCase(first), await readyCase(second, '第二台工作站的公告。')];
  await handOver(second, first);
  caseIds.push(await readyCase(first, '又一份公告。'));
  await first.as('drafter');
  const rows = await first.call('case.list', {});
  const numbers = caseIds.map((id) => rows.find((row) => row.id === id)?.number);
  expect(numbers).toEqual(['XS-2026-001', 'XS-2026-B001', 'XS-2026-002']);
});

test('a fork that packages brought leaves with every log, and every check of a log names it', async () => {
  const [first, second] = await twoDesks();
  const caseId = await readyCase(first);
  await handOver(first, second, [caseId]);
  const copy = await copiedDesk(second);
  const { ws, seq } = second.store.head();
  for (const bench of [second, copy]) {
    await readyCase(bench, `${bench === copy ? '抄本' : '原本'}上的公告。`);
    await handOver(bench, first);
  }
  const { forks, valid, problems } = await first.call('log.verify', {});
  expect([valid, forks[0]?.ids.length, { ws: forks[0]?.ws, seq: forks[0]?.seq }]).toEqual([false, 2, { ws, seq: seq + 1 }]);
  expect(problems.map(({ message }) => message.slice(0, 3))).toEqual(forks.map(() => '分叉：'));
  const log = await first.call('export.make', { kind: 'log' });
  const text = Buffer.from(log.base64, 'base64').toString('utf8');
  const kept = verifyLog(text, crypto);
  expect([kept.forks, kept.problems]).toEqual([forks, problems]);
  const bare = text.split('\n').slice(0, -1 - first.store.forks().length);
  expect(verifyLog(`${bare.join('\n')}\n`, crypto).problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/记载从工作站 .*日志里没有这一条，可能被删去/),
    expect.stringMatching(/导入时发现分叉记录\d+条，现在只有0条，可能被删去/),
  ]);
});
