import type { Candidate, Range } from '../model.ts';
import type { PlannedColumn, PlannedRecogniser, PlannedRule } from './plan.ts';
import type { Reading } from './reading.ts';
import { CLAUSE_HALF, SENTENCE_HALF } from './scene.ts';
import { isRepetition } from './wakings.ts';

/** How many wakings are done between two breaths of the host. */
const BREATH = 64;
/** Places of several words, ascending, places inside monotonous runs left out. */
function places(reading: Reading, words: readonly number[]): readonly Range[] {
  const { codes } = reading.scene;
  return reading.places(words).filter(({ start }) => !isRepetition(codes, start));
}

/** Clauses and sentences from this length on may be looked at in another cut than the one round the anchor. */
const ENDLESS = 200;

/**
 * Says yes to the first anchor of every clause or sentence, asked in order of place; to more where the window was cut short by its bound
 * and does not reach to the end; to none where what is needed does not stand. Asked while the recogniser runs, not before, so that both
 * look at the same sentence one after the other.
 */
function firstOfEach(
  reading: Reading,
  unit: 'clause' | 'sentence' | undefined,
  needs?: Int32Array,
): (start: number, end: number) => boolean {
  if (!unit) return () => true;
  const { scene } = reading;
  const half = unit === 'clause' ? CLAUSE_HALF : SENTENCE_HALF;
  let next = 0;
  let seenFrom = 0;
  let seenTo = 0;
  return (start, end) => {
    if (start >= seenFrom && end <= seenTo) return false;
    const window = unit === 'clause' ? scene.clause(start) : scene.sentence(start);
    seenFrom = window.start;
    seenTo = window.end === start + half ? window.end - half / 2 : window.end;
    if (!needs || window.end - window.start >= ENDLESS) return true;
    // Windows ascend; only in text without an end may one begin before the last one did.
    if (next > 0 && (needs[next - 1] as number) >= window.start) next = 0;
    while (next < needs.length && (needs[next] as number) < window.start) next++;
    return next < needs.length && (needs[next] as number) < window.end;
  };
}

/** Cells that wake a recogniser by header, row label or left neighbour. */
function cells(reading: Reading, headers: readonly string[]): readonly Range[] {
  if (headers.length === 0) return [];
  // A table says the same few words over each of its thousand rows.
  const known = new Map<string, boolean>();
  const names = (text: string): boolean => {
    if (text === '') return false;
    let is = known.get(text);
    if (is === undefined) {
      is = headers.some((header) => text.includes(header));
      known.set(text, is);
    }
    return is;
  };
  return reading.scene.cells.filter(
    ({ cell, start, end }) => cell && end > start && (names(cell.header) || names(cell.label) || names(cell.left)),
  );
}

export function* recognised(reading: Reading, planned: PlannedRecogniser): Generator<number, readonly Candidate[]> {
  const { recogniser } = planned;
  const known = reading.shared(recogniser.id);
  if (known) return known;
  const anchors = reading.wakings.of(planned);
  const isFirst = firstOfEach(reading, recogniser.once, reading.wakings.needsOf(planned));
  const others = [
    ...(recogniser.digits === undefined ? [] : reading.runs('ascii', recogniser.digits)),
    ...(recogniser.chineseDigits === undefined ? [] : reading.runs('chinese', recogniser.chineseDigits)),
    ...cells(reading, planned.headers),
  ];
  const candidates = new Map<string, Candidate>();
  const total = anchors.starts.length + others.length;
  let count = 0;
  for (let index = 0; index < anchors.starts.length; index++) {
    const start = anchors.starts[index] as number;
    const end = start + reading.length(anchors.words[index] as number);
    if (!isFirst(start, end)) continue;
    keep(candidates, recogniser.recognise(reading.scene, { start, end }));
    if (++count % BREATH === 0) yield index / total;
  }
  for (const [index, { start, end }] of others.entries()) {
    keep(candidates, recogniser.recognise(reading.scene, { start, end }));
    if (++count % BREATH === 0) yield (anchors.starts.length + index) / total;
  }
  return reading.share(recogniser.id, [...candidates.values()]);
}

/** Of candidates that say the same the surest is kept. */
function keep(candidates: Map<string, Candidate>, more: readonly Candidate[]): void {
  for (const candidate of more) {
    const key = `${candidate.start},${candidate.end},${candidate.value},${candidate.passedOver === undefined}`;
    const before = candidates.get(key);
    if (!before || before.confidence < candidate.confidence) candidates.set(key, candidate);
  }
}

function byKeyword(reading: Reading, words: readonly number[]): readonly Candidate[] {
  return words.flatMap((word) => {
    const value = reading.word(word);
    const length = reading.length(word);
    return [...reading.starts(word)].map((start) => ({
      start,
      end: start + length,
      value,
      confidence: 0.7,
      evidence: [{ label: `词语“${value}”` }],
    }));
  });
}

function* byPattern(
  reading: Reading,
  match: Extract<PlannedRule['match'], { kind: 'pattern' }>,
): Generator<number, readonly Candidate[]> {
  const { scene } = reading;
  const found = new Map<string, Candidate>();
  const isFirst = firstOfEach(reading, 'clause');
  const anchors = places(reading, match.anchors).filter(({ start, end }) => isFirst(start, end));
  let count = 0;
  for (const anchor of anchors) {
    if (++count % BREATH === 0) yield count / anchors.length;
    for (const { value } of match.pattern.all(scene.text, scene.clause(anchor.start))) {
      const text = scene.text.slice(value.start, value.end);
      const key = `${value.start},${value.end}`;
      if (!found.has(key))
        found.set(key, {
          ...value,
          value: text,
          confidence: 0.75,
          evidence: [{ label: `“${reading.scene.text.slice(anchor.start, anchor.end)}”之旁的写法相符`, range: anchor }],
        });
    }
  }
  return [...found.values()];
}

/** Row 0 of a wide table is a row of headers, which stand beside each other without being labels; two or four cells may be a form's pairs. */
const pairsUp = (width: number, row: number) => row > 0 || width === 2 || width === 4;

function* byColumn(reading: Reading, column: PlannedColumn): Generator<number, readonly Candidate[]> {
  const { scene } = reading;
  const found: Candidate[] = [];
  const named = new Map<string, boolean>();
  const matches = (text: string) => {
    const known = named.get(text);
    if (known !== undefined) return known;
    const is = text !== '' && column.header.test(text);
    named.set(text, is);
    return is;
  };
  let count = 0;
  for (const piece of scene.pieces) {
    if (++count % 512 === 0) yield count / scene.pieces.length;
    const { cell } = piece;
    if (!cell || piece.end === piece.start) continue;
    const title = [cell.header, cell.label, pairsUp(scene.headers(piece).length, cell.row) ? cell.left : ''].find(matches);
    if (title === undefined || (column.table && !scene.headers(piece).some((head) => column.table?.test(head)))) continue;
    // A cell is short; what stands beyond is prose that happens to stand in a table.
    const window = { start: piece.start, end: Math.min(piece.end, piece.start + 400) };
    if (column.not?.test(scene.text.slice(window.start, window.end))) continue;
    for (const { value } of column.cell.all(scene.text, window))
      found.push({
        ...value,
        value: scene.text.slice(value.start, value.end),
        confidence: 0.85,
        evidence: [{ label: `表头或栏目“${title.slice(0, 40)}”` }],
      });
  }
  return found;
}

/** All candidates of a rule, before context and combination. Yields now and then, so that the host can breathe. */
export function* candidatesOf(reading: Reading, planned: PlannedRule): Generator<number, readonly Candidate[]> {
  const { match } = planned;
  if (match.kind === 'keywords') return byKeyword(reading, match.words);
  if (match.kind === 'pattern') return yield* byPattern(reading, match);
  if (match.kind === 'listed') return reading.listed.candidates(match.listed, reading.on);
  // Looks at what the other rules found, hence after them: second-look.ts.
  if (match.kind === 'likeness') return [];
  if (match.kind === 'column') return yield* byColumn(reading, match.column);
  const recogniser = reading.plan.recognisers.get(match.recogniser);
  return recogniser ? yield* recognised(reading, recogniser) : [];
}
