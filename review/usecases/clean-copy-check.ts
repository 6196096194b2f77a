/** What a clean copy must not hold, proved on the reading of the finished file: the writer's word counts for nothing here. */
import type { Draft, Piece, PieceKind } from '../model/index.ts';
import type { CleanRecord } from '../ports.ts';
import type { Edit } from './clean-copy.ts';

/** Texts this long are unlikely to stand elsewhere by chance: none of them may be left at all. */
const TELLING_LENGTH = 4;

/**
 * Label of a place in the new draft where a replaced text can still be read, in whatever width and with whatever blanks; undefined
 * when all are gone. A text that somebody decided to keep elsewhere may stand; a short one may stand as often as the edits leave it.
 */
export function stillReadable(
  before: Draft,
  after: Draft,
  edits: readonly Edit[],
  kept: ReadonlySet<string>,
): string | undefined {
  const times = new Map<string, number>();
  for (const { text } of edits) times.set(folded(text), (times.get(folded(text)) ?? 0) + 1);
  const keptFolded = new Set([...kept].map(folded));
  const [earlier, later] = [foldedPieces(before), foldedPieces(after)];
  for (const [text, edited] of times) {
    const left = occurrences(earlier, text).length - edited;
    const allowed = text.length >= TELLING_LENGTH && !keptFolded.has(text) ? 0 : Math.max(0, left);
    const found = occurrences(later, text);
    if (found.length > allowed) return found[0] ?? '脱敏稿';
  }
  return undefined;
}

interface FoldedPiece {
  readonly label: string;
  readonly text: string;
}
/** Compatible forms as one, without blanks and characters of no width: what a reader or a search takes for the same. */
const folded = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{Cf}\p{Mn}]/gu, '');
const foldedPieces = (draft: Draft): readonly FoldedPiece[] =>
  draft.pieces.map((piece) => ({ label: piece.where.label, text: folded(piece.text) }));

/** Labels of the pieces that hold a text, once for each time it stands there. */
function occurrences(pieces: readonly FoldedPiece[], text: string): readonly string[] {
  if (text === '') return [];
  return pieces.flatMap((piece) =>
    piece.text.includes(text) ? Array.from({ length: piece.text.split(text).length - 1 }, () => piece.label) : [],
  );
}

/** Kinds of which a copy holds none, and those (names of styles and fonts, page numbers) of which it may not hold more. */
const NONE_LEFT: readonly PieceKind[] = [
  'comment',
  'tracked-insertion',
  'tracked-deletion',
  'hidden-text',
  'hidden-sheet',
  'speaker-notes',
  'alt-text',
  'attachment',
  'custom-data',
];
const NOT_MORE: readonly PieceKind[] = ['metadata', 'field-code', 'part-residue', 'link-target'];
/** What a reader of the page sees; hidden, a piece of these kinds has no place in a copy. */
const SHOWN: readonly PieceKind[] = ['body', 'heading', 'table-cell', 'header', 'footer', 'footnote', 'endnote', 'text-box'];

/** Label of a hidden text, or of a part that cannot be read, in a copy of an Office file; undefined when there is none. */
export function leftHidden(before: Draft, after: Draft, way: CleanRecord['way']): string | undefined {
  if (way === 'text') return undefined;
  const broken = after.unread.find(({ code }) => code.startsWith('xml-'));
  if (broken) return `部件 ${broken.part}`;
  const hidden = after.pieces.find(({ kind, visible }) => NONE_LEFT.includes(kind) || (!visible && SHOWN.includes(kind)));
  if (hidden || way !== 'spliced') return hidden?.where.label;
  const count = (draft: Draft, kind: PieceKind) => draft.pieces.filter((piece) => piece.kind === kind && !piece.visible);
  return NOT_MORE.map((kind) => count(after, kind)[count(before, kind).length]?.where.label).find((label) => label !== undefined);
}

/** What pictures of pages show of a draft with the edits: what is painted over says nothing any more, new wording what it says. */
export function shownInPicture(before: Draft, edits: readonly Edit[]): Draft {
  const bars = edits.map((edit) => ({ ...edit, replacement: edit.rewrite ? edit.replacement : '■' }));
  const byPiece = Map.groupBy(bars, (edit) => edit.piece);
  const pieces = before.pieces
    .filter(({ kind, visible }) => visible && SHOWN.includes(kind))
    .map((piece) => ({ ...piece, text: withEdits(piece, byPiece.get(piece.index) ?? []) }));
  return { ...before, pieces };
}

/** Label of anything but pictures that the reader finds in a picture PDF; undefined when there is nothing else. */
export function leftInPicture(after: Draft): string | undefined {
  const piece = after.pieces.find(({ kind }) => kind !== 'file-name' && kind !== 'ocr');
  const unread = after.unread.find(({ code }) => code !== 'scan');
  return piece?.where.label ?? unread?.part;
}

/** True when a spliced copy shows another text than the draft with the edits applied: then something was lost on the way. */
export function showsOther(before: Draft, after: Draft, edits: readonly Edit[], way: CleanRecord['way']): boolean {
  if (way !== 'spliced') return false;
  const byPiece = Map.groupBy(edits, (edit) => edit.piece);
  const wanted = shownText(before, (piece) => withEdits(piece, byPiece.get(piece.index) ?? []));
  return wanted !== shownText(after, ({ text }) => text);
}

const withEdits = ({ text }: Piece, edits: readonly Edit[]): string =>
  edits.toReversed().reduce((whole, { start, end, replacement }) => whole.slice(0, start) + replacement + whole.slice(end), text);

/** All that is seen, in order, without blanks. An insertion that is accepted moves from its kind to another and nowhere else. */
const shownText = (draft: Draft, textOf: (piece: Piece) => string): string =>
  draft.pieces
    .filter(({ kind, visible }) => visible && (SHOWN.includes(kind) || kind === 'tracked-insertion'))
    .map((piece) => folded(textOf(piece)))
    .join('');
