/** A package judged against what is held here: everything that decides whether and what of it is taken in. */
import type { EventBody } from '../chain/event.ts';
import { learnSignatures } from '../chain/learn-signatures.ts';
import { contentName, destroyedBy, namedContents, openContents, WRONG_PASSPHRASE } from '../chain/package-contents.ts';
import { type MergePlan, mergePlan, type RolledBack } from '../chain/package-merge.ts';
import { type OpenedPackage, openPackage, seenForkIn } from '../chain/package-read.ts';
import { isWithin, type LateSigned, lateSigned, quarantineOf } from '../chain/quarantine.ts';
import type { Roster } from '../chain/roster.ts';
import { ROSTER_FORK_CODES, type SeenRosterFork } from '../chain/roster-fork.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { Destroyed, JobControl, NewBlob } from '../ports.ts';
import { pausesOf } from './checked-journal.ts';
import type { DeskParts } from './desk-parts.ts';
import { typedPassphrase } from './package-passphrase.ts';

/** A package that may be taken in, with what is to be written of it. */
export interface Prepared {
  readonly opened: OpenedPackage;
  readonly plan: MergePlan;
  /** New events under keys that ended, as this workstation knew before. */
  readonly late: readonly LateSigned[];
  readonly blobs: readonly NewBlob[];
  readonly destroyed: readonly Destroyed[];
}
/** A package turned away; with what shows that the roster was written twice, or that this journal is an old copy, when that was why. */
export type Refused = Extract<Result<never>, { ok: false }> & {
  readonly fork?: SeenRosterFork;
  readonly lost?: RolledBack['lost'];
};

export const CANCELLED = fail('cancelled', '已取消导入，没有导入任何内容，也没有任何改动。');
const ROSTER_FORKS: readonly string[] = Object.values(ROSTER_FORK_CODES);

/**
 * Judges a package whole, and writes nothing. Codes: those of `unpack`, `openPackage`, `mergePlan` and `openContents`, package-contents,
 * cancelled.
 */
export async function preparePackage(
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
  const late = lateIn(parts, plan.data);
  const { bodies, news } = plan.data;
  const stands = standingIn(parts, opened.data.roster, bodies, late);
  const blobs = newContents(parts, opened.data, bodies, destroyedBy(stands([...bodies.keys()])), passphrase);
  if (!blobs.ok) return blobs;
  const destroyed = destroyedBy(stands(news.filter(({ fork }) => !fork).map(({ event }) => event.id)));
  return ok({ opened: opened.data, plan: plan.data, late, blobs: blobs.data, destroyed });
}

/** Picks the bodies that are not in quarantine: what somebody signed with a revoked key destroys nothing before two people let it stand. */
function standingIn(
  { crypto }: DeskParts,
  roster: Roster,
  bodies: MergePlan['bodies'],
  late: readonly LateSigned[],
): (ids: readonly string[]) => readonly EventBody[] {
  const events = [...bodies].map(([id, body]) => ({ id, body }));
  const { flagged } = quarantineOf(crypto, events, roster);
  return (ids) =>
    ids.flatMap((id) => {
      const body = bodies.get(id);
      if (!body || flagged({ id, body }).quarantine !== undefined) return [];
      return late.some((range) => isWithin(range, body)) ? [] : body;
    });
}

/** Contents that an event names, that were not destroyed and are not here yet. */
function newContents(
  parts: DeskParts,
  { manifest, contents }: OpenedPackage,
  bodies: MergePlan['bodies'],
  destroyed: readonly Destroyed[],
  passphrase: string | undefined,
): Result<readonly NewBlob[]> {
  const { crypto, store, parcels } = parts.ports;
  if (manifest.contents > 0 && (passphrase ?? '') === '') return WRONG_PASSPHRASE;
  const secret = typedPassphrase(passphrase ?? '');
  const read = openContents(crypto, parcels, { secret, salt: manifest.salt, bytes: contents, count: manifest.contents });
  if (!read.ok) return read;
  const named = namedContents(bodies.values());
  const nameOf = ({ caseId, commitment }: NewBlob): string => contentName(caseId, commitment);
  if (!read.data.every((blob) => named.has(nameOf(blob)))) {
    return fail('package-contents', '数据包里有没有任何记录提到的内容，没有导入任何内容。请对方重新导出一份。');
  }
  const unwanted = new Set(destroyed.flatMap(({ caseId, commitments }) => commitments.map((of) => contentName(caseId, of))));
  for (const caseId of new Set(read.data.map((blob) => blob.caseId)))
    for (const of of store.blobsOf(caseId)) unwanted.add(contentName(caseId, of));
  return ok(read.data.filter((blob) => !unwanted.has(nameOf(blob))));
}

/** A workstation that never heard of anything has known of nothing before: what it takes in first bears the marks of those who have. */
function lateIn({ ports: { store }, roster }: DeskParts, { news, bodies }: MergePlan) {
  if (store.newestOf('pkg.import') === undefined && store.caseIds().length === 0) return [];
  return lateSigned(
    roster(),
    news.flatMap(({ event }) => bodies.get(event.id) ?? []),
  );
}
