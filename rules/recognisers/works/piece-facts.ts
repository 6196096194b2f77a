/**
 * What one piece says about works, read once: its grades, its sizes, where values describe a shelter, the works it names. Recognisers
 * ask for a stretch of it; with every question answered by halving, a piece of a megabyte costs no more per question than a line.
 */
import type { Scene, ScenePiece } from '../../model.ts';
import { compactPiece } from './compact.ts';
import { type DescribedSize, matchDescribedSizes } from './described-size-grammar.ts';
import { harmlessSize, normOfGrade } from './guards.ts';
import { matchObjects, type ObjectMatch } from './objects.ts';
import { type GradeMatch, matchGrades } from './protection-grammar.ts';
import { matchScale, type ScaleMatch } from './scale-grammar.ts';
import { speaksOfCivilDefence } from './vocabulary.ts';

/** Cheap signs, so that the grammars run only where a value may stand: 审核 and 经常 alone hold none. */
const HOLDS_VALUE =
  /[核常](?:武器|规武器)?[抗力()核常]{0,4}[1-6一二三四五六壹贰叁肆伍陆]|[甲乙][类1-6一二三四五六]|防化|抗力|等级|级别|类别|标准|人防|民防|防空|设防|超压|[1-6一二三四五六][Bb]?级/;
const HOLDS_SIZE = /[平㎡m米]|[人名个张台辆座间具顶套床件吨箱部只副把袋瓶]|升|公斤|战时|掩蔽|物资|医院|车库|电站|救护|专业队/;

/** Facts of a piece, each read when first asked for; offsets are those of its compact text. */
export class PieceFacts {
  readonly text: string;
  #grades: readonly GradeMatch[] | undefined;
  #scales: readonly ScaleMatch[] | undefined;
  #described: readonly DescribedSize[] | undefined;
  #describing: readonly number[] | undefined;
  #objects: readonly ObjectMatch[] | undefined;
  #civil: boolean | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get grades(): readonly GradeMatch[] {
    this.#grades ??= HOLDS_VALUE.test(this.text) ? matchGrades(this.text) : [];
    return this.#grades;
  }

  get scales(): readonly ScaleMatch[] {
    this.#scales ??= HOLDS_SIZE.test(this.text) ? matchScale(this.text) : [];
    return this.#scales;
  }

  /** Sizes in plain words: they count only in a draft about works. */
  get described(): readonly DescribedSize[] {
    this.#described ??= matchDescribedSizes(this.text);
    return this.#described;
  }

  get objects(): readonly ObjectMatch[] {
    this.#objects ??= matchObjects(this.text);
    return this.#objects;
  }

  get civil(): boolean {
    this.#civil ??= speaksOfCivilDefence(this.text);
    return this.#civil;
  }

  /** Starts, ascending, of values that describe a shelter: neither norm nor teaching nor a total, whatever stands beside them. */
  get describing(): readonly number[] {
    this.#describing ??= readDescribing(this.text, this.grades, this.scales);
    return this.#describing;
  }
}

const cache = new WeakMap<Scene, Map<number, PieceFacts>>();

/** Facts of a piece, one object per scene and piece. */
export function pieceFacts(scene: Scene, piece: ScenePiece): PieceFacts {
  let pieces = cache.get(scene);
  if (pieces === undefined) {
    pieces = new Map();
    cache.set(scene, pieces);
  }
  let facts = pieces.get(piece.index);
  if (facts === undefined) {
    facts = new PieceFacts(compactPiece(scene, piece).text);
    pieces.set(piece.index, facts);
  }
  return facts;
}

/** 一等人员掩蔽所 without 战时 before it is a category as often as a use. */
function isRankAlone(text: string, match: ScaleMatch): boolean {
  return match.form === 'use' && !/战时[^,。;]{0,8}$/.test(text.slice(Math.max(0, match.start - 12), match.start));
}

function readDescribing(text: string, grades: readonly GradeMatch[], scales: readonly ScaleMatch[]): readonly number[] {
  const describing = [
    ...grades.filter((match) => match.form !== 'class' && normOfGrade(text, match.start, match.end, false) === undefined),
    ...scales.filter(
      (match) =>
        match.tie === 'own' && !isRankAlone(text, match) && harmlessSize(text, match.start, match.end, false) === undefined,
    ),
  ];
  return describing.map((match) => match.start).sort((a, b) => a - b);
}

/** Index of the first start at or after `from`. */
function firstAt<T>(list: readonly T[], from: number, startOf: (entry: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && startOf(entry) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when a value in [from, to) describes a shelter. */
export function describesWork(facts: PieceFacts, from: number, to: number): boolean {
  const next = facts.describing[firstAt(facts.describing, from, (start) => start)];
  return next !== undefined && next < to;
}

/** True when any grade stands in [from, to). */
export function holdsGrade(facts: PieceFacts, from: number, to: number): boolean {
  const next = facts.grades[firstAt(facts.grades, from, (match) => match.start)];
  return next !== undefined && next.start < to;
}

/** Works named in [from, to), sirens left out where asked. */
export function objectsBetween(facts: PieceFacts, from: number, to: number): readonly ObjectMatch[] {
  const found: ObjectMatch[] = [];
  for (let index = firstAt(facts.objects, from, (object) => object.start); index < facts.objects.length; index++) {
    const object = facts.objects[index];
    if (object === undefined || object.start >= to) break;
    if (object.end <= to) found.push(object);
  }
  return found;
}

/** The last work named before `index`, or the first of the piece. */
export function objectNear(facts: PieceFacts, index: number): ObjectMatch | undefined {
  return facts.objects[firstAt(facts.objects, index, (object) => object.start) - 1] ?? facts.objects[0];
}
