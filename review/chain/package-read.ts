/**
 * Reading a package, strictest first (signoff-design 6.2): parts and their digests, roster, whose signature is on the manifest, the
 * sender's checkpoint. Events are judged in package-merge.ts. Nothing here has an effect: a failure leaves nothing behind.
 */
import { fail, ok, type Result } from '../model/index.ts';
import type { Crypto, Envelope } from '../ports.ts';
import { openCheckpoint } from './checkpoint.ts';
import { toHex } from './hex.ts';
import { readEnvelope } from './log-text.ts';
import {
  DAMAGED_PACKAGE,
  MANIFEST_NAME,
  type Manifest,
  PART_NAMES,
  type PartName,
  type ReadManifest,
  readManifest,
} from './package-manifest.ts';
import { PAYLOAD_TYPES, pae } from './pae.ts';
import { foldRoster, type Roster } from './roster.ts';
import { idsOf, ROSTER_FORK_CODES, type RosterFork, rosterFork, type SeenRosterFork } from './roster-fork.ts';
import { decodeUtf8 } from './utf8.ts';

export interface OpenedPackage {
  readonly id: string;
  readonly manifest: Manifest;
  /** The longer of both rosters; the events are judged under it. */
  readonly roster: Roster;
  /** Entries that this workstation does not have yet. */
  readonly newRoster: readonly Envelope[];
  readonly events: readonly Envelope[];
  /** The sender's checkpoint: its signature holds, whether the events say the same is judged with them. */
  readonly note: string;
  readonly contents: Uint8Array;
}

export const MAX_EVENTS = 300_000;
const MAX_ROSTER = 10_000;

const FORKED = {
  own: fail(
    ROSTER_FORK_CODES.own,
    '名册已经移交，对方在移交之后仍在旧的工作站上改过名册，那些变更不予认定。没有导入任何内容。请通知对方停止办理，报保密办，由那台工作站重新加入。',
  ),
  other: fail(
    ROSTER_FORK_CODES.other,
    '名册已经移交给别的工作站，本机在移交之后又有自己的名册变更，那些变更不予认定。没有导入任何内容，本机从现在起只能查看。请不要删除任何文件，报告保密办；要继续使用，先留存本机的账本文件夹，再重新加入单位。',
  ),
  open: fail(
    ROSTER_FORK_CODES.open,
    '数据包里的人员名册与本机的对不上：两边各有对方没有的变更。没有导入任何内容。请不要再改动名册，两台工作站都报保密办核对。',
  ),
} as const satisfies Readonly<Record<RosterFork['stands'], unknown>>;
const FOREIGN = fail('package-foreign', '数据包不是本单位的，没有导入任何内容。请核对U盘上的文件。');
const UNSIGNED = fail(
  'package-signature',
  '数据包不是由名册中登记的工作站签名的，或被改动过，没有导入任何内容。请对方重新导出一份。',
);

/** The roster a package brings, unjudged; undefined when there is none that can be read. */
export const rosterPart = (parts: ReadonlyMap<string, Uint8Array>): readonly Envelope[] | undefined =>
  readLines(parts.get('roster.jsonl' satisfies PartName) ?? new Uint8Array(), PAYLOAD_TYPES.roster, MAX_ROSTER);

/** Parts by name, as they lay in the archive. Codes: package-format, package-foreign, package-roster, those of `ROSTER_FORK_CODES`, package-signature. */
export function openPackage(
  crypto: Crypto,
  parts: ReadonlyMap<string, Uint8Array>,
  mine: readonly Envelope[],
): Result<OpenedPackage> {
  const head = readManifest(crypto, parts.get(MANIFEST_NAME) ?? new Uint8Array());
  if (!head.ok) return head;
  const { id, manifest, envelope } = head.data;
  if (parts.size !== PART_NAMES.length + 1) return DAMAGED_PACKAGE;
  for (const { name, size, sha256 } of manifest.files) {
    const bytes = parts.get(name);
    if (bytes?.length !== size || toHex(crypto.sha256(bytes)) !== sha256) return DAMAGED_PACKAGE;
  }
  const part = (name: PartName): Uint8Array => parts.get(name) ?? new Uint8Array();
  const theirs = readLines(part('roster.jsonl'), PAYLOAD_TYPES.roster, MAX_ROSTER);
  const events = readLines(part('events.jsonl'), PAYLOAD_TYPES.event, MAX_EVENTS);
  const seal = readLines(part('checkpoint.json'), PAYLOAD_TYPES.checkpoint, 1)?.[0];
  if (!theirs || !events || !seal || events.length !== manifest.events) return DAMAGED_PACKAGE;
  const fork = rosterFork(crypto, mine, theirs);
  if (fork) return senderKey(crypto, foldRoster(crypto, theirs), head.data) ? FORKED[fork.stands] : UNSIGNED;
  const roster = joinedRoster(crypto, mine, theirs, manifest);
  if (!roster.ok) return roster;
  const publicKey = senderKey(crypto, roster.data.roster, head.data);
  if (!publicKey) return UNSIGNED;
  const note = seal.key === envelope.key ? openCheckpoint(crypto, seal, publicKey) : UNSIGNED;
  if (!note.ok) return UNSIGNED;
  return ok({ id, manifest, ...roster.data, events, note: note.data, contents: part('contents.jsonl') });
}

/** Key of the workstation that signed the manifest, as a roster has it; undefined when it did not. */
function senderKey(crypto: Crypto, roster: Roster, { manifest, envelope }: ReadManifest): Uint8Array | undefined {
  const key = roster.now?.workstations.get(manifest.from.ws);
  const publicKey = key === envelope.key ? roster.publicKey(key) : undefined;
  const signed = publicKey && crypto.verify(publicKey, pae(envelope.payloadType, envelope.body), envelope.signature);
  return signed ? publicKey : undefined;
}

/** Of a package that was turned away for its roster: who sent it and where the two part, for the record. */
export function seenForkIn(
  crypto: Crypto,
  parts: ReadonlyMap<string, Uint8Array>,
  mine: readonly Envelope[],
): SeenRosterFork | undefined {
  const head = readManifest(crypto, parts.get(MANIFEST_NAME) ?? new Uint8Array());
  const fork = rosterFork(crypto, mine, rosterPart(parts) ?? []);
  if (!head.ok || !fork) return undefined;
  const { seq, own, other } = fork;
  return { ws: head.data.manifest.from.ws, seq, own, other };
}

/** One roster extends the other, entry by entry; the longer one must hold by itself. */
function joinedRoster(
  crypto: Crypto,
  mine: readonly Envelope[],
  theirs: readonly Envelope[],
  manifest: Manifest,
): Result<{ readonly roster: Roster; readonly newRoster: readonly Envelope[] }> {
  const [own, given] = [idsOf(crypto, mine), idsOf(crypto, theirs)];
  if (own[0] === undefined || own[0] !== given[0]) return FOREIGN;
  const common = Math.min(own.length, given.length);
  // Their part does not hold by itself, so it decides nothing.
  if (own.slice(0, common).join() !== given.slice(0, common).join()) return FORKED.open;
  if (given.at(-1) !== manifest.roster) return DAMAGED_PACKAGE;
  const newRoster = theirs.slice(own.length);
  // The common part keeps the signatures that were checked when it came here.
  const roster = foldRoster(crypto, [...mine, ...newRoster]);
  const [problem] = roster.problems;
  if (problem || roster.now?.org !== manifest.org) {
    const why = problem ? `第${problem.seq}条：${problem.message}` : '单位不符';
    return fail('package-roster', `数据包里的人员名册不成立（${why}），没有导入任何内容。请报保密办核对。`);
  }
  return ok({ roster, newRoster });
}

function readLines(bytes: Uint8Array, payloadType: string, most: number): readonly Envelope[] | undefined {
  const text = decodeUtf8(bytes);
  if (text === undefined || !text.endsWith('\n')) return undefined;
  const envelopes: Envelope[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const envelope = envelopes.length < most ? readEnvelope(line) : undefined;
    if (envelope?.payloadType !== payloadType) return undefined;
    envelopes.push(envelope);
  }
  return envelopes;
}
