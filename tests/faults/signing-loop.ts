/**
 * Run as a process that is going to be killed: opens the real desk on a folder and signs and returns one case over and over.
 * Prints `ack SEQ` for each event that was acknowledged, with its number in the journal.
 */
import { writeSync } from 'node:fs';
import { type DeskHandle, openDesk } from '../../host/desk.ts';
import { decideAll, deskOptions, importText, must, setUp, signIn } from '../unit/host/office.ts';

const say = (line: string) => writeSync(1, `${line}\n`);

async function firstCase(desk: DeskHandle): Promise<string> {
  await signIn(desk, 'drafter');
  const rows = await must(desk.call('case.list', {}));
  const known = rows[0]?.id;
  if (known !== undefined) return known;
  const made = await importText(desk, '通知.txt', '关于开展宣传周活动的通知\n\n请各单位做好准备。\n');
  if (made.outcome !== 'imported') throw new Error(made.outcome);
  return made.case;
}

const desk = await must(openDesk(deskOptions(process.argv[2] ?? '')));
const status = await must(desk.call('app.status', {}));
if (status.readOnly !== undefined) throw new Error(status.readOnly);
if (!status.setUp) await setUp(desk);
const id = await firstCase(desk);
const opened = await decideAll(desk, id);
if (opened.row.state === 'awaiting-head') await giveBack();
say('ready');
for (;;) {
  const pin = await signIn(desk, 'drafter');
  const signed = await must(desk.call('chain.sign', { case: id, step: 'draft', opinion: '提请审查。', pin }));
  say(`ack ${Math.max(...signed.timeline.map((entry) => entry.seq))}`);
  await giveBack();
}

async function giveBack(): Promise<void> {
  const pin = await signIn(desk, 'head');
  const returned = await must(desk.call('chain.return', { case: id, reason: '请再核对一遍。', pin }));
  say(`ack ${Math.max(...returned.timeline.map((entry) => entry.seq))}`);
}
