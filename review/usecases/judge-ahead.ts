import { learnFrom } from '../chain/learn-signatures.ts';
import type { DeskParts } from './desk-parts.ts';
import { rememberedRows } from './known-rows.ts';

/** Cases of one slice: some 20 ms. */
const SLICE = 25;
/** So few are judged as they are read. */
const FEW = 20;

/**
 * Judges every case that nobody has asked for yet and works out its row, so that the first list of thousands keeps no other call
 * waiting: signatures on the thread pool, cases in slices. It judges as every reading does, from the signed events, and what it
 * finds stays where every reading leaves it, in the memory of this run: there is no stored status that a release could rest on.
 * Stops when `closing` is set.
 */
export async function judgeAhead(parts: DeskParts, closing: { readonly aborted: boolean }): Promise<void> {
  const { store, background } = parts.ports;
  const pauses = { signal: closing, pause: () => background.pause() };
  const waiting = parts.cases.unjudged(store.caseIds());
  if (waiting.length <= FEW) return;
  for (let at = 0; at < waiting.length; at += SLICE) {
    const slice = waiting.slice(at, at + SLICE);
    const events = slice.flatMap((caseId) => store.events(caseId));
    if (!(await learnFrom(parts.roster(), events, parts.crypto, background.verify, pauses))) return;
    const rowOf = rememberedRows(parts);
    for (const caseId of slice) {
      const read = parts.cases.read(caseId);
      if (read.ok) rowOf(caseId, read.data);
    }
    await background.pause();
    if (closing.aborted) return;
  }
}

/** One judging at a time: whoever asks meanwhile waits for the same. */
export function judgingOnce(judge: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= judge().finally(() => {
      running = undefined;
    });
    return running;
  };
}
