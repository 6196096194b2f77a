import { fromBase64 } from '../chain/base64.ts';
import { readBody } from '../chain/event.ts';
import { toHex } from '../chain/hex.ts';
import type { EventData } from '../chain/kinds/index.ts';
import { DAMAGED_PACKAGE } from '../chain/package-manifest.ts';
import type { MergePlan } from '../chain/package-merge.ts';
import type { OpenedPackage } from '../chain/package-read.ts';
import { newestOfPeers, peerAfter } from '../chain/peer-clock.ts';
import { isWithin, type LateSigned } from '../chain/quarantine.ts';
import { encodeUtf8 } from '../chain/utf8.ts';
import type { PackageImported, Parsed } from '../contract.ts';
import { ok, type Result } from '../model/index.ts';
import type { Destroyed, JobControl } from '../ports.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { actorOf } from './examine.ts';
import { importedCases } from './imported-cases.ts';
import { stopIfOvertaken } from './overtaken.ts';
import { CANCELLED, type Prepared, preparePackage, type Refused } from './package-prepare.ts';
import { workstationName } from './people-of.ts';

/** What keeps a person from trying again is no refusal of the package. */
const NO_REFUSAL: readonly string[] = ['package-passphrase', 'package-rolled-back', CANCELLED.error.code];

/**
 * Takes in a package: everything is judged before anything is written, then all of it in one transaction with the event that records
 * it. A package that brings nothing new changes nothing. A refusal is recorded. Codes: those of `unpack`, `openPackage`, `mergePlan`
 * and `openContents`, package-contents, cancelled, and those of `Store.merge`.
 */
export async function importPackage(
  parts: DeskParts,
  input: Parsed<'package.import'>,
  session: OpenSession,
  control: JobControl,
): Promise<Result<PackageImported>> {
  const bytes = fromBase64(input.file.base64);
  if (!bytes) return DAMAGED_PACKAGE;
  const prepared = await preparePackage(parts, bytes, input.passphrase, control);
  if (!prepared.ok) return refuse(parts, session, bytes, prepared);
  const { opened, plan, late, blobs, destroyed } = prepared.data;
  const count = countOf(prepared.data);
  if (count.events + count.contents + count.roster === 0) return ok(answerOf(parts, opened, count, []));
  const before = new Set(parts.ports.store.caseIds());
  const brought = { roster: opened.newRoster, news: plan.news, blobs, destroyed };
  const event = { type: 'pkg.import', case: '-', data: recordOf(parts, prepared.data, count) } as const;
  const acts = [{ actor: actorOf(session), event }];
  const written = parts.journal.appendActs(acts, [], [], (events) => parts.ports.store.merge(events, brought));
  if (!written.ok) return written;
  parts.refreshRoster();
  parts.cases.forget();
  parts.published.forget();
  const cases = importedCases(parts, plan.news, blobs, before);
  return ok({ ...answerOf(parts, opened, count, cases), late: lateCount(plan, late), ...clearedCopies(parts, destroyed) });
}

type Count = Pick<PackageImported, 'events' | 'contents' | 'roster' | 'forks'>;

const countOf = ({ opened: { newRoster }, plan: { news }, blobs }: Prepared): Count => ({
  events: news.length,
  contents: blobs.length,
  roster: newRoster.length,
  forks: news.filter(({ fork }) => fork).length,
});

/** What the journal keeps of an import. */
function recordOf(parts: DeskParts, { opened, plan, late }: Prepared, count: Count): EventData<'pkg.import'> {
  const { id, manifest, note } = opened;
  const newest = newestTime(parts, plan);
  return {
    package: id,
    from: manifest.from,
    note: toHex(parts.ports.crypto.sha256(encodeUtf8(note))),
    ...(manifest.receipt === undefined ? {} : { receipt: manifest.receipt }),
    ...(newest === undefined ? {} : { newest }),
    ...count,
    ...(late.length > 0 ? { late: [...late] } : {}),
  };
}

/** What was destroyed elsewhere must not live on in the copies of this workstation either (signoff-design 8). */
function clearedCopies({ ports }: DeskParts, destroyed: readonly Destroyed[]): Pick<PackageImported, 'cleared'> {
  if (destroyed.length === 0) return {};
  const items = destroyed.reduce((sum, { commitments }) => sum + commitments.length, 0);
  const copies = ports.upkeep.rewriteCopies();
  return { cleared: { items, ...(copies.ok ? {} : { whyCopiesStay: copies.error.message }) } };
}

/** Newest time that others have shown this workstation, in this package or before. */
function newestTime({ ports: { store } }: DeskParts, { news, bodies }: MergePlan): string | undefined {
  const before = store.newestOf('pkg.import');
  const body = before && readBody(before.body);
  const known = body?.ok ? peerAfter(body.data, undefined) : undefined;
  return newestOfPeers(
    known,
    news.flatMap(({ event, fork }) => (fork ? [] : (bodies.get(event.id) ?? []))),
  );
}

const lateCount = ({ news, bodies }: MergePlan, late: readonly LateSigned[]): number =>
  news.filter(({ event }) => {
    const body = bodies.get(event.id);
    return body !== undefined && late.some((range) => isWithin(range, body));
  }).length;

function answerOf(
  { ports, roster }: DeskParts,
  { id, manifest }: OpenedPackage,
  count: Count,
  cases: PackageImported['cases'],
): PackageImported {
  const { from, to, receipt } = manifest;
  const known = count.events + count.contents + count.roster === 0;
  return {
    id,
    from: from.ws,
    fromName: workstationName(roster(), from.ws),
    ...(to === undefined || to === ports.store.head().ws ? {} : { otherName: workstationName(roster(), to) }),
    known,
    ...count,
    late: 0,
    receipt: receipt !== undefined,
    receiptDue: !known && receipt === undefined,
    cases,
  };
}

/** Records the refusal; nothing may be written once this journal itself turned out to be an old copy. */
function refuse(parts: DeskParts, session: OpenSession, bytes: Uint8Array, { fork, lost, ...failed }: Refused): Result<never> {
  const { code, message } = failed.error;
  if (lost) parts.ports.store.rememberLost(lost, message);
  if (NO_REFUSAL.includes(code) || parts.readOnly() !== undefined) return failed;
  const data = { sha256: toHex(parts.ports.crypto.sha256(bytes)), size: bytes.length, code, ...(fork ? { fork } : {}) };
  const written = parts.journal.append(actorOf(session), [{ type: 'pkg.refuse', case: '-', data }]);
  if (!written.ok) return written;
  stopIfOvertaken(parts);
  return failed;
}
