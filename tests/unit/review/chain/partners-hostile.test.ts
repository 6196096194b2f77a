/** T5 with packages: workstations that lose, repeat, reorder, forge and fork; what everybody holds in the end, and what the gate says of it. */
import { expect, test } from 'vitest';
import { STEP_ROLE } from '../../../../review/model/index.ts';
import { shortOrLong } from '../../../short-or-long.ts';
import { digestOf } from '../support/case-builder.ts';
import { exchangeRoster, type Parts, Station } from '../support/exchange-office.ts';
import { deliver, settle } from '../support/exchange-traffic.ts';
import { randomOf } from '../support/random-of.ts';

const RUNS = shortOrLong(24, 1000);
const WHO = { drafter: 'zhang', head: 'zhao', reviewer: 'li', leader: 'wang' } as const;
const ROSTER = exchangeRoster(4);
type Chance = ReturnType<typeof randomOf>;

/** One act of somebody at a workstation: mostly what is due, sometimes something that makes trouble. */
function act(station: Station, chance: Chance): void {
  const result = station.judge();
  const { facts } = result;
  const version = facts.main.versions.at(-1)?.body.data.version ?? 1;
  const decide = (findings: string) =>
    station.write('zhang', 'drafter', 'finding.decide', {
      version,
      findings,
      decision: chance(4) === 0 ? 'false-alarm' : 'keep',
      reason: digestOf(`why ${chance(1000)}`),
    });
  if (result.release || result.state === 'released') return;
  if (facts.forked && chance(2) === 0) {
    const documents = facts.main.versions;
    station.write('li', 'reviewer', 'conflict.resolve', { keep: documents[chance(documents.length)]?.id ?? '' });
  } else if (chance(12) === 0) station.version(version + 1, `第${version + 1}稿 ${chance(1000)}`);
  else if (chance(10) === 0) decide(String(chance(2)));
  else if (result.contentWhyNot.length > 0) decide('0-1');
  else if (result.whyNot.length === 0) {
    const { sha256 } = facts.main.versions.at(-1)?.body.data ?? { sha256: '' };
    const release = { subject: result.subject, version, sha256, signs: [...result.countedSigns] };
    if (chance(2) === 0) station.write('li', 'reviewer', 'release', release);
  } else if (result.nextStep) {
    const step = result.nextStep;
    const role = STEP_ROLE[step] as keyof typeof WHO;
    const meaning = step === 'draft' ? 'checked' : 'agree';
    const sign = { step, subject: result.subject, version, opinion: digestOf('opinion'), meaning } as const;
    station.write(WHO[role], role, 'sign', sign);
  }
}

const busy = (stations: readonly Station[]): readonly Station[] => stations.filter(({ events }) => events.length > 0);

function work(stations: readonly Station[], chance: Chance, rounds: number): void {
  const older: Parts[] = [];
  for (let round = 0; round < rounds; round++) {
    const able = busy(stations).filter(({ blocked }) => !blocked);
    const station = able[chance(able.length)];
    if (station && (station.own.length === 0 || chance(3) > 0)) act(station, chance);
    const senders = able.filter(({ own }) => own.length > 0);
    const from = senders[chance(senders.length)];
    const to = stations[chance(stations.length)];
    if (from && to && from !== to && chance(2) === 0) deliver(from, to, older, chance);
  }
}

const verdict = (station: Station) => {
  const { state, whyNot, stepsDone, subject, falseReleases, facts } = station.judge();
  return { state, whyNot, stepsDone, subject, falseReleases: falseReleases.length, forked: facts.forked };
};

test(`${RUNS} runs with loss, repetition, disorder and forgery: in the end everybody holds and says the same`, {
  timeout: 0,
}, () => {
  const seen = { releasable: 0, conflicts: 0 };
  for (let run = 0; run < RUNS; run++) {
    const chance = randomOf(run);
    const stations = Array.from({ length: 4 }, (_, index) => new Station(ROSTER, index));
    stations[0]?.open();
    work(stations, chance, 36);
    settle(stations);
    const [first, ...others] = stations as [Station, ...Station[]];
    const told = verdict(first);
    expect({ run, ids: others.map(({ ids }) => ids) }).toEqual({ run, ids: others.map(() => first.ids) });
    expect({ run, told: others.map(verdict) }).toEqual({ run, told: others.map(() => told) });
    expect({ run, wrong: told.falseReleases, forks: first.forks.length }).toEqual({ run, wrong: 0, forks: 0 });
    if (['releasable', 'released'].includes(told.state)) seen.releasable++;
    if (first.judge().facts.main.versions.length > 1) seen.conflicts++;
  }
  // A model in which nothing ever gets through, or nothing ever clashes, would prove nothing.
  expect([seen.releasable >= RUNS / 5, seen.conflicts >= RUNS / 20]).toEqual([true, true]);
});

test('a workstation that goes on from a copy of its disk is exposed everywhere, and nothing it touched can be released', {
  timeout: 0,
}, () => {
  let exposed = 0;
  for (let run = 0; run < RUNS / 4; run++) {
    const chance = randomOf(10_000 + run);
    const honest = [0, 1, 2].map((index) => new Station(ROSTER, index));
    const original = new Station(ROSTER, 3);
    honest[0]?.open();
    original.take(honest[0]?.pack() ?? new Map());
    act(original, chance);
    const copy = original.clone();
    for (const station of [original, copy]) for (let i = 0; i < 2 + chance(3); i++) act(station, chance);
    for (const station of honest) {
      const order = chance(2) === 0 ? [original, copy] : [copy, original];
      for (const sender of order) expect(station.take(sender.pack())).toBe('ok');
    }
    settle(honest);
    const differ = original.ids.some((id) => !copy.ids.includes(id)) && copy.ids.some((id) => !original.ids.includes(id));
    const ids = honest.map(({ ids }) => ids);
    expect(ids).toEqual(honest.map(() => ids[0]));
    if (!differ) continue;
    exposed++;
    expect(honest.map(({ forks }) => forks.length > 0)).toEqual([true, true, true]);
    expect(honest.map((station) => station.judge().whyNot.length > 0)).toEqual([true, true, true]);
  }
  expect(exposed).toBeGreaterThan(RUNS / 8);
});

test('a workstation set back to an old copy learns it from the next package, and is stopped before it writes', () => {
  const [first, second] = [new Station(ROSTER, 0), new Station(ROSTER, 1)];
  first.open();
  const old = first.clone();
  first.write('zhang', 'drafter', 'finding.decide', { version: 1, findings: '0-1', decision: 'keep', reason: digestOf('why') });
  second.take(first.pack());
  second.write('li', 'reviewer', 'finding.decide', { version: 1, findings: '0', decision: 'keep', reason: digestOf('too') });
  const before = old.ids;
  expect([old.take(second.pack()), old.blocked, old.ids]).toEqual(['package-rolled-back', true, before]);
});

test('two versions made apart are a conflict that a later version does not hide, and a choice of one settles', () => {
  const [first, second] = [new Station(ROSTER, 0), new Station(ROSTER, 1)];
  first.open();
  second.take(first.pack());
  first.version(2, '甲稿');
  second.version(2, '乙稿');
  second.write('zhang', 'drafter', 'finding.decide', { version: 2, findings: '0-1', decision: 'keep', reason: digestOf('乙') });
  first.take(second.pack());
  expect(first.judge().facts).toMatchObject({ forked: true });
  const [mine] = first.judge().facts.main.versions.filter(({ body }) => body.data.sha256 === digestOf('甲稿'));
  const later = first.clone();
  later.version(3, '丙稿');
  expect(later.judge().facts.forked).toBe(true);
  first.write('li', 'reviewer', 'conflict.resolve', { keep: mine?.id ?? '' });
  const { facts } = first.judge();
  // What was decided on the other version was about other words: it fell with it.
  expect([
    facts.forked,
    facts.main.versions.at(-1)?.body.data.sha256,
    facts.main.scan?.body.data.draft,
    facts.decisions.size,
  ]).toEqual([false, digestOf('甲稿'), digestOf('draft 甲稿'), 0]);
});

test('two choices made apart leave the conflict open', () => {
  const [first, second] = [new Station(ROSTER, 0), new Station(ROSTER, 1)];
  first.open();
  second.take(first.pack());
  first.version(2, '甲稿');
  second.version(2, '乙稿');
  first.take(second.pack());
  second.take(first.pack());
  const idOf = (text: string) =>
    first.judge().facts.main.versions.find(({ body }) => body.data.sha256 === digestOf(text))?.id ?? '';
  const [left, right] = [idOf('甲稿'), idOf('乙稿')];
  first.write('li', 'reviewer', 'conflict.resolve', { keep: left });
  second.write('zhang', 'drafter', 'conflict.resolve', { keep: right });
  first.take(second.pack());
  expect(first.judge().facts.forked).toBe(true);
  first.write('li', 'reviewer', 'conflict.resolve', { keep: right });
  expect([first.judge().facts.forked, first.judge().facts.main.versions.at(-1)?.id]).toEqual([false, right]);
});
