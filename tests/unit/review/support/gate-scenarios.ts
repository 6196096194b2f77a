/** What any gate must answer: every scenario is a story and the state it must end in. Wrong gates are caught by at least one. */
import { crypto } from '../../../../host/crypto.ts';
import type { Gate, GateResult } from '../../../../review/workflow/gate.ts';
import { ATTACHMENT_SCENARIOS } from './attachment-scenarios.ts';
import { CASE } from './case-builder.ts';
import { CONTENT_SCENARIOS } from './content-scenarios.ts';
import { DEPUTY_SCENARIOS } from './deputy-scenarios.ts';
import { OUTCOME_SCENARIOS } from './outcome-scenarios.ts';
import { QUARANTINE_SCENARIOS } from './quarantine-scenarios.ts';
import { RELEASE_SCENARIOS } from './release-scenarios.ts';
import type { Scenario } from './scenario.ts';
import { SIGNING_SCENARIOS } from './signing-scenarios.ts';

export const judged = (gate: Gate, { build, presentRules, damaged }: Omit<Scenario, 'story' | 'state' | 'why'>): GateResult =>
  gate({
    crypto,
    caseId: CASE,
    events: build().ofCase(),
    ...(presentRules === undefined ? {} : { presentRules }),
    ...(damaged === undefined ? {} : { damaged }),
  });

/** Stories in which the gate answers wrongly. */
export const wrongAnswers = (gate: Gate): readonly string[] =>
  SCENARIOS.filter((scenario) => {
    const { state, whyNot } = judged(gate, scenario);
    const { why } = scenario;
    return state !== scenario.state || (why !== undefined && !whyNot.some((sentence) => sentence.includes(why)));
  }).map(({ story }) => story);

export const SCENARIOS: readonly Scenario[] = [
  ...QUARANTINE_SCENARIOS,
  ...DEPUTY_SCENARIOS,
  ...SIGNING_SCENARIOS,
  ...CONTENT_SCENARIOS,
  ...RELEASE_SCENARIOS,
  ...ATTACHMENT_SCENARIOS,
  ...OUTCOME_SCENARIOS,
];
