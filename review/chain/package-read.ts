/**
 * Reading a package, strictest first (signoff-design 6.2): parts and their digests, roster, whose signature is on the manifest, the
 * sender's checkpoint. Events are judged in package-merge.ts. Nothing here has an effect: a failure leaves nothing behind.
 */
import { fail, ok, type Result } from '../model/index.ts';
import type { Crypto, Envelope } from '../ports.ts';
import { openCheckpoint } from './checkpoint.ts';
import { toHex } from './hex.ts';
import { readEnvelope } from './log-text.ts';
import { DAMAGED_PACKAGE, MANIFEST_NAME, type Manifest, PART_NAMES, type PartName, readManifest } from './package-manifest.ts';
import { idOf, PAYLOAD_TYPES, pae } from './pae.ts';
import { foldRoster, type Roster } from './roster.ts';
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

const DIVERGED = fail(
  'package-roster-diverged',
  '数据包里的人员名册与本机的对不上：两边各有对方没有的变更。没有导入任何内容。请不要再改动名册，两台工作站都报保密办核对。',
);
const FOREIGN = fail('package-foreign', '数据包不是本单位的，没有导入任何内容。请核对U盘上的文件。');
const UNSIGNED = fail(
  'package-signature',
  '数据包不是由名册中登记的工作站签名的，或被改动过，没有导入任何内容。请对方重新导出一份。',
);

/** The roster a package brings, unjudged; undefined when there is none that can be read. */
export const rosterPart = (parts: ReadonlyMap<string, Uint8Array>): readonly Envelope[] | undefined =>
  readLines(parts.get('roster.jsonl' satisfies PartName) ?? new Uint8Array(), PAYLOAD_TYPES.roster, MAX_ROSTER);

/** Parts by name, as they lay in the archive. Codes: package-format, package-foreign, package-roster, package-roster-diverged, package-signature. */
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
  const roster = joinedRoster(crypto, mine, theirs, manifest);
  if (!roster.ok) return roster;
  const key = roster.data.roster.now?.workstations.get(manifest.from.ws);
  const publicKey = key === undefined || key !== envelope.key ? undefined : roster.data.roster.publicKey(key);
  if (!publicKey || !crypto.verify(publicKey, pae(envelope.payloadType, envelope.body), envelope.signature)) return UNSIGNED;
  const note = seal.key === key ? openCheckpoint(crypto, seal, publicKey) : UNSIGNED;
  if (!note.ok) return UNSIGNED;
  return ok({ id, manifest, ...roster.data, events, note: note.data, contents: part('contents.jsonl') });
}

/** One roster extends the other, entry by entry; the longer one must hold by itself. */
function joinedRoster(
  crypto: Crypto,
  mine: readonly Envelope[],
  theirs: readonly Envelope[],
  manifest: Manifest,
): Result<{ readonly roster: Roster; readonly newRoster: readonly Envelope[] }> {
  const ids = (log: readonly Envelope[]): string[] => log.map(({ payloadType, body }) => idOf(crypto, payloadType, body));
  const [own, given] = [ids(mine), ids(theirs)];
  if (own[0] === undefined || own[0] !== given[0]) return FOREIGN;
  const common = Math.min(own.length, given.length);
  if (own.slice(0, common).join() !== given.slice(0, common).join()) return DIVERGED;
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
