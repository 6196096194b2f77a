/** What changed between two versions of a draft, by paragraphs and inside them by characters; for people who read before they sign. */
import type { ParagraphChange } from '../contract.ts';
import type { Draft, Piece } from '../model/index.ts';
import { type AlignedPieces, alignedPieces } from './aligned-pieces.ts';
import { type Match, matches } from './sequence-match.ts';

type Run = ParagraphChange['runs'][number];

/** Common text shorter than this between two changes is shown as changed: single letters in common say nothing. */
const CONFETTI = 2;
/** Common text beyond this on either side of a change is left out, in UTF-16 units. */
const AROUND = 48;
const LONGEST_RUN = 2_000;

const compared = (draft: Draft): readonly Piece[] =>
  draft.pieces.filter((piece) => piece.kind !== 'file-name' && piece.text.trim() !== '');

/** Changes in reading order of the present version; what was deleted stands where it used to be. */
export function paragraphChanges(before: Draft, after: Draft): readonly ParagraphChange[] {
  const pairs = alignedPieces(compared(before), compared(after), {
    key: ({ kind, text }) => `${kind} ${text}`,
    mayBe: (piece, other) => piece.kind === other.kind,
  });
  return pairs.flatMap(changeOf);
}

function changeOf({ before, after }: AlignedPieces): readonly ParagraphChange[] {
  if (!before) return after ? [whole('inserted', after)] : [];
  if (!after) return [whole('deleted', before)];
  if (before.text === after.text) return [];
  return [
    { kind: 'changed', label: after.where.label, visible: after.visible, runs: shortened(runsOf(before.text, after.text)) },
  ];
}

const whole = (kind: 'inserted' | 'deleted', { text, visible, where }: Piece): ParagraphChange => ({
  kind,
  label: where.label,
  visible,
  runs: [{ kind, text: cut(text) }],
});

const cut = (text: string): string => (text.length > LONGEST_RUN ? `${text.slice(0, LONGEST_RUN).toWellFormed()}……` : text);

/** One paragraph in both wordings, whole: common, deleted and inserted runs. */
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
  return withoutConfetti(parts);
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
