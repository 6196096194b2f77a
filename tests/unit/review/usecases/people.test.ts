import { describe, expect, test } from 'vitest';
import { PIN, readyCase, type TestDesk, testDesk } from '../support/test-desk.ts';

const bodies = (bench: TestDesk) =>
  bench.store
    .events()
    .map((event) => JSON.parse(new TextDecoder().decode(event.body)) as { type: string; data: unknown; actor: unknown });

describe('setting up', () => {
  const four = (['drafter', 'head', 'reviewer', 'leader'] as const).map((role, i) => ({
    name: `某人${i}`,
    role,
    department: '',
    pin: PIN,
  }));
  test('needs all four roles, distinct names and PINs that cannot be guessed', async () => {
    const bench = await testDesk(false);
    const office = '云溪市人民防空办公室';
    const changed = (i: number, more: object) => four.map((person, j) => (i === j ? { ...person, ...more } : person));
    expect([
      await bench.code('office.setUp', { office, people: changed(1, { role: 'drafter' as const }) }),
      await bench.code('office.setUp', { office, people: changed(1, { name: '某人0' }) }),
      await bench.code('office.setUp', { office, people: changed(1, { pin: '123456' }) }),
      await bench.code('office.setUp', { office, people: four.slice(1) }),
      await bench.code('case.list', {}),
    ]).toEqual(['roles-missing', 'name-taken', 'pin-weak', 'bad-input', 'not-set-up']);
    expect(await bench.call('app.status', {})).toMatchObject({ setUp: false, today: '2026-11-21', calendarUntil: '2026-12-31' });
    expect(await bench.call('office.setUp', { office, people: four })).toMatchObject({ setUp: true, office });
    expect(await bench.code('office.setUp', { office, people: four })).toBe('already-set-up');
    expect((await bench.call('people.list', {})).map(({ name, role }) => [name, role])).toEqual(
      four.map(({ name, role }) => [name, role]),
    );
  });
});

describe('sessions', () => {
  test('a wrong PIN is refused and recorded by the workstation; the eleventh is locked', async () => {
    const bench = await testDesk();
    const open = { person: bench.people.head, pin: 'not-this-1' };
    const codes: string[] = [];
    for (let i = 0; i < 11; i++) codes.push(await bench.code('session.open', open));
    expect(codes).toEqual([...Array(10).fill('pin-wrong'), 'key-locked']);
    expect(bodies(bench).map(({ type, data }) => [type, data])).toEqual([
      ...Array(10).fill(['auth.fail', { p: bench.people.head, purpose: 'session', locked: false }]),
      ['auth.fail', { p: bench.people.head, purpose: 'session', locked: true }],
    ]);
    expect(await bench.code('session.open', { person: bench.people.head, pin: PIN })).toBe('key-locked');
    expect(await bench.code('session.open', { person: 'p-nobody', pin: PIN })).toBe('person-unknown');
    expect((await bench.call('app.status', {})).session).toBe(undefined);
  });

  test('ends after ten idle minutes; asking for the status does not keep it alive', async () => {
    const bench = await testDesk();
    await bench.as('drafter');
    bench.clock.pass(9);
    expect(await bench.code('case.list', {})).toBe('ok');
    bench.clock.pass(9);
    expect((await bench.call('app.status', {})).session?.idleMinutes).toBe(10);
    bench.clock.pass(1);
    expect([await bench.code('case.list', {}), await bench.code('case.list', {})]).toEqual([
      'session-expired',
      'session-expired',
    ]);
    await bench.as('drafter');
    expect(await bench.code('case.list', {})).toBe('ok');
    await bench.call('session.close', {});
    expect(await bench.code('case.list', {})).toBe('session-missing');
  });

  test('signing asks for the PIN again, and a wrong one signs nothing', async () => {
    const bench = await testDesk();
    const caseId = await readyCase(bench);
    const sign = { case: caseId, step: 'draft', opinion: '自查完毕', pin: 'wrong-pin' } as const;
    expect(await bench.code('chain.sign', sign)).toBe('pin-wrong');
    expect(bodies(bench).at(-1)).toMatchObject({ type: 'auth.fail', data: { purpose: 'act' } });
    expect((await bench.view(caseId)).row.state).toBe('deciding');
  });
});
