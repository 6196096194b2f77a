import { expect, test } from 'vitest';
import { asks, handOver, joined, LEADER, OTHER_PIN, REVIEWER, SECADMIN, signIn } from '../support/joining.ts';
import { PIN, readyCase, type TestDesk, testDesk } from '../support/test-desk.ts';

const PASSPHRASE = '云溪根密钥-2847';

/** Two workstations, a matter on the first, and the root key on a stick. */
async function twoWorkstations() {
  const [first, second] = [await testDesk(), await testDesk(false)];
  await joined(first, second, [REVIEWER, LEADER, SECADMIN]);
  await readyCase(first);
  await first.as('leader');
  const witness = { person: first.people.reviewer, pin: PIN };
  const { name, base64 } = await first.call('root.export', { pin: PIN, second: witness, passphrase: PASSPHRASE });
  await signIn(second, SECADMIN.name);
  const asked = {
    pin: OTHER_PIN,
    second: { person: first.people.leader, pin: OTHER_PIN },
    root: { file: { name, base64 }, passphrase: PASSPHRASE },
  };
  return { first, second, asked };
}

const keeper = async (bench: TestDesk) =>
  (await bench.call('roster.view', {})).workstations.filter(({ keepsRoster }) => keepsRoster).map(({ name }) => name);

const delegation = (bench: TestDesk, to: string) => ({
  change: {
    delegate: {
      from: bench.people.reviewer,
      to,
      steps: ['secrecy' as const],
      since: '2026-11-21',
      until: '2026-11-28',
      reason: 'trip' as const,
    },
  },
});

const codeOfPackage = async (from: TestDesk, to: TestDesk) => {
  const { name, base64 } = await from.call('package.export', {});
  return to.code('package.import', { file: { name, base64 } });
};

test('when the first workstation is lost, two people on the second and the root key on its stick go on with the roster there', async () => {
  const { first, second, asked } = await twoWorkstations();
  const { root, ...noRoot } = asked;
  expect([
    await second.code('roster.propose', { ...delegation(first, first.people.leader), pin: OTHER_PIN }),
    await second.code('roster.takeOver', noRoot),
    await second.code('roster.takeOver', { ...asked, second: { person: first.people.secadmin, pin: OTHER_PIN } }),
    await second.code('roster.takeOver', { ...asked, second: { person: first.people.leader, pin: 'wrong-pin-1' } }),
    await second.code('roster.takeOver', { ...asked, root: { ...root, passphrase: '别的口令一二三四五' } }),
  ]).toEqual(['roster-elsewhere', 'root-needed', 'person-unknown', 'pin-wrong', 'root-passphrase']);
  const view = await second.call('roster.takeOver', asked);
  expect([await keeper(second), view.history[0]?.what, view.whyNotTakeOver]).toEqual([
    ['二号机'],
    '确认并生效：名册改在 二号机 上变更，一号机 上不再变更',
    '名册就在本机变更',
  ]);
  const proposed = await second.call('roster.propose', { ...delegation(first, first.people.leader), pin: OTHER_PIN });
  expect(proposed.proposals.map(({ by }) => by)).toEqual(['周某己']);
  await signIn(second, REVIEWER.name);
  await second.call('package.export', {});
  expect((await second.call('log.verify', {})).lines.filter((line) => line.startsWith('名册第'))).toEqual([
    `名册第${view.history.length}条起改在工作站 ${second.store.head().ws} 上变更（单位根密钥签署，取代 ${first.store.head().ws}）`,
  ]);
});

test('the old workstation learns of it from a package and changes the roster no more; its work goes on', async () => {
  const { first, second, asked } = await twoWorkstations();
  await second.call('roster.takeOver', asked);
  await signIn(second, REVIEWER.name);
  await readyCase(first, '无事\n');
  await first.as('reviewer');
  await handOver(first, second, []);
  await handOver(second, first, []);
  await first.as('secadmin');
  const wish = { ...delegation(first, first.people.leader), pin: PIN };
  expect([await first.code('roster.propose', wish), await keeper(first)]).toEqual(['roster-elsewhere', ['二号机']]);
  await readyCase(first, '无事二\n');
  await first.as('reviewer');
  expect((await handOver(first, second, [])).forks).toBe(0);
});

test('what the old workstation writes after the hand-over parts the rosters: refused and shown there for ever, and the old one stops', async () => {
  const { first, second, asked } = await twoWorkstations();
  await second.call('roster.takeOver', asked);
  await first.as('secadmin');
  await first.call('roster.propose', { ...delegation(first, first.people.leader), pin: PIN });
  await signIn(second, REVIEWER.name);
  await first.as('reviewer');
  expect(await codeOfPackage(first, second)).toBe('package-roster-stale');
  const at = first.store.roster().length;
  const { rosterForks } = await second.call('package.list', {});
  expect(rosterForks.map(({ name, seq, stands }) => [name, seq, stands])).toEqual([['一号机', at, 'own']]);
  const verified = await second.call('log.verify', {});
  expect([verified.problems, verified.lines.filter((line) => line.startsWith('名册分叉')).length]).toEqual([[], 1]);
  expect(await codeOfPackage(second, first)).toBe('package-roster-moved');
  expect((await first.call('package.list', {})).rosterForks.map(({ name, stands }) => [name, stands])).toEqual([
    ['二号机', 'other'],
  ]);
  expect((await first.call('log.verify', {})).problems.map(({ message }) => message.slice(0, 4))).toEqual(['名册分叉']);
  const restarted = await first.again().call('app.status', {});
  expect([await first.code('package.export', {}), restarted.ok && restarted.data.readOnly?.slice(0, 7)]).toEqual([
    'store-read-only',
    '名册已经移交给',
  ]);
});

test('while the old workstation works, its people hand the roster over from there, by two signatures and the root key', async () => {
  const { first, second } = await twoWorkstations();
  const to = second.store.head().ws;
  await first.as('secadmin');
  const { proposals } = await first.call('roster.propose', { change: { home: { workstation: to } }, pin: PIN });
  expect(proposals[0]?.what).toBe('名册改在 二号机 上变更，一号机 上不再变更');
  await first.as('leader');
  await first.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN });
  await first.as('reviewer');
  await signIn(second, REVIEWER.name);
  await handOver(first, second, []);
  expect([await keeper(first), await keeper(second)]).toEqual([['二号机'], ['二号机']]);
  const { base64 } = await asks(second, { name: '钱某壬', role: 'drafter', department: '工程处' });
  await signIn(second, SECADMIN.name);
  const file = { name: 'a.xsjoin', base64 };
  expect((await second.call('join.open', { file })).whyNot).toBe('');
  await first.as('secadmin');
  expect(await first.code('roster.propose', { change: { admit: { file } }, pin: PIN })).toBe('roster-elsewhere');
});
