import type { Candidate, Range, Recogniser, Scene, ScenePiece } from '../../model.ts';

/** Reads a whole piece at once; the engine wakes a recogniser at many words of the same piece. */
export type PieceReader = (scene: Scene, piece: ScenePiece) => readonly Candidate[];

/** How far from the waking word a candidate may lie; anchors are chosen so that this is enough. */
const REACH = 96;

/**
 * Makes a recogniser of a reader of pieces. Each piece is read once per scene (linear in its length, whatever the number of waking
 * words) and each waking word gives back only the candidates beside it.
 */
export function readingRecogniser(
  shape: Pick<Recogniser, 'id' | 'anchors' | 'words' | 'digits' | 'headers'>,
  read: PieceReader,
): Recogniser {
  const cache = new WeakMap<Scene, Map<number, readonly Candidate[]>>();
  return {
    ...shape,
    recognise(scene: Scene, at: Range): readonly Candidate[] {
      const piece = scene.pieceAt(at.start);
      let pieces = cache.get(scene);
      if (pieces === undefined) {
        pieces = new Map();
        cache.set(scene, pieces);
      }
      let candidates = pieces.get(piece.index);
      if (candidates === undefined) {
        candidates = [...read(scene, piece)].sort((a, b) => a.start - b.start);
        pieces.set(piece.index, candidates);
      }
      if (candidates.length < 8) return candidates;
      return beside(candidates, at);
    },
  };
}

function beside(candidates: readonly Candidate[], at: Range): readonly Candidate[] {
  let low = 0;
  let high = candidates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((candidates[middle]?.start ?? 0) < at.start - REACH) low = middle + 1;
    else high = middle;
  }
  const near: Candidate[] = [];
  for (let index = low; index < candidates.length; index++) {
    const candidate = candidates[index];
    if (candidate === undefined || candidate.start > at.end + REACH) break;
    near.push(candidate);
  }
  return near;
}
