import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDesk } from '../../host/desk.ts';
import { shortOrLong } from '../short-or-long.ts';
import { deskOptions, must, signIn } from '../unit/host/office.ts';
import { killedRun } from './killed-process.ts';
import { movingOffice } from './moving-office.ts';

const ROUNDS = shortOrLong(2, 80);
const STEPS = ['adoption', 'take-over', 'proposal', 'hand-over'] as const;
const below = (most: number): number => Math.floor(Math.random() * most);

/** What the next start shows: which of the steps are done, and what the check of the log says. */
async function leftBehind(folder: string) {
  const desk = await must(openDesk(deskOptions(folder)));
  const { readOnly } = await must(desk.call('app.status', {}));
  await signIn(desk, 'reviewer');
  const { packs } = await must(desk.call('rules.own', {}));
  const { history, proposals, workstations } = await must(desk.call('roster.view', {}));
  const here = workstations.some((one) => one.here && one.keepsRoster);
  const moves = history.filter(({ what }) => what.startsWith('确认并生效：名册改在')).length;
  const report = await must(desk.call('log.verify', {}));
  await desk.close();
  const done = {
    adoption: packs.length > 0,
    'take-over': moves > 0,
    proposal: moves > 1 || proposals.length > 0,
    'hand-over': moves > 1,
  };
  // The roster is changed on one workstation, whatever was cut short.
  expect({ here, moves }).toEqual({ here: moves === 1, moves });
  return { done, readOnly, problems: report.problems };
}

test(
  `${ROUNDS} kills while rules are taken over and the roster moves: each step is there whole or not at all, and goes on from there`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xianshen-kill-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const office = await movingOffice(folder);
    for (let round = 0; round < ROUNDS; round += 1) {
      const copy = join(folder, `round-${round}`);
      cpSync(office, copy, { recursive: true });
      const word = `${round % 2 === 0 ? 'about' : 'ack'} ${STEPS[below(STEPS.length)]}`;
      const run = await killedRun('moving-run.ts', copy, { heard: { word, times: 1 }, thenMs: below(60) });
      expect([run.signal, run.errors]).toEqual(['SIGKILL', '']);
      const { done, readOnly, problems } = await leftBehind(copy);
      const acknowledged = STEPS.filter((step) => run.lines.includes(`ack ${step}`));
      expect({ round, readOnly, problems }).toEqual({ round, readOnly: undefined, problems: [] });
      expect({ round, lost: acknowledged.filter((step) => !done[step]) }).toEqual({ round, lost: [] });
      rmSync(copy, { recursive: true, force: true });
    }
  },
  ROUNDS * 30_000,
);
