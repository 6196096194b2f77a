import { fromBase64 } from '../chain/base64.ts';
import { readBody } from '../chain/event.ts';
import { toHex } from '../chain/hex.ts';
import { learnSignatures } from '../chain/learn-signatures.ts';
import { namedContents, openContents, WRONG_PASSPHRASE } from '../chain/package-contents.ts';
import { DAMAGED_PACKAGE } from '../chain/package-manifest.ts';
import { type MergePlan, mergePlan } from '../chain/package-merge.ts';
import { type OpenedPackage, openPackage, seenForkIn } from '../chain/package-read.ts';
import { newestOfPeers, peerAfter } from '../chain/peer-clock.ts';
import { isWithin, type LateSigned, lateSigned } from '../chain/quarantine.ts';
import { ROSTER_FORK_CODES, type SeenRosterFork } from '../chain/roster-fork.ts';
import { encodeUtf8 } from '../chain/utf8.ts';
import type { PackageImported, Parsed } from '../contract.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { JobControl, NewBlob } from '../ports.ts';
import { pausesOf } from './checked-journal.ts';
import type { DeskParts, OpenSession } from './desk-parts.ts';
import { actorOf } from './examine.ts';
import { importedCases } from './imported-cases.ts';
import { stopIfOvertaken } from './overtaken.ts';
import { typedPassphrase } from './package-passphrase.ts';
import { workstationName } from './people-of.ts';

interface Prepared {
  readonly opened: OpenedPackage;
  readonly plan: MergePlan;
  readonly blobs: readonly NewBlob[];
}
/** A package turned away; with what shows that the roster was written twice, when that was why. */
type Refused = Extract<Result<never>, { ok: false }> & { readonly fork?: SeenRosterFork };

const CANCELLED = fail('cancelled', '已取消导入，没有导入任何内容，也没有任何改动。');
const ROSTER_FORKS: readonly string[] = Object.values(ROSTER_FORK_CODES);
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
  const prepared = await prepare(parts, bytes, input.passphrase, control);
  if (!prepared.ok) return refuse(parts, session, bytes, prepared);
  const { opened, plan, blobs } = prepared.data;
  const { manifest, newRoster } = opened;
  const count = {
    events: plan.news.length,
    contents: blobs.length,
    roster: newRoster.length,
    forks: plan.news.filter(({ fork }) => fork).length,
  };
  if (count.events + count.contents + count.roster === 0) return ok(answerOf(parts, opened, count, []));
  const before = new Set(parts.ports.store.caseIds());
  const note = toHex(parts.ports.crypto.sha256(encodeUtf8(opened.note)));
  const receipt = manifest.receipt === undefined ? {} : { receipt: manifest.receipt };
  const late = lateIn(parts, plan);
  const newest = newestTime(parts, plan);
  const data = {
    package: opened.id,
    from: manifest.from,
    note,
    ...receipt,
    ...(newest === undefined ? {} : { newest }),
    ...count,
    ...(late.length > 0 ? { late: [...late] } : {}),
  };
  const brought = { roster: newRoster, news: plan.news, blobs };
  const acts = [{ actor: actorOf(session), event: { type: 'pkg.import', case: '-', data } as const }];
  const written = parts.journal.appendActs(acts, [], [], (events) => parts.ports.store.merge(events, brought));
  if (!written.ok) return written;
  parts.refreshRoster();
  parts.cases.forget();
  parts.published.forget();
  return ok({ ...answerOf(parts, opened, count, importedCases(parts, plan.news, blobs, before)), late: lateCount(plan, late) });
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

/** A workstation that never heard of anything has known of nothing before: what it takes in first bears the marks of those who have. */
function lateIn({ ports: { store }, roster }: DeskParts, { news, bodies }: MergePlan) {
  if (store.newestOf('pkg.import') === undefined && store.caseIds().length === 0) return [];
  return lateSigned(
    roster(),
    news.flatMap(({ event }) => bodies.get(event.id) ?? []),
  );
}

const lateCount = ({ news, bodies }: MergePlan, late: readonly LateSigned[]): number =>
  news.filter(({ event }) => {
    const body = bodies.get(event.id);
    return body !== undefined && late.some((range) => isWithin(range, body));
  }).length;

type Count = Pick<PackageImported, 'events' | 'contents' | 'roster' | 'forks'>;

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

async function prepare(
  parts: DeskParts,
  bytes: Uint8Array,
  passphrase: string | undefined,
  control: JobControl,
): Promise<Extract<Result<Prepared>, { ok: true }> | Refused> {
  const { store, parcels, background } = parts.ports;
  control.progress('正在打开数据包');
  const unpacked = await parcels.unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const opened = openPackage(parts.crypto, unpacked.data, store.roster());
  if (!opened.ok) {
    const fork = seenForkIn(parts.crypto, unpacked.data, store.roster());
    return fork && ROSTER_FORKS.includes(opened.error.code) ? { ...opened, fork } : opened;
  }
  // Checked on all cores and in slices first; the judgement below then finds them known, and judges again what was not good.
  const log = { roster: [...store.roster(), ...opened.data.newRoster], events: opened.data.events };
  const learnt = await learnSignatures(log, parts.crypto, background.verify, pausesOf(parts, control));
  if (!learnt) return CANCELLED;
  const held = { crypto: parts.crypto, head: store.head(), events: store.events(), forks: store.forks() };
  const plan = mergePlan(held, opened.data);
  if (!plan.ok) return plan;
  const blobs = newContents(parts, opened.data, plan.data, passphrase);
  return blobs.ok ? ok({ opened: opened.data, plan: plan.data, blobs: blobs.data }) : blobs;
}

/** Contents that an event names, that were not destroyed and are not here yet. */
function newContents(
  parts: DeskParts,
  { manifest, contents }: OpenedPackage,
  { bodies }: MergePlan,
  passphrase: string | undefined,
): Result<readonly NewBlob[]> {
  const { crypto, store, parcels } = parts.ports;
  if (manifest.contents > 0 && (passphrase ?? '') === '') return WRONG_PASSPHRASE;
  const secret = typedPassphrase(passphrase ?? '');
  const read = openContents(crypto, parcels, { secret, salt: manifest.salt, bytes: contents, count: manifest.contents });
  if (!read.ok) return read;
  const { named, shredded } = namedContents(bodies.values());
  const nameOf = ({ caseId, commitment }: NewBlob): string => `${caseId}\n${commitment}`;
  if (!read.data.every((blob) => named.has(nameOf(blob)))) {
    return fail('package-contents', '数据包里有没有任何记录提到的内容，没有导入任何内容。请对方重新导出一份。');
  }
  const here = new Set<string>();
  for (const caseId of new Set(read.data.map((blob) => blob.caseId)))
    for (const of of store.blobsOf(caseId)) here.add(`${caseId}\n${of}`);
  return ok(read.data.filter((blob) => !shredded.has(nameOf(blob)) && !here.has(nameOf(blob))));
}

/** Records the refusal; nothing may be written once this journal itself turned out to be an old copy. */
function refuse(parts: DeskParts, session: OpenSession, bytes: Uint8Array, { fork, ...failed }: Refused): Result<never> {
  const { code, message } = failed.error;
  if (code === 'package-rolled-back') parts.block(message);
  if (NO_REFUSAL.includes(code) || parts.readOnly() !== undefined) return failed;
  const data = { sha256: toHex(parts.ports.crypto.sha256(bytes)), size: bytes.length, code, ...(fork ? { fork } : {}) };
  const written = parts.journal.append(actorOf(session), [{ type: 'pkg.refuse', case: '-', data }]);
  if (!written.ok) return written;
  stopIfOvertaken(parts);
  return failed;
}
