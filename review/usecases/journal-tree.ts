/** The Merkle tree over this workstation's journal, kept while the program runs and compared with what was signed before. */
import { readBody } from '../chain/event.ts';
import { type MerkleTree, merkleTree } from '../chain/merkle.ts';
import { fail, ok, type Result } from '../model/index.ts';
import type { Crypto, Head, Store } from '../ports.ts';

export interface JournalTree {
  /** Tree over everything up to a head of the store. Code: checkpoint-inconsistent. */
  at(head: Head): Result<MerkleTree>;
  /** Size of the newest checkpoint in the journal of a head; 0 when it has none. */
  lastSize(): number;
}

const INCONSISTENT = fail(
  'checkpoint-inconsistent',
  '账本与以前签过的检查点不符，可能有记录被改动或删去。这一步没有记录，之前的记录没有改动。请停止办理，报告保密办核对。',
);

/**
 * Nothing is signed over a journal that is not a continuation of the one signed before: the tree is rebuilt from the store when
 * the program starts, must have had the root of the newest checkpoint at its size, and afterwards may only grow.
 */
export function journalTree(crypto: Crypto, store: Store): JournalTree {
  let known: { readonly inc: number; readonly head: string; readonly tree: MerkleTree } | undefined;

  const newest = () => {
    const stored = store.newestOf('checkpoint');
    const body = stored && readBody(stored.body);
    return body?.ok && body.data.type === 'checkpoint' ? body.data.data : undefined;
  };
  const rebuilt = (): MerkleTree | undefined => {
    const tree = merkleTree(crypto);
    const signed = newest();
    let agrees = signed === undefined;
    for (const id of store.idsSince(0)) {
      tree.add(id);
      if (tree.size === signed?.size) agrees = tree.root() === signed.root;
    }
    return agrees ? tree : undefined;
  };
  const continued = (from: NonNullable<typeof known>): MerkleTree | undefined => {
    const [last, ...more] = from.tree.size === 0 ? [from.head, ...store.idsSince(0)] : store.idsSince(from.tree.size - 1);
    if (last !== from.head) return undefined;
    const tree = from.tree.copy();
    for (const id of more) tree.add(id);
    return tree;
  };
  return {
    at(head) {
      const tree = known?.inc === head.inc ? continued(known) : rebuilt();
      if (!tree || tree.size !== head.seq) return INCONSISTENT;
      known = { inc: head.inc, head: head.id, tree };
      return ok(tree);
    },
    lastSize: () => newest()?.size ?? 0,
  };
}
