/**
 * The anchor (signoff-design 5.4): a signed line in a second folder saying how far the journal had come, written after each commit.
 * An older copy of the database then does not contain the anchored head, and signing is blocked. The signature keeps somebody who
 * can write files, but has no key of this workstation, from setting the anchor back together with the database.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { fromBase64, toBase64 } from '../review/chain/base64.ts';
import { canonicalBytes } from '../review/chain/canonical.ts';
import { PAYLOAD_TYPES, pae, ZERO_ID } from '../review/chain/pae.ts';
import type { Crypto, Signer } from '../review/ports.ts';
import { makePrivateFolder, writeDurably } from './durable-file.ts';
import { headOf, idAt } from './events.ts';
import { rosterHead, rosterIdAt } from './roster.ts';

export interface Anchor {
  readonly v: 2;
  readonly ws: string;
  readonly inc: number;
  readonly seq: number;
  readonly id: string;
  readonly roster: { readonly count: number; readonly id: string };
}

/** What an anchor file holds: an anchor, nothing yet, or something that is no anchor of this workstation. */
export type AnchorReading = Anchor | 'none' | 'damaged';

export const anchorPath = (folder: string, ws: string): string => join(folder, `${ws}.anchor.json`);

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const signedBytes = (anchor: Anchor): Uint8Array | undefined => {
  const bytes = canonicalBytes(anchor);
  return bytes.ok ? pae(PAYLOAD_TYPES.anchor, bytes.data) : undefined;
};

function parse(text: string): { readonly anchor: Anchor; readonly signature: Uint8Array } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, ws, inc, seq, id, roster, sig } = value as Partial<Record<string, unknown>>;
  if (v !== 2 || typeof ws !== 'string' || !isCount(inc) || !isCount(seq) || !isId(id)) return undefined;
  if (typeof roster !== 'object' || roster === null || typeof sig !== 'string') return undefined;
  const { count, id: rosterId } = roster as Partial<Record<string, unknown>>;
  const signature = fromBase64(sig);
  if (!isCount(count) || !isId(rosterId) || !signature) return undefined;
  return { anchor: { v, ws, inc, seq, id, roster: { count, id: rosterId } }, signature };
}

export interface AnchorPlace {
  readonly anchorFolder: string;
  readonly ws: string;
  readonly crypto: Crypto;
  readonly signer: Pick<Signer, 'publicKey'>;
}

export function readAnchor({ anchorFolder, ws, crypto, signer }: AnchorPlace): AnchorReading {
  const path = anchorPath(anchorFolder, ws);
  if (!existsSync(path)) return 'none';
  const read = parse(readFileSync(path, 'utf8'));
  const bytes = read && signedBytes(read.anchor);
  if (!bytes || read.anchor.ws !== ws) return 'damaged';
  return crypto.verify(signer.publicKey, bytes, read.signature) ? read.anchor : 'damaged';
}

/** Throws the system's error. */
export function writeAnchor(folder: string, anchor: Anchor, signer: Signer): void {
  makePrivateFolder(folder);
  const sig = toBase64(signer.sign(signedBytes(anchor) ?? new Uint8Array()));
  writeDurably(anchorPath(folder, anchor.ws), `${JSON.stringify({ ...anchor, sig })}\n`);
}

export function anchorOf(db: Database, ws: string): Anchor {
  const { inc, seq, id } = headOf(db, ws);
  return { v: 2, ws, inc, seq, id, roster: rosterHead(db) };
}

const ROLLED_BACK =
  '账本缺少之前已经记录的内容：可能被换成了旧的备份，或被截短。为防止签批丢失，现在只能查看，不能办理。请不要删除任何文件，报告保密办，由两人按规定恢复。';
const NO_ANCHOR =
  '另一个文件夹里的锚点文件不见了或已损坏，无法确认账本是否完整。现在只能查看，不能办理。请不要删除任何文件，报告保密办核对锚点文件夹。';

/**
 * Why the journal may not be written, judged by its anchor; undefined when the journal holds the anchored head (it may extend it:
 * a crash fell between commit and anchor).
 */
export function anchorProblem(db: Database, ws: string, anchor: AnchorReading): string | undefined {
  const head = headOf(db, ws);
  if (anchor === 'none') return head.seq === 0 && rosterHead(db).count === 0 ? undefined : NO_ANCHOR;
  if (anchor === 'damaged') return NO_ANCHOR;
  const anchored = anchor.seq === 0 ? ZERO_ID : idAt(db, ws, anchor.inc, anchor.seq);
  return anchored === anchor.id && rosterIdAt(db, anchor.roster.count) === anchor.roster.id ? undefined : ROLLED_BACK;
}
