import type { CaseRow, Deadline } from '../contract.ts';
import { type Attribute, fail, type Level, ok, type Result } from '../model/index.ts';
import { type EventOf, eventsOf } from '../workflow/case-facts.ts';
import { DISCLOSURE_DAYS, deadline } from '../workflow/deadlines.ts';
import { newestOf } from '../workflow/documents.ts';
import type { GateResult } from '../workflow/gate.ts';
import { daysBetween } from '../workflow/working-days.ts';
import { attentionOf } from './attention.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import { turnOf, waitsOf } from './pending-views.ts';
import { nameOf, namesForRole, namesForStep } from './people-of.ts';
import { replyClock } from './request-reader.ts';

const STEP_WORK = { draft: '处置', head: '处室审核', secrecy: '保密审查', approve: '签发' } as const;

/** The row of a case as lists and forms show it. Code: case-damaged when not even its registration can be read. */
export function caseRow(parts: DeskParts, caseId: string, result: GateResult): Result<CaseRow> {
  const { create, main, documents, numbers, decisions } = result.facts;
  if (!create) return fail('case-damaged', '这一件的登记记录无法读取，可能被改动过。请做日志核验。');
  const roster = parts.roster();
  const today = dateOf(parts.ports.clock.now().at);
  const published = result.publications[0]?.body.data.on;
  const drafter = create.body.actor.p;
  const attention = attentionOf(parts, caseId, result);
  const waits = waitsOf(parts, result);
  const turn = turnOf(parts, result);
  const counts = countsOf(result);
  return ok({
    id: caseId,
    number: create.body.data.number,
    title: parts.cases.text(caseId, create.body.data.title),
    department: roster.now?.people.get(drafter)?.department ?? '',
    drafter: nameOf(roster, drafter),
    attribute: create.body.data.attribute,
    state: result.state,
    next: nextWords(parts, result, drafter),
    ...(result.nextStep ? { nextStep: result.nextStep } : {}),
    waitingDays: Math.max(0, daysBetween(waitingSince(result), today)),
    deadline: deadlineOf(parts, caseId, create, published ?? today),
    counts: { ...counts, total: numbers.length, decided: numbers.filter((number) => decisions.has(number)).length },
    version: newestOf(main)?.version ?? 0,
    ...(documents.length > 1 ? { attachments: documents.length - 1 } : {}),
    updatedAt: result.graph.ordered.at(-1)?.body.at ?? create.body.at,
    ...(attention ? { attention } : {}),
    ...(waits.length > 0 ? { waits } : {}),
    ...(turn.length > 0 ? { turnOf: turn } : {}),
    ...(create.body.data.sample ? { sample: true as const } : {}),
  });
}

/** Findings of the newest versions by level: of the scans and of people. */
function countsOf({ facts: { documents, marks } }: GateResult): Readonly<Record<Level, number>> {
  const count = (of: Level): number => {
    const found = documents.reduce((sum, { scan }) => sum + (scan?.body.data.counts[of] ?? 0), 0);
    return found + marks.filter(({ body }) => body.data.level === of).length;
  };
  return { block: count('block'), review: count('review'), notice: count('notice') };
}

/** A reply runs by the clock of the application it answers (条例 33), everything else by its own 20 working days. */
function deadlineOf(parts: DeskParts, caseId: string, create: EventOf<'case.create'>, asOf: string): Deadline {
  const { attribute, createdOn } = create.body.data;
  const answer = attribute === 'on-request' ? replyClock(parts, caseId)?.deadline : undefined;
  if (answer) return answer;
  const own = deadline(createdOn, asOf, DISCLOSURE_DAYS, parts.calendar());
  return { ...own, clock: clockWords(attribute, createdOn) };
}

/** Which clock the deadline is, and what it rests on. */
function clockWords(attribute: Attribute, createdOn: string): string {
  const days = `自生成日期${createdOn}的次日起${DISCLOSURE_DAYS}个工作日`;
  if (attribute === 'on-request') return `依申请公开：还没有关联申请，先按${days}提示；关联后以申请的答复期限为准`;
  return `主动公开：${days}（《政府信息公开条例》第二十六条）`;
}

function nextWords(parts: DeskParts, result: GateResult, drafter: string): string {
  const { nextStep, state } = result;
  const roster = parts.roster();
  if (state === 'conflict') return `${nameOf(roster, drafter)}、${namesForRole(roster, 'reviewer')} 处理冲突`;
  if (nextStep) {
    const work = nextStep === 'draft' && result.contentWhyNot.length === 0 ? '提交' : STEP_WORK[nextStep];
    return `${namesForStep(roster, nextStep, drafter, dateOf(parts.ports.clock.now().at))} ${work}`;
  }
  if (state === 'taken-down') return `${namesForRole(roster, 'reviewer')} 复审`;
  if (state === 'referred' || state === 'consulting') {
    const sent = waitsOf(parts, result).length > 0;
    return sent ? `等${state === 'referred' ? '上级' : ''}答复` : `${namesForRole(roster, 'reviewer')} 送上级`;
  }
  if (state === 'held') return '等恢复办理';
  if (state === 'releasable') return `${nameOf(roster, drafter)} 放行`;
  return state === 'released' ? `${nameOf(roster, drafter)} 发布登记` : '';
}

/** Civil date on which the case came to whoever has it now: the newest act that passed it on. */
function waitingSince({ graph, facts, countedSigns }: GateResult): string {
  const passing = [
    facts.create,
    ...eventsOf(graph.ordered, 'sign').filter((sign) => countedSigns.includes(sign.id)),
    ...eventsOf(graph.ordered, 'return'),
    ...eventsOf(graph.ordered, 'release'),
    ...(['hold', 'refer', 'consult.open', 'takedown', 'reexamine', 'submission.recall'] as const).flatMap(
      (type): readonly EventOf<typeof type>[] => eventsOf(graph.ordered, type),
    ),
    ...eventsOf(graph.ordered, 'publish.record'),
  ].filter((event) => event !== undefined);
  const newest = passing.reduce((last, event) => (event.body.seq > last.body.seq ? event : last));
  return dateOf(newest.body.at);
}
