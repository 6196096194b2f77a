/** A second workstation joins an office, as people do it: request, admission by two and the root key, the roster back, packages. */
import { expect } from 'vitest';
import type { Input, Output } from '../../../../review/contract.ts';
import { PIN, type TestDesk } from './test-desk.ts';

export const OTHER_PIN = 'yunxi-5913';
export const CLERK = { name: '张某甲', role: 'drafter', department: '指挥通信处' } as const;
export const REVIEWER = { name: '李某丙', role: 'reviewer', department: '秘书处' } as const;
export const NEWCOMER = { name: '郑某辛', role: 'leader', department: '' } as const;

export const LEADER = { name: '王某丁', role: 'leader', department: '' } as const;
export const SECADMIN = { name: '周某己', role: 'secadmin', department: '秘书处' } as const;

type Asking = Omit<Input<'join.request'>['people'][number], 'pin'>;

export const asks = (second: TestDesk, ...people: readonly Asking[]) =>
  second.call('join.request', {
    name: '二号机',
    people: people.map((person) => ({ ...person, department: person.department || '办领导', pin: OTHER_PIN })),
  });

/** Security administrator proposes, leader confirms, the root key on this machine signs. */
export async function admit(first: TestDesk, file: { readonly name: string; readonly base64: string }): Promise<void> {
  await first.as('secadmin');
  const { proposals } = await first.call('roster.propose', { change: { admit: { file } }, pin: PIN });
  await first.as('leader');
  await first.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: PIN });
}

export async function joined(
  first: TestDesk,
  second: TestDesk,
  people: readonly Asking[] = [CLERK, REVIEWER, NEWCOMER],
): Promise<Output<'join.preview'>> {
  const { name, base64: bytes } = await asks(second, ...people);
  await admit(first, { name, base64: bytes });
  await first.as('reviewer');
  const file = await first.call('join.answer', {});
  const answer = await second.call('join.preview', { file: { name: file.name, base64: file.base64 } });
  expect((await second.call('join.accept', { file: { name: file.name, base64: file.base64 }, root: answer.root })).setUp).toBe(
    true,
  );
  return answer;
}

export async function signIn(bench: TestDesk, name: string, pin = OTHER_PIN): Promise<void> {
  const person = (await bench.call('people.list', {})).find((one) => one.name === name)?.id ?? '';
  await bench.call('session.open', { person, pin });
}

export async function handOver(from: TestDesk, to: TestDesk, cases: readonly string[]) {
  const { name, base64: bytes, passphrase = '' } = await from.call('package.export', { cases });
  return to.call('package.import', { file: { name, base64: bytes }, passphrase });
}
