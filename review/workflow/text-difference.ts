/** What changed between two versions of a draft, by paragraphs and inside them by characters; for people who read before they sign. */
import type { ParagraphChange } from '../contract.ts';
import type { Cell, Draft, Piece } from '../model/index.ts';
import { type Match, matches } from './sequence-match.ts';

type Run = ParagraphChange['runs'][number];

/** Share of common letter pairs from which two paragraphs count as one that was changed. */
const ALIKE = 0.4;
/** How far ahead a changed paragraph is looked for. */
const REACH = 40;
/** Common text shorter than this between two changes is shown as changed: single letters in common say nothing. */
const CONFETTI = 2;
/** Common text beyond this on either side of a change is left out, in UTF-16 units. */
const AROUND = 48;
const LONGEST_RUN = 2_000;

const compared = (draft: Draft): readonly Piece[] =>
  draft.pieces.filter((piece) => piece.kind !== 'file-name' && piece.text.trim() !== '');

/** Changes in reading order of the present version; what was deleted stands where it used to be. */
export function paragraphChanges(before: Draft, after: Draft): readonly ParagraphChange[] {
  const old = compared(before);
  const fresh = compared(after);
  const key = ({ kind, text }: Piece): string => `${kind} ${text}`;
  const changes: ParagraphChange[] = [];
  let place: Match = [0, 0];
  for (const [a, b] of [...matches(old.map(key), fresh.map(key)), [old.length, fresh.length] as const]) {
    changes.push(...gap(old.slice(place[0], a), fresh.slice(place[1], b)));
    place = [a + 1, b + 1];
  }
  return changes;
}

/** Between two paragraphs that stayed: what went, what came, and what is still there in other words. */
function gap(gone: readonly Piece[], come: readonly Piece[]): readonly ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let next = 0;
  for (const piece of gone) {
    const twin = come.findIndex(
      (other, index) => index >= next && index < next + REACH && other.kind === piece.kind && isTwin(piece, other),
    );
    const other = come[twin];
    if (other === undefined) {
      changes.push(whole('deleted', piece));
      continue;
    }
    changes.push(...come.slice(next, twin).map((each) => whole('inserted', each)));
    changes.push({ kind: 'changed', label: other.where.label, visible: other.visible, runs: runsOf(piece.text, other.text) });
    next = twin + 1;
  }
  return [...changes, ...come.slice(next).map((each) => whole('inserted', each))];
}

/** The same paragraph in other words. A cell is the same cell whatever stands in it now. */
const isTwin = (piece: Piece, other: Piece): boolean =>
  piece.cell && other.cell ? sameCell(piece.cell, other.cell) : alike(piece.text, other.text);

const sameCell = (one: Cell, other: Cell): boolean =>
  one.table === other.table && one.row === other.row && one.column === other.column;

const whole = (kind: 'inserted' | 'deleted', { text, visible, where }: Piece): ParagraphChange => ({
  kind,
  label: where.label,
  visible,
  runs: [{ kind, text: cut(text) }],
});

const cut = (text: string): string => (text.length > LONGEST_RUN ? `${text.slice(0, LONGEST_RUN).toWellFormed()}……` : text);

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at < Math.min(text.length, LONGEST_RUN) - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice's coefficient over letter pairs. */
function alike(one: string, other: string): boolean {
  const a = pairsOf(one);
  const b = pairsOf(other);
  const size = (pairs: Map<string, number>): number => [...pairs.values()].reduce((sum, count) => sum + count, 0);
  let common = 0;
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  return 2 * common >= ALIKE * (size(a) + size(b)) && common > 0;
}

/** One paragraph in both wordings: common, deleted and inserted runs. */
export function runsOf(before: string, after: string): readonly Run[] {
  const a = [...before];
  const b = [...after];
  const parts: { kind: Run['kind']; text: string }[] = [];
  const add = (kind: Run['kind'], letters: readonly string[]): void => {
    if (letters.length === 0) return;
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += letters.join('');
    else parts.push({ kind, text: letters.join('') });
  };
  let place: Match = [0, 0];
  for (const [i, j] of [...matches(a, b), [a.length, b.length] as const]) {
    add('deleted', a.slice(place[0], i));
    add('inserted', b.slice(place[1], j));
    add('same', a.slice(i, i + 1));
    place = [i + 1, j + 1];
  }
  return shortened(withoutConfetti(parts));
}

function withoutConfetti(parts: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  let gone = '';
  let come = '';
  const flush = (): void => {
    if (gone) result.push({ kind: 'deleted', text: gone });
    if (come) result.push({ kind: 'inserted', text: come });
    gone = '';
    come = '';
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const inside = index > 0 && index < parts.length - 1;
    if (kind === 'same' && !(inside && text.length < CONFETTI)) {
      flush();
      result.push({ kind, text });
      continue;
    }
    if (kind !== 'inserted') gone += text;
    if (kind !== 'deleted') come += text;
  }
  flush();
  return result;
}

function shortened(runs: readonly Run[]): readonly Run[] {
  return runs.map(({ kind, text }, index) => {
    if (kind !== 'same') return { kind, text: cut(text) };
    const head = index === 0 ? 0 : AROUND;
    const tail = index === runs.length - 1 ? 0 : AROUND;
    if (text.length <= head + tail + AROUND) return { kind, text };
    return { kind, text: `${text.slice(0, head)}……${tail === 0 ? '' : text.slice(-tail)}`.toWellFormed() };
  });
}
