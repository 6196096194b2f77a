/** Holds, referrals and consultations as the screens and forms show them. */
import type { EventBody } from '../chain/event.ts';
import type { PendingView, Wait } from '../contract.ts';
import { CONSULT_OUTCOMES, CONSULTATIONS, type Consultation, REFER_OUTCOMES, type Role } from '../model/index.ts';
import { deadline } from '../workflow/deadlines.ts';
import type { GateResult } from '../workflow/gate.ts';
import { openOf, pairsOf, takedownInForce } from '../workflow/pending.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import { actorName } from './people-of.ts';

const HOLD = '暂缓公开';
const REFER = '送上级确定';
const consultName = (about: Consultation): string =>
  (about === 'legal' || about === 'competition' ? '' : '征求意见：') + CONSULTATIONS[about];

/** What an unanswered letter means (条例 32, 34); never consent of one's own people. */
const silenceOf = (about: Consultation): string => {
  if (about === 'co-producer') return '逾期未答复视为同意公开（条例第三十四条）';
  if (about === 'third-party') return '逾期未答复的，由本机关依规定决定是否公开（条例第三十二条）';
  return '逾期未答复不等于同意';
};

/** Everything that was opened in a case, newest first; closed ones with what was answered. */
export function pendingViews(parts: DeskParts, caseId: string, { graph }: GateResult): readonly PendingView[] {
  const text = (of: string): string => parts.cases.text(caseId, of);
  const by = (actor: EventBody['actor']): string => actorName(parts.roster(), actor);
  const today = dateOf(parts.ports.clock.now().at);
  const holds = pairsOf(graph, 'hold').map(({ opened: { id, body }, closed }): PendingView => {
    const base = { id, kind: 'hold', name: HOLD, whom: '', words: text(body.data.reason), silence: '' } as const;
    const end = closed && {
      by: by(closed.body.actor),
      at: closed.body.at,
      outcome: '恢复办理',
      number: '',
      on: dateOf(closed.body.at),
      words: text(closed.body.data.reason),
    };
    return { ...base, by: by(body.actor), at: body.at, due: body.data.until, ...(end ? { closed: end } : {}) };
  });
  const referrals = pairsOf(graph, 'refer').map(({ opened: { id, body }, closed }): PendingView => {
    const base = {
      id,
      kind: 'refer',
      name: REFER,
      whom: text(body.data.whom),
      words: text(body.data.question),
      silence: '',
    } as const;
    const end = closed && {
      by: by(closed.body.actor),
      at: closed.body.at,
      outcome: REFER_OUTCOMES[closed.body.data.outcome],
      number: text(closed.body.data.number),
      on: closed.body.data.on,
      words: text(closed.body.data.answer),
    };
    return { ...base, by: by(body.actor), at: body.at, due: '', ...(end ? { closed: end } : {}) };
  });
  const consultations = pairsOf(graph, 'consult.open').map(({ opened: { id, body }, closed }): PendingView => {
    const { about, whom, question, on, due } = body.data;
    const base = { id, kind: 'consult', name: consultName(about), whom: text(whom), words: text(question) } as const;
    const end = closed && {
      by: by(closed.body.actor),
      at: closed.body.at,
      outcome: CONSULT_OUTCOMES[closed.body.data.outcome],
      number: '',
      on: closed.body.data.on,
      words: text(closed.body.data.reply),
    };
    const left = deadlineTo(parts, on, due, today);
    return {
      ...base,
      by: by(body.actor),
      at: body.at,
      due,
      silence: silenceOf(about),
      ...(end ? { closed: end } : { deadline: left }),
    };
  });
  return [...holds, ...referrals, ...consultations].sort((a, b) => b.at.localeCompare(a.at));
}

function deadlineTo(parts: DeskParts, from: string, due: string, today: string) {
  const calendar = parts.calendar();
  const left = deadline(due, today, 0, calendar);
  return { ...left, estimated: left.estimated || !calendar.covers(from) };
}

/** What a case waits for, in words that quote nothing of it. */
export function waitsOf(parts: DeskParts, { graph, state }: GateResult): readonly Wait[] {
  if (['withdrawn', 'refused', 'released', 'published'].includes(state)) return [];
  const today = dateOf(parts.ports.clock.now().at);
  const dated = (due: string): Pick<Wait, 'due' | 'left'> => ({ due, left: deadline(due, today, 0, parts.calendar()).left });
  return [
    ...(takedownInForce(graph) ? [{ kind: 'taken-down', name: '待复审', due: '' } as const] : []),
    ...openOf(graph, 'hold').map(({ body }): Wait => ({ kind: 'hold', name: HOLD, ...dated(body.data.until) })),
    ...openOf(graph, 'refer').map((): Wait => ({ kind: 'refer', name: REFER, due: '' })),
    ...openOf(graph, 'consult.open').map(
      ({ body }): Wait => ({ kind: 'consult', name: consultName(body.data.about), ...dated(body.data.due) }),
    ),
  ];
}

/** Roles to act where no signature is due; empty while nobody can do anything but wait. */
export function turnOf(parts: DeskParts, result: GateResult): readonly Role[] {
  const today = dateOf(parts.ports.clock.now().at);
  const { graph, state } = result;
  if (state === 'taken-down') return ['reviewer'];
  if (state === 'held')
    return openOf(graph, 'hold').some(({ body }) => body.data.until <= today) ? ['head', 'reviewer', 'leader'] : [];
  if (state === 'referred') return ['reviewer'];
  return state === 'consulting' ? ['drafter', 'reviewer'] : [];
}
