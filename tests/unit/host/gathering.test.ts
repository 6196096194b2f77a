import { expect, onTestFinished, test } from 'vitest';
import type { DeskHandle } from '../../../host/desk.ts';
import { STEP_ORDER, STEP_ROLE } from '../../../review/model/index.ts';
import { decideAll, importText, must, openOffice, setUp, signIn } from './office.ts';
import { temporaryFolder } from './temporary.ts';

const PLACE = '滨河花园二期人防工程位于云溪市白鹭路88号。\n';
const GRADE = '“滨河花园”二期防空地下室的防护等级为核6级、常6级。\n';

async function deskOfOffice(): Promise<DeskHandle> {
  const desk = await openOffice(temporaryFolder());
  onTestFinished(async () => {
    await desk.close();
  });
  await setUp(desk);
  await signIn(desk, 'drafter');
  return desk;
}

async function imported(desk: DeskHandle, name: string, text: string): Promise<string> {
  const outcome = await importText(desk, name, text);
  if (outcome.outcome !== 'imported') throw new Error(outcome.outcome);
  return outcome.case;
}

async function released(desk: DeskHandle, id: string): Promise<string> {
  await decideAll(desk, id);
  for (const step of STEP_ORDER) {
    const pin = await signIn(desk, STEP_ROLE[step]);
    await must(desk.call('chain.sign', { case: id, step, opinion: '同意公开。', pin }));
  }
  const pin = await signIn(desk, 'reviewer');
  const view = await must(desk.call('release.register', { case: id, pin }));
  await signIn(desk, 'drafter');
  return view.row.number;
}

const gatheredIn = async (desk: DeskHandle, id: string) => {
  const view = await must(desk.call('case.open', { case: id }));
  return view.findings.map(({ category, gathered = [] }) => ({
    category,
    gathered: gathered.map(({ number, categoryName, text }) => [number, categoryName, text]),
  }));
};

test('a second attribute of a work whose place was released is shown together with what is out', async () => {
  const desk = await deskOfOffice();
  const first = await imported(desk, '甲.txt', `工程公告\n\n${PLACE}`);
  const second = await imported(desk, '乙.txt', `验收公告\n\n${GRADE}`);
  const before = await gatheredIn(desk, second);
  const number = await released(desk, first);
  const after = await gatheredIn(desk, second);
  const none = before.map(({ category }) => ({ category, gathered: [] }));
  expect([before.length > 0, before]).toEqual([true, none]);
  const place = [number, '工程位置', expect.stringContaining('白鹭路88号')];
  expect(after).toEqual(before.map(({ category }) => ({ category, gathered: [place] })));
});

test('the same attribute again, another work, and what was called 误报 or not released gather nothing', async () => {
  const desk = await deskOfOffice();
  const first = await imported(desk, '甲.txt', `工程公告\n\n${PLACE}`);
  await released(desk, first);
  const same = await imported(desk, '丙.txt', `更正公告\n\n滨河花园二期人防工程位于云溪市白鹭路90号。\n`);
  const other = await imported(desk, '丁.txt', `验收公告\n\n青山佳苑人防工程的防护等级为核6级。\n`);
  const all = [...(await gatheredIn(desk, same)), ...(await gatheredIn(desk, other))];
  expect([all.length >= 2, all.flatMap(({ gathered }) => gathered)]).toEqual([true, []]);
});
