import type { Candidate, Range, Recogniser, Scene } from '../../model.ts';
import type { PieceReader } from './per-piece.ts';

/** How far before and behind a waking word pieces are read. */
const BEFORE = 1500;
const BEHIND = 4000;

/** Order number of the first piece that ends at or after an offset. */
function firstPieceAt(scene: Scene, offset: number): number {
  let low = 0;
  let high = scene.pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scene.pieces[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Makes a recogniser that reads every piece in a window round its waking words, each once: in a draft about works the place or the size
 * stands in lines that hold no word of the field themselves. Waking words come in order of place, so one mark says what has been read.
 */
export function windowRecogniser(
  id: string,
  anchors: readonly string[],
  concerns: (scene: Scene) => boolean,
  read: PieceReader,
): Recogniser {
  const readTo = new WeakMap<Scene, number>();
  return {
    id,
    anchors,
    recognise(scene: Scene, at: Range): readonly Candidate[] {
      const done = readTo.get(scene) ?? 0;
      if (done >= scene.pieces.length || !concerns(scene)) return [];
      const found: Candidate[] = [];
      let order = Math.max(done, firstPieceAt(scene, at.start - BEFORE));
      for (; order < scene.pieces.length; order++) {
        const piece = scene.pieces[order];
        if (piece === undefined || piece.start > at.end + BEHIND) break;
        if (piece.end > piece.start) found.push(...read(scene, piece));
      }
      readTo.set(scene, Math.max(done, order));
      return found;
    },
  };
}
