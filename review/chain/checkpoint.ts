/**
 * A checkpoint says where a journal stood: size, head, Merkle root. Its note is a function of the events alone, so that whoever
 * has the log can recompute the code that was printed on a form years ago from the form's 序号.
 */
import { fail, ok, type Result } from '../model/index.ts';
import type { Crypto, Envelope, Signer } from '../ports.ts';
import type { ChainEvent } from './event.ts';
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
    const note = noteOf(event, tree.size, tree.root());
    found.set(tree.size, { seq: tree.size, note, code: printedCode(crypto.sha256(encodeUtf8(note))) });
  }
  return found;
}

function noteOf({ id, body }: ChainEvent, size: number, root: string): string {
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
