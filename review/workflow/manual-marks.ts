/** 人工标注 over versions: which marks stand in the newest version, and where the marked text stands in another draft. Pure. */
import { readRanges } from '../chain/ranges.ts';
import type { Draft, Span } from '../model/index.ts';
import type { EventOf } from './case-facts.ts';

export type Mark = EventOf<'finding.add'>;

export interface MarkFacts {
  /** Marks that are findings of the newest version, oldest first. */
  readonly marks: readonly Mark[];
  /** Marks whose text the newest version no longer has. */
  readonly goneMarks: readonly Mark[];
}

/**
 * Marks of one document. A scan names the earlier marks whose text it met again. A mark that the scan could not know of stands until a scan knows it:
 * nobody's mark is lost because two people worked at the same time.
 */
export function markFacts(
  added: readonly Mark[],
  scan: EventOf<'scan.done'> | undefined,
  undone: ReadonlySet<string>,
  precedes: (earlier: string, later: string) => boolean,
): MarkFacts {
  const all = added.filter(({ id }) => !undone.has(id));
  const met = new Set(readRanges(scan?.body.data.numbers ?? '') ?? []);
  const stands = ({ id, body }: Mark): boolean => !scan || met.has(body.data.number) || !precedes(id, scan.id);
  return { marks: all.filter(stands), goneMarks: all.filter((mark) => !stands(mark)) };
}

/** Characters before and after that tell one place of a text from another. */
const AROUND = 12;

/** How many characters two texts share at the end (`back`) or at the beginning. */
function shared(one: string, other: string, back: boolean): number {
  let count = 0;
  while (count < Math.min(one.length, other.length)) {
    const at = back ? -1 - count : count;
    if (one.at(at) !== other.at(at)) break;
    count += 1;
  }
  return count;
}

/**
 * Where the text of `span` stands in `after`: among all its places the one whose surroundings are most like those in `before`, the
 * nearest piece when several are. `taken` holds places of other marks, as `piece start`. Undefined when the text is gone.
 */
export function placeAgain(before: Draft, span: Span, after: Draft, taken: ReadonlySet<string>): Span | undefined {
  const old = before.pieces[span.piece]?.text ?? '';
  const left = old.slice(Math.max(0, span.start - AROUND), span.start);
  const right = old.slice(span.end, span.end + AROUND);
  let best: { readonly span: Span; readonly worth: number } | undefined;
  for (const { index, text } of after.pieces) {
    for (let start = text.indexOf(span.text); start >= 0; start = text.indexOf(span.text, start + 1)) {
      if (taken.has(`${index} ${start}`)) continue;
      const end = start + span.text.length;
      const alike =
        shared(left, text.slice(Math.max(0, start - AROUND), start), true) + shared(right, text.slice(end, end + AROUND), false);
      const worth = alike - Math.abs(index - span.piece) / (after.pieces.length + before.pieces.length + 1);
      if (!best || worth > best.worth) best = { span: { piece: index, start, end, text: span.text }, worth };
    }
  }
  return best?.span;
}
