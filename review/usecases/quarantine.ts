/** 被撤销密钥签署的记录: shown apart, and settled by two people (signoff-design 2.7). */
import { type EventBody, readBody } from '../chain/event.ts';
import { destroyedBy } from '../chain/package-contents.ts';
import { isWithin, signerName } from '../chain/quarantine.ts';
import type { Parsed, QuarantineRow } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import type { Feature } from './handler.ts';
import type { NewEvent } from './journal-writer.ts';
import { textBlob } from './new-blob.ts';
import { workstationName } from './people-of.ts';
import { quarantineNow } from './quarantine-now.ts';
import { actsOfTwo } from './two-people.ts';

export const quarantine: Feature<'quarantine.list' | 'quarantine.settle'> = {
  'quarantine.list': (parts) => ok(rowsOf(parts)),
  'quarantine.settle': (parts, input, session) => settle(parts, input, session),
};

function rowsOf(parts: DeskParts): readonly QuarantineRow[] {
  const { late } = quarantineNow(parts.ports.store, parts.crypto, parts.roster());
  if (late.length === 0) return [];
  const bodies = bodiesOf(parts);
  return late.map((range) => {
    const { ws, key } = range;
    const own = bodies.filter((body) => isWithin(range, body));
    const numbers = new Set(own.map((body) => numberOf(parts, body.case)));
    return {
      ...range,
      name: workstationName(parts.roster(), ws),
      by: signerName(parts.roster(), key),
      events: own.length,
      since: own[0]?.at ?? '',
      until: own.at(-1)?.at ?? '',
      cases: [...numbers].filter((number) => number !== ''),
    };
  });
}

const bodiesOf = ({ ports: { store } }: DeskParts): readonly EventBody[] =>
  store.events().flatMap(({ body }) => {
    const read = readBody(body);
    return read.ok ? [read.data] : [];
  });

function numberOf(parts: DeskParts, caseId: string): string {
  const read = caseId === '-' ? undefined : parts.cases.read(caseId);
  return read?.ok ? (read.data.facts.create?.body.data.number ?? caseId) : '';
}

/** Codes: quarantine-none, those of two people and of `append`. */
async function settle(
  parts: DeskParts,
  input: Parsed<'quarantine.settle'>,
  session: OpenSession,
): Promise<Result<readonly QuarantineRow[]>> {
  const { ws, inc, key, from, to, verdict } = input;
  const { late } = quarantineNow(parts.ports.store, parts.crypto, parts.roster());
  const known = late.find((range) => range.ws === ws && range.inc === inc && range.key === key && range.from === from);
  if (known?.state !== 'open' || known.to !== to) {
    return fail('quarantine-none', '没有这一段待处理的记录，可能已经处理过，没有办理。请刷新后再看。');
  }
  const reason = textBlob(parts.ports, '-', input.reason);
  const data = { ws, inc, key, from, to, verdict, reason: reason.commitment };
  const event: NewEvent = { type: 'quarantine.settle', case: '-', data };
  const acts = await actsOfTwo(parts, session, input, event);
  if (!acts.ok) return acts;
  // What waits there may have destroyed contents: that too counts from now on.
  const destroyed = verdict === 'stands' ? destroyedBy(bodiesOf(parts).filter((body) => isWithin(known, body))) : [];
  const { store, upkeep } = parts.ports;
  const written = parts.journal.appendActs(acts.data, [], [reason], (events) =>
    destroyed.length > 0 ? store.shred(events, destroyed, [reason]) : store.append(events, [reason]),
  );
  if (!written.ok) return written;
  if (destroyed.length > 0) upkeep.rewriteCopies();
  parts.cases.forget();
  parts.published.forget();
  return ok(rowsOf(parts));
}
