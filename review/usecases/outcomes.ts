/** 撤回, 暂缓, 送上级确定, 征求意见, 撤下, 复审: one signed event each, with its reason. */
import type { ActionName, CaseView } from '../contract.ts';
import { CONSULTATIONS, fail, ok, type Result, STATUTORY_CONSULTATIONS, STEP_ROLE } from '../model/index.ts';
import type { NewBlob } from '../ports.ts';
import { deadline } from '../workflow/deadlines.ts';
import type { GateResult } from '../workflow/gate.ts';
import { openOf } from '../workflow/pending.ts';
import { isCivilDate } from '../workflow/working-days.ts';
import { deputyOnHold } from './actions.ts';
import { allowedNow } from './allowed-now.ts';
import { caseView } from './case-view.ts';
import { signerForAct } from './confirm-pin.ts';
import { type DeskParts, dateOf, type OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';
import { standingOf } from './standing.ts';

/** 条例 32, 34; the others have no figure of their own. */
const STATUTORY_DAYS = 15;
const OTHER_DAYS = 5;

type OutcomeCall =
  | 'chain.recall'
  | 'chain.hold'
  | 'chain.resume'
  | 'chain.refer'
  | 'chain.answer'
  | 'chain.takeDown'
  | 'chain.reexamine'
  | 'consult.open'
  | 'consult.close';

interface Act {
  readonly case: string;
  readonly pin: string;
}
type Draught = { readonly event: NewEvent; readonly blobs: readonly NewBlob[] };

export const outcomes: Feature<OutcomeCall> = {
  'chain.recall': (parts, input, session) =>
    act(parts, session, input, 'recall', () => reasoned(parts, 'submission.recall', input)),
  'chain.reexamine': (parts, input, session) =>
    act(parts, session, input, 'reexamine', () => reasoned(parts, 'reexamine', input)),
  'chain.hold': (parts, input, session) =>
    act(parts, session, input, 'hold', () => {
      const today = todayOf(parts);
      if (!isCivilDate(input.until) || input.until <= today) return dateInvalid('再议日期要晚于今天');
      const reason = textBlob(parts.ports, input.case, input.reason);
      const data = { reason: reason.commitment, until: input.until };
      return ok({ event: { type: 'hold', case: input.case, data }, blobs: [reason] });
    }),
  'chain.resume': (parts, input, session) =>
    act(parts, session, input, 'resume', ({ graph }) => {
      if (!openOf(graph, 'hold').some(({ id }) => id === input.of)) return GONE;
      const reason = textBlob(parts.ports, input.case, input.reason);
      const data = { of: input.of, reason: reason.commitment };
      return ok({ event: { type: 'hold.end', case: input.case, data }, blobs: [reason] });
    }),
  'chain.refer': (parts, input, session) =>
    act(parts, session, input, 'refer', () => {
      const late = notYet(parts, input.on, '报送日期');
      if (late) return late;
      const whom = textBlob(parts.ports, input.case, input.whom);
      const question = textBlob(parts.ports, input.case, input.question);
      const data = { whom: whom.commitment, question: question.commitment, on: input.on };
      return ok({ event: { type: 'refer', case: input.case, data }, blobs: [whom, question] });
    }),
  'chain.answer': (parts, input, session) =>
    act(parts, session, input, 'answer', ({ graph }) => {
      const asked = openOf(graph, 'refer').find(({ id }) => id === input.of);
      if (!asked) return GONE;
      const late = notYet(parts, input.on, '答复日期', asked.body.data.on);
      if (late) return late;
      const number = textBlob(parts.ports, input.case, input.number);
      const answer = textBlob(parts.ports, input.case, input.answer);
      const { of, on, outcome } = input;
      const data = { of, number: number.commitment, on, outcome, answer: answer.commitment };
      return ok({ event: { type: 'refer.answer', case: input.case, data }, blobs: [number, answer] });
    }),
  'chain.takeDown': (parts, input, session) =>
    act(parts, session, input, 'takeDown', ({ release }) => {
      const late = notYet(parts, input.on, '撤下日期', dateOf(release?.body.at ?? ''));
      if (late) return late;
      const reason = textBlob(parts.ports, input.case, input.reason);
      const data = { reason: reason.commitment, on: input.on };
      return ok({ event: { type: 'takedown', case: input.case, data }, blobs: [reason] });
    }),
  'consult.open': (parts, input, session) =>
    act(parts, session, input, 'consult', () => {
      const late = notYet(parts, input.on, '送达日期');
      if (late) return late;
      const days = STATUTORY_CONSULTATIONS.includes(input.about) ? STATUTORY_DAYS : OTHER_DAYS;
      const due = input.due ?? deadline(input.on, input.on, days, parts.calendar()).on;
      if (!isCivilDate(due) || due < input.on) return dateInvalid('答复期限要在送达日期之后');
      const whom = textBlob(parts.ports, input.case, input.whom);
      const question = textBlob(parts.ports, input.case, input.question);
      const { about, on } = input;
      const data = { about, whom: whom.commitment, question: question.commitment, on, due };
      return ok({ event: { type: 'consult.open', case: input.case, data }, blobs: [whom, question] });
    }),
  'consult.close': (parts, input, session) =>
    act(parts, session, input, 'reply', ({ graph }) => {
      const asked = openOf(graph, 'consult.open').find(({ id }) => id === input.of);
      if (!asked) return GONE;
      const late = notYet(parts, input.on, '答复日期', asked.body.data.on);
      if (late) return late;
      const { about, due } = asked.body.data;
      if (input.outcome === 'silent' && input.on <= due) {
        return fail('not-now', `没有登记：${CONSULTATIONS[about]}的答复期限到${due}，还没有过。`);
      }
      const reply = textBlob(parts.ports, input.case, input.reply);
      const { of, outcome, on } = input;
      const data = { of, outcome, reply: reply.commitment, on };
      return ok({ event: { type: 'consult.close', case: input.case, data }, blobs: [reply] });
    }),
};

/** What somebody may also do for the one they deputise for: to stop a case, and to let it go on. */
const AS_DEPUTY: readonly ActionName[] = ['hold', 'resume', 'refer', 'answer'];

const GONE = fail('changed-meanwhile', '没有登记：这一项已经登记过了。请刷新后核对。');
const todayOf = (parts: DeskParts): string => dateOf(parts.ports.clock.now().at);
const dateInvalid = (what: string): Result<never> => fail('date-invalid', `日期不对：${what}。没有登记，请改正。`);

function reasoned(
  parts: DeskParts,
  type: 'submission.recall' | 'reexamine',
  input: Act & { readonly reason: string },
): Result<Draught> {
  const reason = textBlob(parts.ports, input.case, input.reason);
  return ok({ event: { type, case: input.case, data: { reason: reason.commitment } }, blobs: [reason] });
}

/** A day that something happened on: it exists, has come, and is not before what it answers. */
function notYet(parts: DeskParts, on: string, what: string, since = ''): Result<never> | undefined {
  if (!isCivilDate(on) || on > todayOf(parts)) return dateInvalid(`${what}要是已经到了的日期`);
  return on < since ? dateInvalid(`${what}不能早于${since}`) : undefined;
}

/** Allowed now, PIN, still allowed after the PIN was checked, one event. */
async function act(
  parts: DeskParts,
  session: OpenSession,
  input: Act,
  action: ActionName,
  draw: (result: GateResult) => Result<Draught>,
): Promise<Result<CaseView>> {
  const before = allowedNow(parts, session, input.case, action);
  if (!before.ok) return before;
  // What is wrong with the form is said before a PIN is checked.
  const first = draw(before.data);
  if (!first.ok) return first;
  const signer = await signerForAct(parts, session, input.pin);
  if (!signer.ok) return signer;
  const now = allowedNow(parts, session, input.case, action);
  if (!now.ok) return now;
  const drawn = draw(now.data);
  if (!drawn.ok) return drawn;
  const { person } = session;
  const standing = AS_DEPUTY.includes(action) ? standingOf(parts, now.data, person) : undefined;
  const deputy = deputyOnHold(now.data, person, standing);
  const role = deputy ? STEP_ROLE[deputy.step] : person.role;
  const actor = { p: person.id, role, signer: signer.data, ...(deputy?.for === undefined ? {} : { for: deputy.for }) };
  const written = parts.journal.append(actor, [drawn.data.event], now.data.graph.heads, drawn.data.blobs);
  return written.ok ? caseView(parts, input.case, person) : written;
}
