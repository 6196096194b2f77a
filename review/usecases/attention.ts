import type { Attention } from '../contract.ts';
import { STEPS } from '../model/index.ts';
import { type EventOf, eventsOf } from '../workflow/case-facts.ts';
import type { GateResult, SignVerdict } from '../workflow/gate.ts';
import type { DeskParts } from './desk-parts.ts';
import { actorName, roleName } from './people-of.ts';

/** Returned, on its way again, or signed over something else than what is there; undefined when nothing of the kind holds. */
export function attentionOf(parts: DeskParts, caseId: string, result: GateResult): Attention | undefined {
  if (result.state === 'stale') return staleness(parts, result);
  const returns = eventsOf(result.graph.ordered, 'return');
  const last = returns.at(-1);
  const under = result.state === 'returned' || result.state.startsWith('awaiting-');
  if (!last || !under) return undefined;
  return {
    kind: result.state === 'returned' ? 'returned' : 'resubmitted',
    ...actOf(parts, last),
    words: parts.cases.text(caseId, last.body.data.reason),
    times: returns.length,
    voided: [],
  };
}

/** The newest signature that stands on something else than what is there now. */
export function newestVoid({ steps }: GateResult): SignVerdict | undefined {
  return steps
    .flatMap(({ signs }) => signs)
    .filter(({ rule }) => rule === 'present-subject')
    .reduce<SignVerdict | undefined>((last, one) => (last && last.sign.body.seq > one.sign.body.seq ? last : one), undefined);
}

const CHANGES = [
  'doc.add',
  'doc.remove',
  'doc.order',
  'scan.done',
  'finding.add',
  'finding.decide',
  'finding.undo',
  'unread.confirm',
] as const;

function staleness(parts: DeskParts, result: GateResult): Attention {
  const { graph, steps } = result;
  const newest = newestVoid(result);
  const acts = CHANGES.flatMap((type): readonly EventOf<(typeof CHANGES)[number]>[] => eventsOf(graph.ordered, type));
  const change = acts
    .filter((event) => newest === undefined || !graph.precedes(event.id, newest.sign.id))
    .reduce<(typeof acts)[number] | undefined>((last, one) => (last && last.body.seq > one.body.seq ? last : one), undefined);
  const voided = steps.flatMap(({ step, done, signs }) => {
    const last = done ? undefined : signs.at(-1);
    return last ? [`${actorName(parts.roster(), last.sign.body.actor)}（${STEPS[step]}）`] : [];
  });
  return {
    kind: 'stale',
    ...(change ? actOf(parts, change) : { by: '', role: '', at: '' }),
    words: newest?.why ?? '放行后内容有变',
    times: eventsOf(graph.ordered, 'return').length,
    voided,
  };
}

function actOf(
  parts: DeskParts,
  { body }: { readonly body: EventOf<'return' | 'doc.add'>['body'] | EventOf<(typeof CHANGES)[number]>['body'] },
) {
  return { by: actorName(parts.roster(), body.actor), role: roleName(body.actor.role), at: body.at };
}
