/** Two workstations of an office, made to be killed on: the second may take over rules and the roster of the first. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeskHandle, openDesk } from '../../host/desk.ts';
import { deskOptions, must, PEOPLE, setUp, signIn } from '../unit/host/office.ts';
import { ownRule } from '../unit/host/own-rule-form.ts';

/** What the process that is killed must know beside the folder. */
export interface Moving {
  readonly offer: string;
  readonly first: string;
  readonly root: { readonly file: { readonly name: string; readonly base64: string }; readonly passphrase: string };
}
export const movingFile = (folder: string): string => join(folder, 'moving.json');
export const pinOf = (role: string): string => PEOPLE.find((person) => person.role === role)?.pin ?? '';

/** Reviewer and leader ask for keys on the second workstation; the first admits them. */
async function joinOffice(first: DeskHandle, second: DeskHandle): Promise<void> {
  const people = PEOPLE.filter(({ role }) => role === 'reviewer' || role === 'leader').map((person) => ({ ...person }));
  const { name, base64 } = await must(second.call('join.request', { name: '二号机', people }));
  const pin = await signIn(first, 'reviewer');
  const { proposals } = await must(first.call('roster.propose', { change: { admit: { file: { name, base64 } } }, pin }));
  const leader = await signIn(first, 'leader');
  await must(first.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: leader }));
  const answer = await must(first.call('join.answer', {}));
  const file = { name: answer.name, base64: answer.base64 };
  const { root } = await must(second.call('join.preview', { file }));
  await must(second.call('join.accept', { file, root }));
}

/** Makes both below `folder`; the second's data lies in the folder this returns, with what is needed to go on. */
export async function movingOffice(folder: string): Promise<string> {
  const there = join(folder, 'second');
  const first = await must(openDesk(deskOptions(join(folder, 'first'))));
  await setUp(first);
  const second = await must(openDesk(deskOptions(there)));
  await joinOffice(first, second);
  const pin = await signIn(first, 'reviewer');
  await must(first.call('rules.save', { change: { save: ownRule() }, after: '', pin }));
  const people = await must(first.call('people.list', {}));
  const witness = { person: people.find(({ role }) => role === 'leader')?.id ?? '', pin: pinOf('leader') };
  const passphrase = '云溪根密钥-2847';
  const stick = await must(first.call('root.export', { pin, second: witness, passphrase }));
  const made = await must(first.call('package.export', { lists: true }));
  await signIn(second, 'reviewer');
  const file = { name: made.name, base64: made.base64 };
  await must(second.call('package.import', { file, passphrase: made.passphrase ?? '' }));
  const [offer] = await must(second.call('adoption.view', {}));
  const { workstations } = await must(second.call('roster.view', {}));
  const moving: Moving = {
    offer: offer?.event ?? '',
    first: workstations.find(({ keepsRoster }) => keepsRoster)?.id ?? '',
    root: { file: { name: stick.name, base64: stick.base64 }, passphrase },
  };
  writeFileSync(movingFile(there), JSON.stringify(moving));
  await first.close();
  await second.close();
  return there;
}
