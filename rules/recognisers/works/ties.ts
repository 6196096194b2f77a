/**
 * How a value is tied to an identifiable work (civil-defence-terms.md §1): by a name in the sentence, a name in the piece, a reference
 * (该工程) to one, or a name anywhere in the draft. The tie decides the level; each tie is evidence the reviewer reads.
 */
import type { Level } from '../../../review/model/index.ts';
import type { Candidate, Fact, Scene, ScenePiece } from '../../model.ts';
import { type Compact, compactPiece, toScene } from './compact.ts';
import { draftFacts, namesWork } from './draft-facts.ts';
import { sentenceOf } from './guards.ts';
import type { ObjectMatch } from './objects.ts';
import { objectNear, objectsBetween, pieceFacts } from './piece-facts.ts';
import { REFERENCE, speaksOfCivilDefence } from './vocabulary.ts';

export interface Tie {
  readonly strength: 'sentence' | 'piece' | 'reference' | 'draft' | 'none';
  readonly fact: Fact | undefined;
}

const reference = new RegExp(REFERENCE);

/** The strongest tie of the place `index` in a piece's compact text. */
export function tieOf(scene: Scene, piece: ScenePiece, index: number): Tie {
  const compact = compactPiece(scene, piece);
  const [from, to] = sentenceOf(compact.text, index);
  const facts = pieceFacts(scene, piece);
  const nearest = objectsBetween(facts, from, to).at(-1);
  if (nearest !== undefined)
    return {
      strength: 'sentence',
      fact: {
        label: `句中具体工程“${nearest.name}”`,
        range: toScene(compact, nearest.start, nearest.end),
        ...nameOf(nearest),
      },
    };
  const before = objectNear(facts, index);
  if (before !== undefined)
    return {
      strength: 'piece',
      fact: { label: `同段具体工程“${before.name}”`, range: toScene(compact, before.start, before.end), ...nameOf(before) },
    };
  const pointing = reference.exec(compact.text.slice(Math.max(0, from - 200), to));
  if (pointing !== null) return { strength: 'reference', fact: { label: `指代具体工程的“${pointing[0]}”` } };
  if (namesWork(scene)) return { strength: 'draft', fact: { label: '文中写有具体工程名称' } };
  return { strength: 'none', fact: undefined };
}

/** 警报器 and the like name a kind of thing, no work of its own. */
const nameOf = ({ kind, name }: ObjectMatch): { readonly work?: string } => (kind === 'siren' ? {} : { work: name });

/** Level by tie: an identifiable work and a value must be dealt with; a weaker tie needs a look. */
export function levelByTie(tie: Tie): Level {
  if (tie.strength === 'none') return 'review';
  return tie.strength === 'reference' ? 'review' : 'block';
}

export const CONFIDENCE: Readonly<Record<Tie['strength'], number>> = {
  sentence: 0.95,
  piece: 0.9,
  draft: 0.85,
  reference: 0.8,
  none: 0.6,
};

/** True where the sentence, the piece, the table or the title speaks of civil defence. */
export function isCivilContext(scene: Scene, piece: ScenePiece): boolean {
  if (pieceFacts(scene, piece).civil) return true;
  const facts = draftFacts(scene);
  if (piece.cell !== undefined) {
    const kind = facts.tables.get(piece.cell.table)?.kind;
    if (kind === 'works' || kind === 'sirens') return true;
  }
  return facts.civil && (speaksOfCivilDefence(facts.title) || speaksOfCivilDefence(scene.headingAbove(piece.start)));
}

/** Puts a candidate together. */
export function candidate(
  compact: Compact,
  start: number,
  end: number,
  value: string,
  level: Level,
  confidence: number,
  evidence: readonly (Fact | undefined)[],
): Candidate {
  return { ...toScene(compact, start, end), value, level, confidence, evidence: evidence.filter((fact) => fact !== undefined) };
}

/** A value that is passed over, with the reason in Chinese for those who ask why. */
export function passedOver(compact: Compact, start: number, end: number, value: string, why: string): Candidate {
  return { ...toScene(compact, start, end), value, confidence: 0, evidence: [], passedOver: why };
}
