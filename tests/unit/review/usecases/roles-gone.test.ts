import { expect, test } from 'vitest';
import { changeRoster } from '../support/revoking.ts';
import { PIN, readyCase, testDesk } from '../support/test-desk.ts';

test('a package that brings another post ends the session: nothing is signed in a post the person no longer has', async () => {
  const first = await testDesk();
  const second = await testDesk(false, first);
  const caseId = await readyCase(first);
  await first.signAs('drafter', caseId);
  await first.signAs('head', caseId);
  changeRoster(first, first, () => ({
    type: 'role',
    data: { p: first.people.reviewer, department: '指挥通信处', roles: ['drafter'] },
  }));
  const restarted = first.again();
  await restarted.call('session.open', { person: first.people.leader, pin: PIN });
  const made = await restarted.call('package.export', { cases: [caseId] });
  if (!made.ok) throw new Error(made.error.code);
  const { name, base64, passphrase = '' } = made.data;
  await second.as('reviewer');
  await second.call('package.import', { file: { name, base64 }, passphrase });
  const sign = { case: caseId, step: 'secrecy', opinion: '同意公开', pin: PIN } as const;
  expect(await second.code('chain.sign', sign)).toBe('session-missing');
  await second.as('leader');
  expect(await second.call('log.verify', {})).toMatchObject({ valid: true, problems: [] });
});
