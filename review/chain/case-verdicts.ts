import type { VerifyReport } from '../contract.ts';
import { STEPS } from '../model/index.ts';
import type { Crypto } from '../ports.ts';
import { type GateResult, gate } from '../workflow/gate.ts';
import type { ChainEvent } from './event.ts';
import type { Journal } from './journal.ts';
import type { Sliced } from './sliced.ts';

type Problem = VerifyReport['problems'][number];

/** What the log alone says of its cases. */
export interface CaseVerdicts {
  readonly verdicts: VerifyReport['cases'];
  /** Signatures that no longer count, with the reason: shown, never hidden. */
  readonly stale: VerifyReport['stale'];
  readonly problems: readonly Problem[];
}

/** Judges every case of a journal with the product's own gate, some cases a slice. `forked`: cases that stand in a fork. */
export function* judgeCases(crypto: Crypto, journal: Journal, forked: ReadonlySet<string>): Sliced<CaseVerdicts> {
  const byCase = new Map<string, ChainEvent[]>();
  for (const event of journal.events) {
    if (event.body.case === '-') continue;
    const known = byCase.get(event.body.case);
    if (known) known.push(event);
    else byCase.set(event.body.case, [event]);
  }
  const verdicts: VerifyReport['cases'][number][] = [];
  const stale: VerifyReport['stale'][number][] = [];
  const problems: Problem[] = [];
  for (const [caseId, events] of byCase) {
    if (verdicts.length % CASES_A_SLICE === 0) yield { phase: '正在核对签批', ratio: verdicts.length / byCase.size };
    const result = gate({ crypto, caseId, events, damaged: forked.has(caseId) });
    // A register entry of 依申请公开 has no signatures to judge; that it is whole is judged like a case.
    if (events[0]?.body.type === 'request.receive') {
      problems.push(...problemsOf(result, events[0].body.seq));
      continue;
    }
    const number = result.facts.create?.body.data.number ?? caseId;
    verdicts.push({ number, state: result.state, whyNot: result.whyNot });
    stale.push(...staleOf(number, result));
    problems.push(...problemsOf(result, events[0]?.body.seq ?? 0));
  }
  return { verdicts, stale, problems };
}

const CASES_A_SLICE = 10;

const staleOf = (number: string, { steps }: GateResult): VerifyReport['stale'] =>
  steps.flatMap(({ step, signs }) =>
    signs
      .filter(({ counts }) => !counts)
      .map(({ sign, why = '' }) => ({ number, seq: sign.body.seq, step: STEPS[step], by: sign.body.actor.p, why })),
  );

function problemsOf({ graph, falseReleases }: GateResult, first: number): Problem[] {
  const problems: Problem[] = [];
  if (!graph.complete) problems.push({ seq: first, message: `第${first}条起的一件缺少前序记录` });
  for (const { body } of falseReleases) {
    problems.push({ seq: body.seq, message: `第${body.seq}条：放行时签批并不完整，放行不成立` });
  }
  return problems;
}
