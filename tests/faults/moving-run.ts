/**
 * Run as a process that is going to be killed: puts rules of another workstation in force, takes the roster over, and hands it back.
 * Prints `ack WHAT` for each of these that was acknowledged, and `about WHAT` before.
 */
import { readFileSync, writeSync } from 'node:fs';
import { openDesk } from '../../host/desk.ts';
import { deskOptions, must, signIn } from '../unit/host/office.ts';
import { type Moving, movingFile, pinOf } from './moving-office.ts';

const folder = process.argv[2] ?? '';
const { offer, first, root } = JSON.parse(readFileSync(movingFile(folder), 'utf8')) as Moving;
const desk = await must(openDesk(deskOptions(folder)));

async function step(what: string, act: () => Promise<unknown>): Promise<void> {
  writeSync(1, `about ${what}\n`);
  await act();
  writeSync(1, `ack ${what}\n`);
}

const pin = await signIn(desk, 'reviewer');
const people = await must(desk.call('people.list', {}));
const leader = { person: people.find(({ role }) => role === 'leader')?.id ?? '', pin: pinOf('leader') };
await step('adoption', () => must(desk.call('adoption.take', { event: offer, after: '', pin })));
await step('take-over', () => must(desk.call('roster.takeOver', { pin, second: leader, root })));
await step('proposal', () => must(desk.call('roster.propose', { change: { home: { workstation: first } }, pin })));
const { proposals } = await must(desk.call('roster.view', {}));
const second = await signIn(desk, 'leader');
await step('hand-over', () => must(desk.call('roster.approve', { proposal: proposals[0]?.id ?? '', pin: second, root })));
// Waits to be killed; the last act is waited for like the others.
setInterval(() => undefined, 1000);
