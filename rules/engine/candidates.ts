import type { Candidate, Range } from '../model.ts';
import { isHeaderRow } from './header-row.ts';
import type { PlannedColumn, PlannedRule } from './plan.ts';
import type { Reading } from './reading.ts';
import { firstOfEach, recognised } from './recogniser-run.ts';
import { isRepetition } from './wakings.ts';

/** How many wakings are done between two breaths of the host. */
const BREATH = 64;

/** Places of several words, ascending, places inside monotonous runs left out. */
function places(reading: Reading, words: readonly number[]): readonly Range[] {
  const { codes } = reading.scene;
  return reading.places(words).filter(({ start }) => !isRepetition(codes, start));
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
  for (const piece of scene.cells) {
    if (++count % 512 === 0) yield count / scene.cells.length;
    const { cell } = piece;
    if (!cell || piece.end === piece.start) continue;
    const heads = scene.headers(piece);
    const names = cell.row === 0 && isHeaderRow(heads);
    const label = names ? '' : cell.label;
    const title = [cell.header, label, !names && pairsUp(heads.length, cell.row) ? cell.left : ''].find(matches);
    if (title === undefined || (column.table && !heads.some((head) => column.table?.test(head)))) continue;
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
