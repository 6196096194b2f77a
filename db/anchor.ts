/**
 * The anchor (signoff-design 5.4): a line in a second folder saying how far the journal had come, written after each commit. An
 * older copy of the database then does not contain the anchored head, and signing is blocked.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { ZERO_ID } from '../review/chain/pae.ts';
import { makePrivateFolder, writeDurably } from './durable-file.ts';
import { headOf, idAt } from './events.ts';
import { rosterHead, rosterIdAt } from './roster.ts';

export interface Anchor {
  readonly v: 1;
  readonly ws: string;
  readonly inc: number;
  readonly seq: number;
  readonly id: string;
  readonly roster: { readonly count: number; readonly id: string };
}

/** What an anchor file holds: an anchor, nothing yet, or something that is no anchor. */
export type AnchorReading = Anchor | 'none' | 'damaged';

export const anchorPath = (folder: string, ws: string): string => join(folder, `${ws}.anchor.json`);

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function parse(text: string): Anchor | 'damaged' {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
  if (typeof value !== 'object' || value === null) return 'damaged';
  const { v, ws, inc, seq, id, roster } = value as Partial<Record<string, unknown>>;
  if (v !== 1 || typeof ws !== 'string' || !isCount(inc) || !isCount(seq) || !isId(id)) return 'damaged';
  if (typeof roster !== 'object' || roster === null) return 'damaged';
  const { count, id: rosterId } = roster as Partial<Record<string, unknown>>;
  return isCount(count) && isId(rosterId) ? { v, ws, inc, seq, id, roster: { count, id: rosterId } } : 'damaged';
}

export function readAnchor(folder: string, ws: string): AnchorReading {
  const path = anchorPath(folder, ws);
  if (!existsSync(path)) return 'none';
  const anchor = parse(readFileSync(path, 'utf8'));
  return anchor !== 'damaged' && anchor.ws === ws ? anchor : 'damaged';
}

/** Throws the system's error. */
export function writeAnchor(folder: string, anchor: Anchor): void {
  makePrivateFolder(folder);
  writeDurably(anchorPath(folder, anchor.ws), `${JSON.stringify(anchor)}\n`);
}

export function anchorOf(db: Database, ws: string): Anchor {
  const { inc, seq, id } = headOf(db, ws);
  return { v: 1, ws, inc, seq, id, roster: rosterHead(db) };
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
