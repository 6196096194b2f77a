import { toBase64 } from '../chain/base64.ts';
import { checkpoints, sealCheckpoint } from '../chain/checkpoint.ts';
import { readBody } from '../chain/event.ts';
import { toHex } from '../chain/hex.ts';
import { byJournal } from '../chain/journal.ts';
import { writeEnvelope } from '../chain/log-text.ts';
import { contentName, namedContents, sealContents } from '../chain/package-contents.ts';
import { linesOf, MANIFEST_NAME, type Manifest, PART_NAMES, type PartName, sealManifest } from '../chain/package-manifest.ts';
import { encodeUtf8 } from '../chain/utf8.ts';
import type { PackageExported, Parsed } from '../contract.ts';
import { fail, LIST_KINDS, type ListKind, ok, type Result } from '../model/index.ts';
import type { JobControl, NewBlob } from '../ports.ts';
import { checkedJournal } from './checked-journal.ts';
import { type DeskParts, dateOf, type OpenSession } from './desk-parts.ts';
import { actorOf } from './examine.ts';
import { passphraseOf } from './package-passphrase.ts';

const LISTS = Object.keys(LIST_KINDS) as ListKind[];
/** Bytes of contents that one package takes. */
const MOST_CONTENTS = 200 * 1024 * 1024;

/**
 * Everything this workstation holds, as a package, and the event that says so. A journal that does not pass its check leaves no
 * package. Codes: journal-broken, package-large, package-recipient, blob-missing, cancelled, those of `JournalWriter.append`.
 */
export async function exportPackage(
  parts: DeskParts,
  input: Parsed<'package.export'>,
  session: OpenSession,
  control: JobControl,
): Promise<Result<PackageExported>> {
  const { ports } = parts;
  if (input.to !== undefined && !parts.roster().now?.workstations.has(input.to)) {
    return fail('package-recipient', '名册里没有这台工作站，没有导出。请先登记工作站，或不指定接收方。');
  }
  const checked = await checkedJournal(parts, control);
  if (!checked.ok) return checked;
  if (checked.data.journal.problems.length > 0 || checked.data.roster.problems.length > 0) {
    return fail('journal-broken', '日志核验没有通过，没有导出数据包。已有的记录没有改动，请打开日志核验查看位置。');
  }
  const { ws, inc, seq, id } = ports.store.head();
  const own = byJournal(checked.data.journal.events).find(([first]) => first?.body.ws === ws && first.body.inc === inc) ?? [];
  const mark = checkpoints(ports.crypto, own).get(seq);
  if (!mark) return fail('journal-empty', '还没有任何记录，没有可以导出的内容。');
  const blobs = contentsOf(parts, input.cases ?? [], input.lists === true ? contentsInForce(parts) : new Set());
  if (!blobs.ok) return blobs;
  const signer = ports.keys.workstation();
  const salt = toHex(ports.random.bytes(16));
  const passphrase = passphraseOf(ports.random);
  const all = [...checked.data.stored, ...ports.store.forks()];
  const bytesOf: Readonly<Record<PartName, Uint8Array>> = {
    'roster.jsonl': linesOf(ports.store.roster().map(writeEnvelope)),
    'events.jsonl': linesOf(all.map(writeEnvelope)),
    'checkpoint.json': linesOf([writeEnvelope(sealCheckpoint(signer, mark))]),
    'contents.jsonl': sealContents(ports.parcels, passphrase, salt, blobs.data),
  };
  const state = checked.data.roster.now;
  const manifest: Manifest = {
    v: 1,
    alg: 'ed25519-sha256',
    org: state?.org ?? '',
    from: { ws, inc, seq, id },
    ...(input.to === undefined ? {} : { to: input.to }),
    ...(input.receipt === undefined ? {} : { receipt: input.receipt }),
    at: ports.clock.now().at,
    roster: state?.head ?? '',
    events: all.length,
    contents: blobs.data.length,
    salt,
    files: PART_NAMES.map((name) => ({ name, size: bytesOf[name].length, sha256: toHex(ports.crypto.sha256(bytesOf[name])) })),
  };
  const sealed = sealManifest(ports.crypto, signer, manifest);
  if (!sealed.ok) return sealed;
  const files = new Map([
    [MANIFEST_NAME, encodeUtf8(sealed.data.text)],
    ...PART_NAMES.map((name) => [name, bytesOf[name]] as const),
  ]);
  const bytes = ports.parcels.pack(files);
  const data = {
    package: sealed.data.id,
    sha256: toHex(ports.crypto.sha256(bytes)),
    ...(input.to === undefined ? {} : { to: input.to }),
    ...(input.receipt === undefined ? {} : { receipt: input.receipt }),
    events: all.length,
    contents: blobs.data.length,
  };
  const written = parts.journal.append(actorOf(session), [{ type: 'pkg.export', case: '-', data }]);
  if (!written.ok) return written;
  const name = `先审${input.receipt === undefined ? '数据包' : '回执'}-${ws}-${dateOf(manifest.at)}-${seq}.xspkg`;
  const secret = blobs.data.length === 0 ? {} : { passphrase };
  return ok({ id: sealed.data.id, name, base64: toBase64(bytes), ...secret });
}

/** Commitments of the office's lists and packs in force here. */
const contentsInForce = ({ lists, packs }: DeskParts): ReadonlySet<string> =>
  new Set([
    ...LISTS.flatMap((kind) => lists.versions(kind).at(-1)?.body.data.content ?? []),
    ...[...packs.installs().values()].flatMap((all) => all.at(-1)?.body.data.content ?? []),
  ]);

/** Contents of the office's own, and of the cases that their events name and that were not destroyed. */
function contentsOf(parts: DeskParts, cases: readonly string[], office: ReadonlySet<string>): Result<readonly NewBlob[]> {
  const { store } = parts.ports;
  const blobs: NewBlob[] = [];
  for (const commitment of office) {
    const blob = store.blob('-', commitment);
    if (!blob.ok) return blob;
    blobs.push({ commitment, caseId: '-', ...blob.data });
  }
  let size = 0;
  for (const caseId of new Set(cases)) {
    const bodies = store.events(caseId).flatMap(({ body }) => {
      const read = readBody(body);
      return read.ok ? [read.data] : [];
    });
    const named = namedContents(bodies);
    for (const of of store.blobsOf(caseId)) {
      if (!named.has(contentName(caseId, of))) continue;
      const blob = store.blob(caseId, of);
      if (!blob.ok) return blob;
      size += blob.data.bytes.length;
      if (size > MOST_CONTENTS) return fail('package-large', '选中的件内容太多，一个数据包装不下，没有导出。请分几次选件导出。');
      blobs.push({ commitment: of, caseId, ...blob.data });
    }
  }
  return ok(blobs);
}
