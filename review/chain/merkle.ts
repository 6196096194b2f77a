import type { Crypto } from '../ports.ts';
import { fromHex, toHex } from './hex.ts';

/**
 * Merkle tree over event ids as in RFC 6962 §2.1 (leaf 0x00 || id, node 0x01 || left || right), grown leaf by leaf. `root()` is
 * the tree hash of everything added so far, in lower-case hex.
 */
export interface MerkleTree {
  add(id: string): void;
  root(): string;
  /** A tree with the same leaves that grows by itself. */
  copy(): MerkleTree;
  readonly size: number;
}

interface Subtree {
  readonly leaves: number;
  readonly hash: Uint8Array;
}

export const merkleTree = (crypto: Crypto): MerkleTree => grown(crypto, [], 0);

function grown(crypto: Crypto, before: readonly Subtree[], leaves: number): MerkleTree {
  // Roots of the complete subtrees, largest first: exactly the set bits of `size`.
  const subtrees = [...before];
  let size = leaves;
  const node = (left: Uint8Array, right: Uint8Array): Uint8Array => hash(crypto, 1, left, right);
  return {
    add(id) {
      let tree = { leaves: 1, hash: hash(crypto, 0, fromHex(id) ?? new Uint8Array()) };
      for (let last = subtrees.at(-1); last && last.leaves === tree.leaves; last = subtrees.at(-1)) {
        subtrees.pop();
        tree = { leaves: tree.leaves * 2, hash: node(last.hash, tree.hash) };
      }
      subtrees.push(tree);
      size++;
    },
    root() {
      let root: Uint8Array | undefined;
      for (const tree of subtrees.toReversed()) root = root ? node(tree.hash, root) : tree.hash;
      return toHex(root ?? crypto.sha256(new Uint8Array()));
    },
    copy: () => grown(crypto, subtrees, size),
    get size() {
      return size;
    },
  };
}

function hash(crypto: Crypto, prefix: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return crypto.sha256(bytes);
}
