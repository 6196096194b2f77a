import type { Combine, Fact, Range } from '../model.ts';
import type { Reading } from './reading.ts';
import { recognised } from './recogniser-run.ts';

const SCOPE_NAMES: Readonly<Record<Combine['scope'], string>> = {
  clause: '同一分句',
  sentence: '同一句',
  piece: '同一段',
  row: '同一行',
  section: '同一节',
  draft: '全文',
};

/** The identifiable works of a draft, ascending: those the text describes and those of the office's own list. */
export function* worksOf(reading: Reading, which: Combine['with']): Generator<number, readonly Range[]> {
  const listed = reading.listed.works;
  if (which === 'listed-work') return listed;
  const planned = reading.plan.recognisers.get(which);
  const candidates = planned ? yield* recognised(reading, planned) : [];
  const described = candidates.filter((candidate) => candidate.passedOver === undefined);
  return [...described, ...listed].sort((a, b) => a.start - b.start);
}

function scopesOf(reading: Reading, scope: Combine['scope'], at: Range): readonly Range[] {
  const { scene } = reading;
  const piece = scene.pieceAt(at.start);
  if (scope === 'draft') return [{ start: 0, end: scene.text.length }];
  if (scope === 'section') return [scene.section(at.start)];
  // A cell holds one value: its sentence is the row.
  if (piece.cell || scope === 'row') return reading.rowOf(piece);
  if (scope === 'piece') return [piece];
  return [scope === 'clause' ? scene.clause(at.start) : scene.sentence(at.start)];
}

function firstInside(works: readonly Range[], range: Range): Range | undefined {
  let low = 0;
  let high = works.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((works[middle]?.start ?? 0) < range.start) low = middle + 1;
    else high = middle;
  }
  const work = works[low];
  return work && work.start < range.end ? work : undefined;
}

/** Object + attribute + value (civil-defence terms, section 1): the work that makes an attribute weigh, when there is one in scope. */
export function workBeside(reading: Reading, works: readonly Range[], combine: Combine, at: Range): Fact | undefined {
  for (const scope of scopesOf(reading, combine.scope, at)) {
    const work = firstInside(works, scope);
    if (!work) continue;
    const name = reading.scene.text.slice(work.start, Math.min(work.end, work.start + 40));
    return { label: `${SCOPE_NAMES[combine.scope]}有可识别的工程“${name}”`, range: reading.inPiece(work) };
  }
  return undefined;
}
