import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { STEP_ORDER, type Step } from '../../../../review/model/index.ts';
import { gate, makeGate } from '../../../../review/workflow/gate.ts';
import { RELEASE_RULES, SIGN_RULES, type SignRule } from '../../../../review/workflow/gate-rules.ts';
import { ALL_ROLES, CASE, CaseBuilder, delegate, FOUR, officeClaims, officeLog } from '../support/case-builder.ts';
import { judged, SCENARIOS, wrongAnswers } from '../support/gate-scenarios.ts';

describe('the gate', () => {
  test.each(SCENARIOS.map((scenario) => [scenario.story, scenario] as const))('%s', (_story, scenario) => {
    const { state, whyNot } = judged(gate, scenario);
    expect(state).toBe(scenario.state);
    expect(whyNot.join()).toContain(scenario.why ?? '');
  });

  test('is open exactly when it names no reason', () => {
    for (const scenario of SCENARIOS) {
      const { state, whyNot } = judged(gate, scenario);
      expect([scenario.story, whyNot.length === 0]).toEqual([scenario.story, state === 'releasable']);
    }
  });

  test('answers the same whatever order the events come in', () => {
    for (const { build, ...rest } of SCENARIOS) {
      const shuffled = build();
      shuffled.written.reverse();
      const [forward, backward] = [build, () => shuffled].map((source) => judged(gate, { ...rest, build: source }));
      expect([backward?.state, backward?.whyNot]).toEqual([forward?.state, forward?.whyNot]);
    }
  });
});

/** Rules as somebody in a hurry might have written them. */
const anyDay: SignRule['why'] = ({ body, delegations = [] }) =>
  body.actor.for === undefined || delegations.length > 0 ? undefined : '没有授权';
const byHandOnly: SignRule['why'] = (sign, { signs, graph }) =>
  signs.some(
    ({ id, body }) =>
      body.actor.p === sign.body.actor.p && body.data.step !== sign.body.data.step && !graph.precedes(sign.id, id),
  )
    ? '同一人'
    : undefined;
const changed = (name: string, why: SignRule['why']): readonly SignRule[] =>
  SIGN_RULES.map((rule) => (rule.name === name ? { name, why } : rule));

describe('wrong gates are caught', () => {
  const without = <T extends { readonly name: string }>(rules: readonly T[], name: string): readonly T[] =>
    rules.filter((rule) => rule.name !== name);
  const mutants = [
    ...SIGN_RULES.map(({ name }) => [`without sign rule ${name}`, makeGate(without(SIGN_RULES, name), RELEASE_RULES)] as const),
    ...RELEASE_RULES.map(
      ({ name }) => [`without release rule ${name}`, makeGate(SIGN_RULES, without(RELEASE_RULES, name))] as const,
    ),
    ['that lets everything through', makeGate([], [])] as const,
    ['that counts a deputy on any day', makeGate(changed('delegation', anyDay), RELEASE_RULES)] as const,
    [
      'that tells people apart by who typed the PIN alone',
      makeGate(changed('one-person-one-step', byHandOnly), RELEASE_RULES),
    ] as const,
  ];
  test('there are enough of them', () => expect(mutants.length).toBeGreaterThanOrEqual(20));
  test.each(mutants)('%s', (_name, mutant) => expect(wrongAnswers(mutant).length).toBeGreaterThan(0));
  test('and the real one is right in every story', () => expect(wrongAnswers(gate)).toEqual([]));
});

describe('all orders of the four steps, all assignments of four people', () => {
  const people = Object.keys(ALL_ROLES);

  test('24 orders x 256 assignments: releasable only in the one order, with four people', () => {
    const ready = new CaseBuilder(officeLog(officeClaims(ALL_ROLES))).ready();
    const releasable: string[] = [];
    let judged = 0;
    // Step by step: what begins alike is signed once.
    const goOn = (builder: CaseBuilder, order: readonly Step[], who: Readonly<Partial<Record<Step, string>>>): void => {
      if (order.length === STEP_ORDER.length) {
        judged += 1;
        if (gate({ crypto, caseId: CASE, events: builder.ofCase() }).state === 'releasable')
          releasable.push(`${order.join()} ${STEP_ORDER.map((step) => who[step]).join()}`);
        return;
      }
      for (const step of STEP_ORDER.filter((one) => !order.includes(one)))
        for (const person of people) {
          const next = builder.fork();
          next.sign(person, step);
          goOn(next, [...order, step], { ...who, [step]: person });
        }
    };
    goOn(ready, [], {});
    const legal = permutations(people).map((assignment) => `${STEP_ORDER.join()} ${assignment.join()}`);
    expect(judged).toBe(6144);
    expect(releasable.sort()).toEqual(legal.sort());
  }, 120_000);
});

describe('all deputies of all three superior steps', () => {
  test('125 assignments: releasable only when no name stands behind two steps', () => {
    const holders = { head: 'zhao', secrecy: 'li', approve: 'wang' } as const;
    const steps = Object.keys(holders) as (keyof typeof holders)[];
    const people = Object.keys(FOUR);
    const delegations = steps.flatMap((step) =>
      people.filter((to) => to !== holders[step]).map((to) => delegate(holders[step], to, [step])),
    );
    const ready = new CaseBuilder(officeLog([...officeClaims(FOUR), ...delegations])).ready();
    ready.sign('zhang', 'draft');
    const wrong: string[] = [];
    let judged = 0;
    const goOn = (
      builder: CaseBuilder,
      left: readonly (typeof steps)[number][],
      taken: readonly string[],
      clean: boolean,
    ): void => {
      const [step, ...rest] = left;
      if (!step) {
        judged += 1;
        const releasable = gate({ crypto, caseId: CASE, events: builder.ofCase() }).state === 'releasable';
        if (releasable !== clean) wrong.push(taken.join());
        return;
      }
      for (const who of people) {
        const own = holders[step];
        const behind = who === own ? [who] : [who, own];
        const next = builder.fork();
        next.sign(who, step, who === own ? {} : { for: own });
        goOn(next, rest, [...taken, ...behind], clean && behind.every((name) => !taken.includes(name)));
      }
    };
    goOn(ready, steps, ['zhang'], true);
    expect([judged, wrong]).toEqual([125, []]);
  }, 60_000);
});

function permutations<T>(values: readonly T[]): T[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, i) => permutations(values.filter((_, j) => j !== i)).map((rest) => [value, ...rest]));
}
