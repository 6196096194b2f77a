/** 依申请公开: the register. One signed event an act; deadlines follow from the events and the calendar, never from a column. */
import { toHex } from '../chain/hex.ts';
import type { RequestAction, RequestView } from '../contract.ts';
import { fail, ok, type RequestResult, type Result, WITHOUT_REPLY } from '../model/index.ts';
import type { NewBlob, Signer } from '../ports.ts';
import { deadline } from '../workflow/deadlines.ts';
import { nextNumber } from '../workflow/numbering.ts';
import { ASK_DAYS } from '../workflow/request-clock.ts';
import { isCivilDate } from '../workflow/working-days.ts';
import { signerForAct } from './confirm-pin.ts';
import { type DeskParts, dateOf, type OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { jsonBlob, textBlob } from './new-blob.ts';
import { ownCode } from './own-code.ts';
import { type ReadRequest, readRequest } from './request-reader.ts';
import { requestActions, requestRow, requestView } from './request-view.ts';

type RequestCall =
  | 'request.list'
  | 'request.open'
  | 'request.receive'
  | 'request.notify'
  | 'request.amend'
  | 'request.ask'
  | 'request.reply'
  | 'request.extend'
  | 'request.link'
  | 'request.close'
  | 'request.letter';

type Draught = { readonly event: NewEvent; readonly blobs: readonly NewBlob[] };

export const requests: Feature<RequestCall> = {
  'request.list': (parts) =>
    ok(
      parts.ports.store.caseIds('request.receive').flatMap((id) => {
        const read = readRequest(parts, id);
        return read.ok ? [requestRow(parts, id, read.data.facts)] : [];
      }),
    ),
  'request.open': (parts, input, session) => requestView(parts, input.request, session.person),
  'request.receive': (parts, input, session) => {
    const late = notYet(parts, input.on, '收到日期');
    if (late) return late;
    const { ports } = parts;
    const id = `r-${toHex(ports.random.bytes(16))}`;
    const person = jsonBlob(ports, id, { name: input.name, contact: input.contact });
    const content = textBlob(ports, id, input.content);
    const { applicant, by, reply, on } = input;
    const number = nextNumber(takenNumbers(parts), ports.clock.now().at, 'SQ', ownCode(parts));
    const data = { number, applicant, person: person.commitment, content: content.commitment, by, reply, on };
    const event: NewEvent = { type: 'request.receive', case: id, data };
    const written = parts.journal.append(actorOf(session, session.signer), [event], [], [person, content]);
    return written.ok ? requestView(parts, id, session.person) : written;
  },
  'request.notify': (parts, input, session) =>
    act(parts, session, input.request, 'notify', ({ facts }) => {
      const late = notYet(parts, input.on, '告知日期', facts.receive.body.data.on);
      if (late) return late;
      if (!isCivilDate(input.due) || input.due <= input.on) return dateInvalid('补正期限要晚于告知日期');
      const missing = textBlob(parts.ports, input.request, input.missing);
      const data = { missing: missing.commitment, on: input.on, due: input.due };
      return ok({ event: { type: 'request.notify', case: input.request, data }, blobs: [missing] });
    }),
  'request.amend': (parts, input, session) =>
    act(parts, session, input.request, 'amend', ({ facts }) => {
      const late = notYet(parts, input.on, '收到补正日期', facts.notify?.body.data.on);
      if (late) return late;
      const content = textBlob(parts.ports, input.request, input.content);
      const data = { content: content.commitment, on: input.on };
      return ok({ event: { type: 'request.amend', case: input.request, data }, blobs: [content] });
    }),
  'request.ask': (parts, input, session) =>
    act(parts, session, input.request, 'ask', ({ facts }) => {
      const late = notYet(parts, input.on, '送达日期', facts.receive.body.data.on);
      if (late) return late;
      const whom = textBlob(parts.ports, input.request, input.whom);
      const matter = textBlob(parts.ports, input.request, input.matter);
      const { on: due } = deadline(input.on, input.on, ASK_DAYS, parts.calendar());
      const data = { about: input.about, whom: whom.commitment, matter: matter.commitment, on: input.on, due };
      return ok({ event: { type: 'request.ask', case: input.request, data }, blobs: [whom, matter] });
    }),
  'request.reply': (parts, input, session) =>
    act(parts, session, input.request, 'reply', ({ facts }) => {
      const asked = facts.asks.find(({ ask, reply }) => ask.id === input.of && !reply)?.ask.body.data;
      if (!asked) return fail('changed-meanwhile', '没有登记：这一项已经登记过了。请刷新后核对。');
      const late = notYet(parts, input.on, '答复日期', asked.on);
      if (late) return late;
      if (input.outcome === 'silent' && input.on <= asked.due) {
        return fail('not-now', `没有登记：对方的答复期限到${asked.due}，还没有过。`);
      }
      const reply = textBlob(parts.ports, input.request, input.reply);
      const data = { of: input.of, outcome: input.outcome, reply: reply.commitment, on: input.on };
      return ok({ event: { type: 'request.reply', case: input.request, data }, blobs: [reply] });
    }),
  'request.extend': (parts, input, session) =>
    signedAct(parts, session, input, 'extend', ({ facts }) => {
      const late = notYet(parts, input.told, '告知申请人的日期', facts.receive.body.data.on);
      if (late) return late;
      const reason = textBlob(parts.ports, input.request, input.reason);
      const data = { reason: reason.commitment, told: input.told };
      return ok({ event: { type: 'request.extend', case: input.request, data }, blobs: [reason] });
    }),
  'request.link': (parts, input, session) =>
    act(parts, session, input.request, 'link', ({ facts }) => {
      const reply = parts.cases.read(input.case);
      if (!reply.ok || !reply.data.facts.create) return fail('case-missing', '没有这一件审查件，没有关联。请刷新。');
      if (reply.data.facts.create.body.data.attribute !== 'on-request') {
        return fail('not-now', '没有关联：答复件的公开属性应登记为依申请公开。');
      }
      if (facts.replies.includes(input.case)) return fail('not-now', '没有关联：这一件已经关联过了。');
      return ok({ event: { type: 'request.draft', case: input.request, data: { reply: input.case } }, blobs: [] });
    }),
  'request.close': (parts, input, session) =>
    signedAct(parts, session, input, 'close', (read) => {
      const late = notYet(parts, input.on, '答复日期', read.facts.receive.body.data.on);
      if (late) return late;
      const why = closeWhy(parts, read, input.result);
      if (why) return fail('not-now', `没有办结：${why}。`);
      const grounds = textBlob(parts.ports, input.request, input.grounds);
      const data = { result: input.result, grounds: grounds.commitment, on: input.on };
      return ok({ event: { type: 'request.close', case: input.request, data }, blobs: [grounds] });
    }),
  'request.letter': (parts, input) => {
    const read = readRequest(parts, input.request);
    if (!read.ok) return read;
    const ask = read.data.facts.asks.find(({ ask: { id } }) => id === input.of)?.ask.body.data;
    if (!ask) return fail('case-missing', '没有这一次征求意见。请刷新。');
    const text = (of: string): string => parts.cases.text(input.request, of);
    return parts.ports.exporters.consultLetter({
      office: parts.roster().now?.office ?? '',
      number: read.data.facts.receive.body.data.number,
      about: ask.about,
      whom: text(ask.whom),
      matter: text(ask.matter),
      days: ASK_DAYS,
      on: dateOf(parts.ports.clock.now().at),
    });
  },
};

/** Why an application cannot be closed with this result; undefined when it can. */
function closeWhy(parts: DeskParts, { facts }: ReadRequest, result: RequestResult): string | undefined {
  if (result === 'other-unamended') {
    const due = facts.notify?.body.data.due;
    if (facts.state !== 'amending' || due === undefined) return '没有告知过补正，或已经补正';
    return dateOf(parts.ports.clock.now().at) > due ? undefined : `补正期限到${due}，还没有过`;
  }
  if (facts.state === 'amending') return '正在等申请人补正';
  if (WITHOUT_REPLY.includes(result)) return undefined;
  const states = facts.replies.map((reply) => parts.cases.read(reply)).map((read) => (read.ok ? read.data.state : undefined));
  if (states.length === 0) return '还没有关联答复件；答复和其他稿件一样要先审查';
  return states.some((state) => state === 'released' || state === 'published') ? undefined : '答复件还没有放行';
}

const todayOf = (parts: DeskParts): string => dateOf(parts.ports.clock.now().at);
const dateInvalid = (what: string): Result<never> => fail('date-invalid', `日期不对：${what}。没有登记，请改正。`);

function notYet(parts: DeskParts, on: string, what: string, since = ''): Result<never> | undefined {
  if (!isCivilDate(on) || on > todayOf(parts)) return dateInvalid(`${what}要是已经到了的日期`);
  return on < since ? dateInvalid(`${what}不能早于${since}`) : undefined;
}

function takenNumbers(parts: DeskParts): readonly string[] {
  return parts.ports.store.caseIds('request.receive').flatMap((id) => {
    const read = readRequest(parts, id);
    return read.ok ? [read.data.facts.receive.body.data.number] : [];
  });
}

const actorOf = ({ person }: OpenSession, signer: Signer) => ({ p: person.id, role: person.role, signer });

/** The application when the person may do this now. Codes: case-missing, not-now. */
function allowed(parts: DeskParts, session: OpenSession, id: string, action: RequestAction): Result<ReadRequest> {
  const read = readRequest(parts, id);
  if (!read.ok) return read;
  const { enabled, why } = requestActions(parts, read.data.facts, session.person)[action];
  return enabled ? read : fail('not-now', `没有办理：${why}。`);
}

function act(
  parts: DeskParts,
  session: OpenSession,
  id: string,
  action: RequestAction,
  draw: (read: ReadRequest) => Result<Draught>,
  signer: Signer = session.signer,
): Result<RequestView> {
  const read = allowed(parts, session, id, action);
  if (!read.ok) return read;
  const drawn = draw(read.data);
  if (!drawn.ok) return drawn;
  const written = parts.journal.append(actorOf(session, signer), [drawn.data.event], read.data.graph.heads, drawn.data.blobs);
  return written.ok ? requestView(parts, id, session.person) : written;
}

/** The same with a PIN: what is wrong is said before it is asked for, and checked again after. */
async function signedAct(
  parts: DeskParts,
  session: OpenSession,
  input: { readonly request: string; readonly pin: string },
  action: RequestAction,
  draw: (read: ReadRequest) => Result<Draught>,
): Promise<Result<RequestView>> {
  const read = allowed(parts, session, input.request, action);
  const first = read.ok ? draw(read.data) : read;
  if (!first.ok) return first;
  const signer = await signerForAct(parts, session, input.pin);
  return signer.ok ? act(parts, session, input.request, action, draw, signer.data) : signer;
}
