import { PlacedPattern } from '../../engine/placed-pattern.ts';
import type { Range, Scene } from '../../model.ts';
import { isAppointment } from './draft-facts.ts';
import { namesInCell } from './name-cells.ts';
import { nameLengthAt } from './name-reading.ts';
import { personTable } from './person-tables.ts';
import { PARTY_WORDS, RELATION_WORDS } from './person-words.ts';

const known = new WeakMap<Scene, ReadonlySet<string>>();
const PARTY_LABEL = new PlacedPattern(
  new RegExp(
    `(?:${[...PARTY_WORDS, ...RELATION_WORDS.filter((word) => word.length > 1)].sort((a, b) => b.length - a.length).join('|')})(?:姓名)?(?:[:：][ ]?)?`,
  ),
);
const SEX: readonly string[] = ['，男', '，女', ',男', ',女'];
/** 盛世昌,男,… at the head of a sentence. */
const DESCRIBED = /(?<=^|[\n。；.])([\u4e00-\u9fff]{2,4})(?:\([^()]{0,20}\))?[，,][男女][，,]$/;
/** From the head of the sentence to the comma behind the sex, with the mark before it. */
const DESCRIBED_LENGTH = 30;
/** A roster of thousands needs no register: every name stands in its own row. */
const MOST = 400;

/**
 * Names that tables of persons and labels of parties show in this draft: further down they tell of whom a sentence speaks, though
 * nothing else marks them as names (万里因… in the notes under the list). Read once a scene.
 */
export function knownPersons(scene: Scene): ReadonlySet<string> {
  const before = known.get(scene);
  if (before) return before;
  const names = new Set<string>();
  const add = (range: Range) => names.add(scene.text.slice(range.start, range.end).replaceAll(' ', ''));
  for (const piece of scene.pieces) {
    if (names.size >= MOST) break;
    if (piece.cell && personTable(scene, piece)?.personal) namesInCell(scene, piece).forEach(add);
  }
  for (const match of PARTY_LABEL.all(scene)) {
    if (names.size >= MOST) break;
    const start = match.index + match[0].length;
    const length = nameLengthAt(scene.text, start, /[:：]/.test(match[0]) ? 'labelled' : 'role');
    if (length > 2 || (length === 2 && /[:：]/.test(match[0]))) add({ start, end: start + length });
  }
  if (!isAppointment(scene))
    for (const name of describedNames(scene)) if (nameLengthAt(name, 0, 'labelled') === name.length) names.add(name);
  known.set(scene, names);
  return names;
}

function describedNames(scene: Scene): readonly string[] {
  return scene.places(SEX).flatMap(({ start, end }) => {
    const from = Math.max(0, start - DESCRIBED_LENGTH);
    const name = DESCRIBED.exec(scene.text.slice(from, end + 1));
    // At the very start of what was cut, the look back sees a start of text that is none.
    return name?.[1] && (name.index > 0 || from === 0) ? [name[1]] : [];
  });
}

const patterns = new WeakMap<ReadonlySet<string>, RegExp | undefined>();

/** The last of the known names in a stretch of text, or undefined. */
export function lastKnown(scene: Scene, from: number, to: number): Range | undefined {
  const names = knownPersons(scene);
  let pattern = patterns.get(names);
  if (!pattern && names.size > 0) {
    pattern = new RegExp([...names].map((name) => name.replace(/[^\u4e00-\u9fffA-Za-z]/g, '\\$&')).join('|'), 'g');
    patterns.set(names, pattern);
  }
  if (!pattern) return undefined;
  let last: Range | undefined;
  for (const match of scene.text.slice(from, to).matchAll(pattern))
    last = { start: from + match.index, end: from + match.index + match[0].length };
  return last;
}
