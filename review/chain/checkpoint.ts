/**
 * A checkpoint says where a journal stood: size, head, Merkle root. Its note is a function of the events alone, so that whoever
 * has the log can recompute the code that was printed on a form years ago from the form's 序号.
 */
import { fail, ok, type Result } from '../model/index.ts';
import type { Crypto, Envelope, Signer } from '../ports.ts';
import type { ChainEvent } from './event.ts';
import { toHex } from './hex.ts';
import type { EventData } from './kinds/index.ts';
import { merkleTree } from './merkle.ts';
import { PAYLOAD_TYPES, pae } from './pae.ts';
import { printedCode } from './printed-code.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

export interface Checkpoint {
  readonly seq: number;
  readonly note: string;
  /** 7 groups of 4 characters. */
  readonly code: string;
}

/** Checkpoints of a journal (from event 1) at the given numbers; at its end when none are given. Numbers beyond it are left out. */
export function checkpoints(
  crypto: Crypto,
  events: readonly ChainEvent[],
  at?: readonly number[],
): ReadonlyMap<number, Checkpoint> {
  const wanted = new Set(at ?? [events.length]);
  const found = new Map<number, Checkpoint>();
  const tree = merkleTree(crypto);
  for (const event of events) {
    tree.add(event.id);
    if (!wanted.has(tree.size)) continue;
    found.set(tree.size, checkpointAt(crypto, event, tree.size, tree.root()));
  }
  return found;
}

/** The checkpoint over the first `size` events of a journal: `last` is the newest of them, `root` the Merkle root over all. */
export function checkpointAt(crypto: Crypto, last: Omit<ChainEvent, 'problem'>, size: number, root: string): Checkpoint {
  const note = noteOf(last, size, root);
  return { seq: size, note, code: printedCode(crypto.sha256(encodeUtf8(note))) };
}

/** What a `checkpoint` event says of the events before it. */
export const checkpointData = (
  crypto: Crypto,
  { seq, note }: Checkpoint,
  root: string,
  why: EventData<'checkpoint'>['why'],
): EventData<'checkpoint'> => ({ size: seq, root, note: toHex(crypto.sha256(encodeUtf8(note))), why });

/**
 * Checkpoint events that do not say what the events before them say. Events are those of one journal in order, from number 1; a
 * root that fits proves that each checkpoint extends the one before.
 */
export function checkpointProblems(
  crypto: Crypto,
  events: readonly ChainEvent[],
): { readonly seq: number; readonly message: string }[] {
  const problems: { readonly seq: number; readonly message: string }[] = [];
  const tree = merkleTree(crypto);
  let last: ChainEvent | undefined;
  for (const event of events) {
    if (event.body.type === 'checkpoint') {
      const { seq, data } = event.body;
      const root = tree.root();
      const due = last && checkpointData(crypto, checkpointAt(crypto, last, tree.size, root), root, data.why);
      const fits = due?.size === data.size && due.root === data.root && due.note === data.note;
      if (!fits) problems.push({ seq, message: `第${seq}条：检查点与它之前的记录不符` });
    }
    tree.add(event.id);
    last = event;
  }
  return problems;
}

function noteOf({ id, body }: Omit<ChainEvent, 'problem'>, size: number, root: string): string {
  return [
    'xianshen checkpoint v1',
    `${body.org}/${body.ws}`,
    `inc ${body.inc}`,
    `size ${size}`,
    `head ${id}`,
    `root ${root}`,
    `roster ${body.roster}`,
    `at ${body.at}`,
    `flags ${body.flags.join(',')}`,
    '',
  ].join('\n');
}

/** Seals a checkpoint with the workstation's key, for the end of an exported log. */
export function sealCheckpoint(signer: Signer, checkpoint: Checkpoint): Envelope {
  const body = encodeUtf8(checkpoint.note);
  const payloadType = PAYLOAD_TYPES.checkpoint;
  return { payloadType, body, key: signer.key, signature: signer.sign(pae(payloadType, body)) };
}

/** The note of a sealed checkpoint. Code: seal-invalid. */
export function openCheckpoint(crypto: Crypto, seal: Envelope, publicKey: Uint8Array | undefined): Result<string> {
  const valid = publicKey && crypto.verify(publicKey, pae(seal.payloadType, seal.body), seal.signature);
  const note = decodeUtf8(seal.body);
  if (!valid || note === undefined || seal.payloadType !== PAYLOAD_TYPES.checkpoint) {
    return fail('seal-invalid', '日志末尾的封签无效');
  }
  return ok(note);
}
