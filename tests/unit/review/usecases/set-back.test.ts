/** A workstation whose journal and anchor were both exchanged for old copies: only others can tell. */
import { expect, test } from 'vitest';
import { copiedDesk, PIN, readyCase, testDesk } from '../support/test-desk.ts';

test('it learns it from a package, stays stopped after a restart, and goes on when two people have restored it', async () => {
  const first = await testDesk();
  const other = await testDesk(false, first);
  await readyCase(first);
  const old = await copiedDesk(first);
  const later = await readyCase(first, '后来的一件\n没有疑点。');
  await first.as('reviewer');
  const made = await first.call('package.export', { cases: [later] });
  await other.as('reviewer');
  const file = { name: made.name, base64: made.base64 };
  const secret = { passphrase: made.passphrase ?? '' };
  await other.call('package.import', { file, ...secret });
  const back = await other.call('package.export', { cases: [later] });
  await old.as('reviewer');
  const packed = { file: { name: back.name, base64: back.base64 }, passphrase: back.passphrase ?? '' };
  expect(await old.code('package.import', packed)).toBe('package-rolled-back');
  const anew = await copiedDesk(old);
  expect(anew.store.readOnly).toContain('账本缺少之前已经记录的内容');
  await anew.as('leader');
  const restore = { point: 'present', reason: '账本被换成旧的，经两人核对', pin: PIN } as const;
  const second = { person: anew.people.reviewer, pin: PIN };
  await anew.call('journal.restore', { ...restore, second });
  await anew.as('reviewer');
  await anew.call('package.import', packed);
  expect([anew.store.readOnly, (await anew.view(later)).row.number]).toEqual([undefined, 'XS-2026-002']);
  expect(await anew.call('log.verify', {})).toMatchObject({ problems: [] });
});
