/**
 * `node build/learn.ts FOLDER...`: makes the weights of the second look (rules/second-look/weights.ts) of labelled drafts
 * (`*.gold.txt`). With `--try=FOLDER` it writes nothing and tells what the weights would add on drafts they have not seen.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRuleSet } from '../host/rule-files.ts';
import { readDraft } from '../ingest/index.ts';
import { BUCKETS, Features } from '../rules/second-look/features.ts';
import { Likeness, LOOKED_FOR, type Weights } from '../rules/second-look/likeness.ts';
import { BIT, Neighbours } from '../rules/second-look/neighbours.ts';
import { type Unit, unitsOf } from '../rules/second-look/units.ts';
import { readLabels } from '../tests/corpus/labels.ts';
import { root } from './bundle.ts';

interface Lesson {
  readonly features: readonly number[];
  /** Labelled categories of the unit, as bits of LOOKED_FOR. */
  readonly labels: number;
  /** Categories the rules have found in it already, bits of CATEGORIES. */
  readonly known: number;
  readonly text: string;
  readonly draft: string;
  readonly near: boolean;
}

const engine = readRuleSet().engine;

async function lessonsOf(folder: string, name: string): Promise<Lesson[]> {
  const { text, spans } = readLabels(readFileSync(join(folder, name), 'utf8'));
  const draft = await readDraft(name.replace('.gold.txt', '.txt'), new TextEncoder().encode(text));
  if (!draft.ok) throw new Error(`${name}: ${draft.error.code}`);
  const { scene, placed } = engine.looked(draft.data);
  const neighbours = new Neighbours(scene, placed);
  const features = new Features();
  const offsetOf = new Map(draft.data.pieces.map((piece) => [piece.index, piece.where.offset ?? 0]));
  const reached = new Set(neighbours.reached(scene.pieces.length));
  const labelsOf = (unit: Unit): number => {
    let bits = 0;
    for (const original of scene.originals(unit)) {
      const start = (offsetOf.get(original.piece) ?? 0) + original.start;
      const end = start + original.end - original.start;
      for (const span of spans) {
        const shared = Math.min(end, span.end) - Math.max(start, span.start);
        const at = LOOKED_FOR.indexOf(span.category as (typeof LOOKED_FOR)[number]);
        if (at >= 0 && shared * 2 >= span.end - span.start) bits |= 1 << at;
      }
    }
    return bits;
  };
  return scene.pieces.flatMap((piece, order) =>
    unitsOf(scene, piece).map((unit) => ({
      features: [...features.of(scene, unit, neighbours.beside(unit))],
      labels: labelsOf(unit),
      known: neighbours.inside(unit),
      text: scene.text.slice(unit.start, unit.end),
      draft: name,
      near: reached.has(order),
    })),
  );
}

async function lessonsIn(folder: string): Promise<Lesson[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.gold.txt'));
  const all: Lesson[] = [];
  for (const name of names.sort()) all.push(...(await lessonsOf(folder, name)));
  return all;
}

/** A small generator of its own, so that the same drafts always give the same weights. */
function shuffled(count: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  let state = seed;
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
  return order;
}

const ROUNDS = 20;
const STEP = 0.5;
const BIAS_STEP = 0.02;

/** Logistic regression for each category, by stochastic steps with a rate of its own for each weight (AdaGrad). */
function learn(lessons: readonly Lesson[], seed: number): { weights: Float32Array; bias: Float64Array } {
  const count = LOOKED_FOR.length;
  const weights = new Float32Array(BUCKETS * count);
  const squares = new Float32Array(BUCKETS * count).fill(1e-3);
  const bias = new Float64Array(count).fill(-3);
  for (let round = 0; round < ROUNDS; round++)
    for (const index of shuffled(lessons.length, seed + round)) {
      const { features, labels } = lessons[index] as Lesson;
      const norm = 1 / Math.sqrt(Math.max(1, features.length));
      for (let at = 0; at < count; at++) {
        let sum = bias[at] as number;
        for (const feature of features) sum += (weights[feature * count + at] as number) * norm;
        const error = 1 / (1 + Math.exp(-sum)) - ((labels >> at) & 1);
        if (Math.abs(error) < 0.01) continue;
        const slope = error * norm;
        for (const feature of features) {
          const place = feature * count + at;
          squares[place] = (squares[place] as number) + slope * slope;
          weights[place] = (weights[place] as number) - (STEP * slope) / Math.sqrt(squares[place] as number);
        }
        bias[at] = (bias[at] as number) - BIAS_STEP * error;
      }
    }
  return { weights, bias };
}

/** Mean of several runs in different orders: steadier than any one of them. */
function learned(lessons: readonly Lesson[]): Weights {
  const runs = [1, 2, 3].map((seed) => learn(lessons, seed * 7919));
  const mean = Float32Array.from({ length: BUCKETS * LOOKED_FOR.length }, (_, at) =>
    runs.reduce((sum, run) => sum + (run.weights[at] ?? 0) / runs.length, 0),
  );
  const bias = LOOKED_FOR.map((_, at) => runs.reduce((sum, run) => sum + (run.bias[at] ?? 0) / runs.length, 0));
  const largest = mean.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const scale = largest / 127;
  const bytes = Buffer.from(Int8Array.from(mean, (weight) => Math.round(weight / scale)).buffer).toString('base64');
  return { scale, bias, bytes };
}

const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const trial = process.argv.find((word) => word.startsWith('--try='))?.slice(6);
const lessons: Lesson[] = [];
for (const folder of folders) lessons.push(...(await lessonsIn(folder)));
const weights = learned(lessons);
if (trial === undefined) {
  const text = `/** Made by build/learn.ts of ${lessons.length} clauses and cells of labelled drafts; not written by hand. */
import type { Weights } from './likeness.ts';

export const WEIGHTS: Weights = ${JSON.stringify(weights)};
`;
  writeFileSync(join(root, 'rules/second-look/weights.ts'), text);
  console.log(`${lessons.length} units, ${text.length} characters`);
} else {
  const likeness = new Likeness(weights);
  const rows = (await lessonsIn(trial))
    .filter(({ near }) => near)
    .flatMap((lesson) =>
      likeness.of(lesson.features).flatMap((probability, at) => {
        const category = LOOKED_FOR[at] as (typeof LOOKED_FOR)[number];
        if ((lesson.known & BIT[category]) !== 0) return [];
        return [{ probability, category, right: ((lesson.labels >> at) & 1) === 1, lesson }];
      }),
    )
    .sort((a, b) => b.probability - a.probability);
  for (const least of [0.5, 0.4, 0.3, 0.25, 0.2, 0.16, 0.13, 0.1, 0.08, 0.06, 0.05]) {
    const some = rows.filter(({ probability }) => probability >= least);
    const by = LOOKED_FOR.map((category) => {
      const own = some.filter((row) => row.category === category);
      return `${category.replace('project-', 'p-').replace('personal-', 'x-')} ${own.filter(({ right }) => right).length}/${own.length}`;
    });
    console.log(least, some.filter(({ right }) => right).length, 'of', some.length, '|', by.join('  '));
  }
}
