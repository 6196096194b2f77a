import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { verifyLog } from '../../../../review/chain/verify.ts';
import type { Input, RosterRequest } from '../../../../review/contract.ts';
import type { Role } from '../../../../review/model/index.ts';
import { PIN, signedCase, type TestDesk, testDesk } from '../support/test-desk.ts';

const NEW_PIN = 'yunxi-9163';
const ENROLL = (name: string, role: Role, department = '工程处'): RosterRequest => ({
  enroll: { name, role, department, newPin: NEW_PIN },
});

/** Proposes in one role and confirms in another; gives the view after it. */
async function change(bench: TestDesk, request: RosterRequest, proposer: Role = 'sysadmin', approver: Role = 'secadmin') {
  await bench.as(proposer);
  const { proposals } = await bench.call('roster.propose', { change: request, pin: PIN });
  await bench.as(approver);
  return bench.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN });
}

const logOf = async (bench: TestDesk): Promise<string> =>
  Buffer.from((await bench.call('export.make', { kind: 'log' })).base64, 'base64').toString('utf8');

async function smallOffice(): Promise<TestDesk> {
  const bench = await testDesk(false);
  const people = (['drafter', 'head', 'reviewer', 'leader'] as const).map((role, i) => ({
    name: `某人${i}`,
    role,
    department: '工程处',
    pin: PIN,
  }));
  await bench.call('office.setUp', { office: '云溪市人民防空办公室', people });
  for (const person of await bench.call('people.list', {})) Object.assign(bench.people, { [person.role]: person.id });
  return bench;
}

describe('in an office with administrators', () => {
  test('one proposes, the other confirms; the new person signs in with the PIN they typed themselves', async () => {
    const bench = await testDesk();
    await bench.as('sysadmin');
    const proposed = await bench.call('roster.propose', { change: ENROLL('钱某辛', 'drafter'), pin: PIN });
    expect(proposed.proposals).toMatchObject([
      {
        what: expect.stringMatching(/^登记 钱某辛（工程处，拟稿人），密钥 /),
        by: '孙某戊',
        whyNot: '提出人不能确认自己提出的变更',
        mayReject: true,
      },
    ]);
    expect((await bench.call('people.list', {})).map(({ name }) => name)).not.toContain('钱某辛');
    await bench.as('secadmin');
    const done = await bench.call('roster.approve', { proposal: proposed.proposals[0]?.id ?? '', pin: PIN });
    expect([
      done.proposals,
      done.people.at(-1)?.state,
      done.history.slice(0, 2).map(({ by, what }) => [by, what.slice(0, 10)]),
    ]).toEqual([
      [],
      'usable',
      [
        ['周某己', '确认并生效：登记 钱'],
        ['孙某戊', '提出：登记 钱某辛（'],
      ],
    ]);
    const person = (await bench.call('people.list', {})).find(({ name }) => name === '钱某辛')?.id ?? '';
    expect([
      await bench.code('session.open', { person, pin: PIN }),
      await bench.code('session.open', { person, pin: NEW_PIN }),
    ]).toEqual(['pin-wrong', 'ok']);
    await bench.as('auditor');
    expect(verifyLog(await logOf(bench), crypto).problems).toEqual([]);
  });

  test('the statement everybody accepts is recorded with its version, at set-up and later', async () => {
    const bench = await testDesk();
    await change(bench, ENROLL('钱某辛', 'drafter'));
    const { history } = await bench.call('roster.view', {});
    const enrolled = history.filter(({ what }) => /^(确认并生效：)?登记 [^工]/.test(what)).map(({ what }) => what);
    expect(enrolled.length).toBe(8);
    expect(enrolled.every((what) => what.endsWith('本人已承诺（第1版）'))).toBe(true);
  });

  test('neither of the two can do it alone, nor anybody who reviews', async () => {
    const bench = await testDesk();
    const request = { change: ENROLL('钱某辛', 'drafter'), pin: PIN };
    const codes: Record<string, string> = {};
    for (const role of ['drafter', 'head', 'reviewer', 'leader', 'auditor'] as const) {
      await bench.as(role);
      codes[role] = await bench.code('roster.propose', request);
    }
    expect(new Set(Object.values(codes))).toEqual(new Set(['not-permitted']));
    await bench.as('secadmin');
    const { proposals } = await bench.call('roster.propose', request);
    const proposal = proposals[0]?.id ?? '';
    expect(await bench.code('roster.approve', { proposal, pin: PIN })).toBe('not-now');
    for (const role of ['head', 'reviewer'] as const) {
      await bench.as(role);
      expect([role, await bench.code('roster.approve', { proposal, pin: PIN })]).toEqual([role, 'not-now']);
    }
    // Without the other administrator the leader confirms, and then the root key must sign too.
    await bench.as('leader');
    const done = await bench.call('roster.approve', { proposal, pin: PIN });
    expect(done.history.slice(0, 2).map(({ by }) => by)).toEqual(['单位根密钥', '王某丁']);
  });

  test('a refused proposal changes nothing and stays in the history', async () => {
    const bench = await testDesk();
    await bench.as('sysadmin');
    const { proposals } = await bench.call('roster.propose', { change: ENROLL('钱某辛', 'leader'), pin: PIN });
    await bench.as('secadmin');
    const answered = await bench.call('roster.reject', { proposal: proposals[0]?.id ?? '', pin: PIN });
    expect([answered.proposals, answered.people.length, answered.history[0]?.what.slice(0, 4)]).toEqual([[], 7, '不同意：']);
    expect(await bench.code('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN })).toBe('not-now');
  });

  test('namesakes, also of people who left, are told apart; ids are never given again', async () => {
    const bench = await testDesk();
    await change(bench, { revoke: { person: bench.people.head, reason: 'left' } });
    await bench.as('sysadmin');
    expect([
      await bench.code('roster.propose', { change: ENROLL('赵某乙', 'head'), pin: PIN }),
      // What nobody sees on a form tells nobody apart.
      await bench.code('roster.propose', { change: ENROLL('赵\u200b某乙', 'head'), pin: PIN }),
      await bench.code('roster.propose', { change: ENROLL('赵　某乙', 'head'), pin: PIN }),
      await bench.code('roster.propose', {
        change: { reset: { person: bench.people.head, reason: 'lost', newPin: NEW_PIN } },
        pin: PIN,
      }),
      await bench.code('session.open', { person: bench.people.head, pin: PIN }),
    ]).toEqual(['name-taken', 'name-taken', 'name-taken', 'not-now', 'person-unknown']);
    const view = await change(bench, ENROLL('赵某乙（工程处）', 'head'));
    expect(view.people.filter(({ name }) => name.startsWith('赵某乙')).map(({ name, state }) => [name, state])).toEqual([
      ['赵某乙', 'left'],
      ['赵某乙（工程处）', 'usable'],
    ]);
  });

  test('roles and departments change; administrators never get a role of the review, nor the other way round', async () => {
    const bench = await testDesk();
    const view = await change(bench, { assign: { person: bench.people.drafter, role: 'head', department: '法制与宣传处' } });
    expect(view.people[0]).toMatchObject({ name: '张某甲', role: 'head', department: '法制与宣传处' });
    expect(view.history[0]?.what).toBe('确认并生效：张某甲 改为处室负责人，法制与宣传处');
    await bench.as('secadmin');
    expect(
      await bench.code('roster.propose', {
        change: { assign: { person: bench.people.secadmin, role: 'auditor', department: '秘书处' } },
        pin: PIN,
      }),
    ).toBe('not-permitted');
  });

  test('a weak PIN of the new person, or a wrong one of the proposer, changes nothing', async () => {
    const bench = await testDesk();
    await bench.as('sysadmin');
    const weak = { enroll: { name: '钱某辛', role: 'drafter', department: '工程处', newPin: '123456' } } as const;
    expect([
      await bench.code('roster.propose', { change: weak, pin: PIN }),
      await bench.code('roster.propose', { change: ENROLL('钱某辛', 'drafter'), pin: 'not-this-1' }),
    ]).toEqual(['pin-weak', 'pin-wrong']);
    expect((await bench.call('roster.view', {})).proposals).toEqual([]);
  });
});

describe('T14: an administrator resets a locked key', () => {
  test('old signatures stay valid, the old PIN opens nothing, both who did it are visible for ever', async () => {
    const bench = await testDesk();
    const caseId = await signedCase(bench);
    const head = bench.people.head;
    for (let i = 0; i < 11; i++) await bench.code('session.open', { person: head, pin: `wrong-pin-${i}` });
    await bench.as('secadmin');
    const before = await bench.call('roster.view', {});
    expect(before.people.find(({ id }) => id === head)?.state).toBe('locked');
    expect(before.failures.map(({ name, locked }) => [name, locked])).toEqual([
      ['赵某乙', true],
      ...Array(10).fill(['赵某乙', false]),
    ]);
    const view = await change(bench, { reset: { person: head, reason: 'locked', newPin: NEW_PIN } });
    const after = view.people.find(({ id }) => id === head);
    expect([after?.state, after?.keyCode === before.people.find(({ id }) => id === head)?.keyCode]).toEqual(['usable', false]);
    expect(
      view.history
        .slice(0, 2)
        .map(({ by, what }) => [by, /^(确认并生效|提出)：为 赵某乙 重新登记密钥 .*，原密钥作废（口令锁定）$/.test(what)]),
    ).toEqual([
      ['周某己', true],
      ['孙某戊', true],
    ]);
    expect(await bench.code('session.open', { person: head, pin: PIN })).toBe('pin-wrong');
    await bench.call('session.open', { person: head, pin: NEW_PIN });
    const judged = await bench.view(caseId);
    expect([judged.row.state, judged.steps.every(({ done }) => done)]).toEqual(['releasable', true]);
    // The failures are told to the person too, at the next sign-in.
    expect((await bench.call('person.acts', {})).failures.length).toBe(12);
    expect(verifyLog(await logOf(bench), crypto).problems).toEqual([]);
  });

  test('drafters and heads are not shown who mistyped a PIN', async () => {
    const bench = await testDesk();
    await bench.code('session.open', { person: bench.people.head, pin: 'wrong-pin-1' });
    const shown: Role[] = [];
    for (const role of Object.keys(bench.people) as Role[]) {
      await bench.as(role);
      if ((await bench.call('roster.view', {})).failures.length > 0) shown.push(role);
    }
    expect(shown.sort()).toEqual(['auditor', 'reviewer', 'secadmin']);
  });
});

describe('in a small office without administrators', () => {
  test('reviewer and head reset the leader with the root key that still lies on the machine', async () => {
    const bench = await smallOffice();
    const view = await change(
      bench,
      { reset: { person: bench.people.leader, reason: 'lost', newPin: NEW_PIN } },
      'reviewer',
      'head',
    );
    expect(view.history.slice(0, 3).map(({ by }) => by)).toEqual(['单位根密钥', '某人1', '某人2']);
    expect(await bench.code('session.open', { person: bench.people.leader, pin: NEW_PIN })).toBe('ok');
  });

  test('once the root key is on a stick, nothing changes without it', async () => {
    const bench = await smallOffice();
    await bench.as('leader');
    const exported = { pin: PIN, second: { person: bench.people.reviewer, pin: PIN }, passphrase: '云溪根密钥-2847' };
    expect([
      await bench.code('root.export', { ...exported, second: { person: bench.people.leader, pin: PIN } }),
      await bench.code('root.export', { ...exported, second: { person: bench.people.drafter, pin: PIN } }),
      await bench.code('root.export', { ...exported, second: { person: bench.people.reviewer, pin: 'wrong-pin-1' } }),
      await bench.code('root.export', { ...exported, passphrase: 'short-1' }),
    ]).toEqual(['person-unknown', 'person-unknown', 'pin-wrong', 'pin-weak']);
    const { name, base64 } = await bench.call('root.export', exported);
    expect(name).toMatch(/^单位根密钥-[0-9A-F]{4}-[0-9A-F]{4}\.xsroot$/);
    const root = { file: { name, base64 }, passphrase: exported.passphrase };
    expect([
      await bench.code('root.remove', { pin: PIN, root: { ...root, passphrase: 'not-that-one-9' } }),
      await bench.code('root.remove', { pin: PIN, root: { ...root, file: { name, base64: 'AAAA' } } }),
    ]).toEqual(['root-passphrase', 'root-file']);
    expect((await bench.call('root.remove', { pin: PIN, root })).root.here).toBe(false);
    expect(await bench.code('root.export', exported)).toBe('root-away');

    await bench.as('reviewer');
    const { proposals } = await bench.call('roster.propose', { change: ENROLL('钱某辛', 'drafter'), pin: PIN });
    await bench.as('leader');
    const shown = (await bench.call('roster.view', {})).proposals[0];
    expect(shown).toMatchObject({ whyNot: '', needsRootFile: true });
    const approve: Input<'roster.approve'> = { proposal: proposals[0]?.id ?? '', pin: PIN };
    const other = await smallOffice();
    await other.as('leader');
    const foreign = await other.call('root.export', { ...exported, second: { person: other.people.reviewer, pin: PIN } });
    expect([
      await bench.code('roster.approve', approve),
      await bench.code('roster.approve', { ...approve, root: { ...root, file: foreign } }),
    ]).toEqual(['root-needed', 'root-foreign']);
    const done = await bench.call('roster.approve', { ...approve, root });
    expect([done.people.at(-1)?.name, done.history[0]?.by]).toEqual(['钱某辛', '单位根密钥']);
    expect(verifyLog(await logOf(bench), crypto).problems).toEqual([]);
  });

  test('three administrators are added later; from then on who reviews no longer proposes', async () => {
    const bench = await smallOffice();
    await change(bench, ENROLL('孙某戊', 'sysadmin'), 'reviewer', 'leader');
    await bench.as('reviewer');
    const view = await bench.call('roster.view', {});
    expect([view.administered, view.whyNotPropose]).toEqual([true, '由系统管理员或安全保密管理员提出']);
    expect(await bench.code('roster.propose', { change: ENROLL('周某己', 'secadmin'), pin: PIN })).toBe('not-permitted');
  });
});

describe('one’s own PIN', () => {
  test('is changed by the person alone; the key stays, the old PIN opens nothing', async () => {
    const bench = await testDesk();
    await bench.as('head');
    const key = (await bench.call('roster.view', {})).people.find(({ id }) => id === bench.people.head)?.keyCode;
    expect([
      await bench.code('pin.change', { pin: PIN, newPin: PIN }),
      await bench.code('pin.change', { pin: PIN, newPin: 'abcdef' }),
      await bench.code('pin.change', { pin: 'wrong-pin-1', newPin: NEW_PIN }),
      await bench.code('pin.change', { pin: PIN, newPin: NEW_PIN }),
      await bench.code('session.open', { person: bench.people.head, pin: PIN }),
      await bench.code('session.open', { person: bench.people.head, pin: NEW_PIN }),
    ]).toEqual(['pin-weak', 'pin-weak', 'pin-wrong', 'ok', 'pin-wrong', 'ok']);
    expect((await bench.call('roster.view', {})).people.find(({ id }) => id === bench.people.head)?.keyCode).toBe(key);
    expect((await bench.call('person.acts', {})).acts.map(({ what }) => what)).toEqual(['修改本人口令']);
  });
});

describe('您今天签了什么', () => {
  test('lists what was done in one’s name today, and nobody else’s', async () => {
    const bench = await testDesk();
    await signedCase(bench);
    await bench.as('head');
    const { on, today, acts } = await bench.call('person.acts', {});
    expect([on, today, acts.map(({ what, number }) => [what, number])]).toEqual([
      '2026-11-21',
      true,
      [['处室负责人签名：同意公开', 'XS-2026-001']],
    ]);
    await bench.as('auditor');
    expect((await bench.call('person.acts', {})).acts).toEqual([]);
    bench.clock.pass(24 * 60);
    await bench.as('head');
    expect((await bench.call('person.acts', {})).today).toBe(false);
  });
});
