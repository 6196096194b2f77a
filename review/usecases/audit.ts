import { type EventBody, readBody } from '../chain/event.ts';
import { toHex } from '../chain/hex.ts';
import { encodeUtf8 } from '../chain/utf8.ts';
import type { AuditLog, AuditRow, Parsed } from '../contract.ts';
import { type AuditGroup, ok } from '../model/index.ts';
import { GROUP_TYPES } from './audit-groups.ts';
import { asJob } from './checked-journal.ts';
import { signerForAct } from './confirm-pin.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { verifiedNow } from './log.ts';
import { textBlob } from './new-blob.ts';
import { actorName, nameOf } from './people-of.ts';
import { quarantineNow } from './quarantine-now.ts';
import { someDocument, timelineEntry } from './timeline.ts';

/** Rows a page, and how many events are looked at for one: a filter that fits little must not hold up the calls. */
const PAGE = 200;
const LOOKED_AT = 4000;

export const audit: Feature<'audit.log' | 'audit.review'> = {
  'audit.log': (parts, input) => ok(auditLog(parts, input)),
  'audit.review': (parts, input, session) =>
    asJob(parts, input.job, async (control) => {
      const signer = await signerForAct(parts, session, input.pin);
      if (!signer.ok) return signer;
      const verified = await verifiedNow(parts, control, input.codes ? { codes: input.codes } : {});
      if (!verified.ok) return verified;
      const mark = parts.journal.presentCheckpoint();
      if (!mark.ok) return mark;
      const remark = textBlob(parts.ports, '-', input.remark);
      const { valid, problems } = verified.data;
      const note = toHex(parts.ports.crypto.sha256(encodeUtf8(mark.data.note)));
      const data = { size: mark.data.seq, note, valid, problems: problems.length, remark: remark.commitment };
      const event: NewEvent = { type: 'audit.review', case: '-', data };
      const actor = { p: session.person.id, role: session.person.role, signer: signer.data };
      const written = parts.journal.append(actor, [event], [], [remark]);
      return written.ok ? verified : written;
    }),
};

/** One page of the log, newest first. Reasons, titles and addresses are left out: the auditor sees that, who and when (workflow.md §5). */
function auditLog(parts: DeskParts, input: Parsed<'audit.log'>): AuditLog {
  const { store } = parts.ports;
  const types = input.group === 'all' ? undefined : GROUP_TYPES[input.group];
  const looked = store.newestFirst({
    limit: LOOKED_AT,
    ...(input.before ? { before: input.before } : {}),
    ...(types ? { types } : {}),
  });
  const { flagged } = quarantineNow(store, parts.crypto, parts.roster());
  const rows: AuditRow[] = [];
  let last: number | undefined;
  for (const { position, event } of looked) {
    if (rows.length === PAGE) break;
    last = position;
    const body = readBody(event.body);
    if (!body.ok || !wanted(body.data, input)) continue;
    rows.push({
      ...timelineEntry(body.data, wordingOf(parts), flagged({ id: event.id, body: body.data }).quarantine),
      position,
      number: numberOf(parts, event.caseId),
      ws: body.data.ws,
    });
  }
  const more = last !== undefined && (rows.length === PAGE || looked.length === LOOKED_AT);
  const reviewed = reviewedUpTo(parts);
  return {
    rows,
    ...(more ? { before: last } : {}),
    counts: countsOf(store.countByType()),
    people: [...(parts.roster().now?.people.values() ?? [])].map(({ id, name }) => ({ id, name })),
    ...(reviewed ? { reviewed } : {}),
    events: Object.values(store.countByType()).reduce((sum, count) => sum + count, 0),
  };
}

const wanted = (body: { readonly actor: { readonly p: string }; readonly at: string }, input: Parsed<'audit.log'>): boolean => {
  const on = dateOf(body.at);
  if (input.person !== undefined && body.actor.p !== input.person) return false;
  return (input.from === undefined || on >= input.from) && (input.to === undefined || on <= input.to);
};

const wordingOf = (parts: DeskParts) => ({
  text: () => '',
  name: (person: string) => nameOf(parts.roster(), person),
  actor: (actor: EventBody['actor']) => actorName(parts.roster(), actor),
  document: someDocument,
});

function numberOf(parts: DeskParts, caseId: string): string {
  const read = caseId === '-' ? undefined : parts.cases.read(caseId);
  return read?.ok ? (read.data.facts.create?.body.data.number ?? '') : '';
}

function countsOf(byType: Readonly<Record<string, number>>): Record<AuditGroup, number> {
  const sum = (types: readonly string[]): number => types.reduce((total, type) => total + (byType[type] ?? 0), 0);
  const groups = Object.entries(GROUP_TYPES).map(([group, types]) => [group, sum(types)] as const);
  return { all: sum(Object.keys(byType)), ...Object.fromEntries(groups) } as Record<AuditGroup, number>;
}

function reviewedUpTo({ ports: { store } }: DeskParts): AuditLog['reviewed'] {
  const newest = store.newestOf('audit.review');
  const body = newest && readBody(newest.body);
  return body?.ok && body.data.type === 'audit.review' ? { size: body.data.data.size, at: body.data.at } : undefined;
}
