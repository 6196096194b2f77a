/**
 * `node build/learn.ts FOLDER...`: makes the weights of the second look (rules/second-look/weights.ts) of labelled drafts
 * (`*.gold.txt`). With `--try=FOLDER` it writes nothing and tells what the weights would add on drafts they have not seen.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRuleSet } from '../host/rule-files.ts';
import { readDraft } from '../ingest/index.ts';
import type { Draft } from '../review/model/index.ts';
import { CATEGORY_BIT } from '../rules/engine/category-bit.ts';
import { exampleDraft } from '../rules/engine/example-draft.ts';
import { BUCKETS, Features } from '../rules/second-look/features.ts';
import { Likeness, LOOKED_FOR, type Weights } from '../rules/second-look/likeness.ts';
import { Neighbours } from '../rules/second-look/neighbours.ts';
import { type Unit, unitsOf } from '../rules/second-look/units.ts';
import { readLabels } from '../tests/corpus/labels.ts';
import { root } from './bundle.ts';

interface Lesson {
  readonly features: readonly number[];
  /** Labelled categories of the unit, as bits of LOOKED_FOR. */
  readonly labels: number;
  /** Categories the rules have found in it already, bits of CATEGORIES. */
  readonly known: number;
  /** Where the unit begins in the text. */
  readonly from: number;
  readonly draft: string;
  readonly near: boolean;
  /** Categories that its draft was labelled for, as bits of LOOKED_FOR: of others it teaches nothing. */
  readonly taught: number;
}

interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly category: string;
}

const ALL = (1 << LOOKED_FOR.length) - 1;
/** Drafts of tests/fixtures/works are labelled for works alone: `set=own`. */
const WORKS = 0b111;

const { engine, packs } = readRuleSet();

async function lessonsOfDraft(folder: string, name: string): Promise<Lesson[]> {
  const { head, text, spans } = readLabels(readFileSync(join(folder, name), 'utf8'));
  const draft = await readDraft(name.replace('.gold.txt', '.txt'), new TextEncoder().encode(text));
  if (!draft.ok) throw new Error(`${name}: ${draft.error.code}`);
  return lessonsOf(draft.data, spans, name, head.includes('set=own') ? WORKS : ALL);
}

/** What leads up to an example, so that it stands beside something found, as in a draft. All invented. */
const BESIDE = [
  '云溪花园人防工程为核6级，建筑面积3200平方米，位于云溪路12号。',
  '防空警报器安装在云溪小学教学楼楼顶，超短波电台频率为156.325MHz。',
  '云溪化工厂为重要经济目标，疏散人员由一中操场集结后转移到柳林镇中学，接收3200人。',
  '刘小琴，身份证号110101199003070134，住云溪路12号3栋2单元501室，患尿毒症。',
];

/** The examples of all rules: what they miss on purpose is where likeness goes wrong first. */
function lessonsOfExamples(): Lesson[] {
  return packs.flatMap(({ rules }) =>
    rules
      .filter(({ match }) => !('likeness' in match))
      .flatMap(({ id, category, examples }) =>
        [...examples.hit, ...examples.miss].flatMap((example) =>
          BESIDE.flatMap((beside) => {
            const before = `${beside}\n`;
            const spans = (example.find ?? []).map((found) => {
              const start = before.length + example.text.indexOf(found);
              return { category, start, end: start + found.length };
            });
            return lessonsOf(exampleDraft(before + example.text), spans, id, ALL).filter(({ from }) => from >= before.length);
          }),
        ),
      ),
  );
}

function lessonsOf(draft: Draft, spans: readonly Labelled[], name: string, taught: number): Lesson[] {
  const { scene, placed } = engine.looked(draft);
  const neighbours = new Neighbours(scene, placed);
  const features = new Features();
  const offsetOf = new Map(draft.pieces.map((piece) => [piece.index, piece.where.offset ?? 0]));
  const reached = new Set(neighbours.reached(scene.pieces.length, -1));
  const offsetOfUnit = (unit: Unit): number => {
    const [first] = scene.originals(unit);
    return (offsetOf.get(first.piece) ?? 0) + first.start;
  };
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
      from: offsetOfUnit(unit),
      draft: name,
      near: reached.has(order),
      taught,
    })),
  );
}

async function lessonsIn(folder: string): Promise<Lesson[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.gold.txt'));
  const all: Lesson[] = [];
  for (const name of names.sort()) all.push(...(await lessonsOfDraft(folder, name)));
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
      const { features, labels, taught } = lessons[index] as Lesson;
      const norm = 1 / Math.sqrt(Math.max(1, features.length));
      for (let at = 0; at < count; at++) {
        if (((taught >> at) & 1) === 0) continue;
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
const lessons: Lesson[] = lessonsOfExamples();
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
      LOOKED_FOR.flatMap((category, at) => {
        const probability = likeness.of(lesson.features, at);
        if ((lesson.known & CATEGORY_BIT[category]) !== 0) return [];
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
