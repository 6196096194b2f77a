import { describe, expect, test } from 'vitest';
import { crypto } from '../../../../host/crypto.ts';
import { STEP_ORDER, type Step } from '../../../../review/model/index.ts';
import { gate, makeGate } from '../../../../review/workflow/gate.ts';
import { RELEASE_RULES, SIGN_RULES } from '../../../../review/workflow/gate-rules.ts';
import { ALL_ROLES, CASE, CaseBuilder, officeClaims, officeLog } from '../support/case-builder.ts';
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

describe('wrong gates are caught', () => {
  const without = <T extends { readonly name: string }>(rules: readonly T[], name: string): readonly T[] =>
    rules.filter((rule) => rule.name !== name);
  const mutants = [
    ...SIGN_RULES.map(({ name }) => [`without sign rule ${name}`, makeGate(without(SIGN_RULES, name), RELEASE_RULES)] as const),
    ...RELEASE_RULES.map(
      ({ name }) => [`without release rule ${name}`, makeGate(SIGN_RULES, without(RELEASE_RULES, name))] as const,
    ),
    ['that lets everything through', makeGate([], [])] as const,
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

function permutations<T>(values: readonly T[]): T[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, i) => permutations(values.filter((_, j) => j !== i)).map((rest) => [value, ...rest]));
}
