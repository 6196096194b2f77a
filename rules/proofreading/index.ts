import type { Draft, PieceKind, ProofNote } from '../../review/model/index.ts';
import type { ProofCheck } from './check.ts';
import { dates } from './dates.ts';
import { documentNumbers } from './document-numbers.ts';
import { doubled } from './doubled.ts';
import { misspellings } from './misspellings.ts';
import { pairs } from './pairs.ts';
import { remains } from './remains.ts';
import { reversals } from './reversals.ts';
import { units } from './units.ts';
import { widths } from './widths.ts';

/** 文字关, gravest first; one line a check. */
export const PROOF_CHECKS: readonly ProofCheck[] = [
  reversals,
  dates,
  documentNumbers,
  misspellings,
  doubled,
  units,
  pairs,
  widths,
  remains,
];

/** What is read by the public; hidden parts go out by other means, and a table of contents is no sentence. */
const READ: readonly PieceKind[] = ['body', 'heading', 'table-cell', 'text-box', 'footnote', 'endnote'];
/** A draft that is all half-width needs to be told once, not two thousand times. */
const MOST = 300;
const MOST_A_PIECE = 4;

/**
 * Slips of the pen in a draft, in reading order. Not part of the rules: no identity, no level, no decision; nothing here says
 * anything about confidentiality.
 */
export function proofread(draft: Draft): readonly ProofNote[] {
  const notes: ProofNote[] = [];
  for (const { index: piece, kind, visible, text } of draft.pieces) {
    if (!visible || !READ.includes(kind)) continue;
    for (const { id: check, title, find } of PROOF_CHECKS)
      for (const { start, end, reason, suggestion } of find(text).slice(0, MOST_A_PIECE))
        notes.push({ piece, start, end, text: text.slice(start, end), check, title, reason, suggestion });
    if (notes.length >= MOST) break;
  }
  return notes.slice(0, MOST);
}
