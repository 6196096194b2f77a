/** Entry of the worker that runs an office's own rules, so that a rule that does not end can be ended from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildEngine, type Engine, lazySegmenter, type PassedOver, runRuleExamples } from '../rules/index.ts';
import type { Rule, Segmenter } from '../rules/model.ts';
import { dictionaries } from './paths.ts';
import { PLACES, sharedNow, type UserRulesAnswer, type UserRulesSetup, type UserRulesTask } from './user-rules-protocol.ts';

const setup = workerData as UserRulesSetup;
const watch = new Int32Array(setup.watch);

/** Says what is at work from now on. */
function at(place: number): void {
  Atomics.store(watch, 1, sharedNow() - setup.base);
  Atomics.store(watch, 0, place);
}

/** Loading the dictionary takes more than a second, which is no rule's fault. */
function patientSegmenter(): Segmenter | undefined {
  const words = dictionaries();
  if ('missing' in words) return undefined;
  const inner = lazySegmenter(words.found);
  let loaded = false;
  return {
    cut(text) {
      if (loaded) return inner.cut(text);
      const before = Atomics.load(watch, 0);
      at(PLACES.loadingSegmenter);
      const cut = inner.cut(text);
      loaded = true;
      at(before);
      return cut;
    },
  };
}

const segmenter = patientSegmenter();
let engine: Engine | undefined;
let rules: readonly Rule[] = [];
let starting = (_rule: string): void => undefined;

/** What the packs are called in the identity of the rule set is the backend's business. */
function load({ packs, without }: Extract<UserRulesTask, { type: 'load' }>): UserRulesAnswer {
  at(PLACES.compiling);
  // Whoever wrote them: here nothing runs on an engine that can be kept busy.
  const kept = packs.map((pack) => ({
    ...pack,
    builtIn: false,
    rules: pack.rules.filter((rule) => !without.includes(rule.id)),
  }));
  const built = buildEngine({
    packs: kept,
    basis: new Set(setup.basis),
    sha256: () => '',
    ...(segmenter && { segmenter }),
  });
  engine = built.engine;
  rules = kept.flatMap((pack) => pack.rules);
  const ids = engine.plan.rules.map((planned) => planned.rule.id);
  const numbers = new Map(ids.map((rule, number) => [rule, number]));
  starting = (rule) => at(numbers.get(rule) ?? PLACES.idle);
  return { type: 'loaded', rules: ids, problems: built.problems };
}

/** All examples of a rule together have the time of one document. */
function examples(id: string): UserRulesAnswer {
  const rule = rules.find((one) => one.id === id);
  if (!engine || !rule) return { type: 'examined', examples: [] };
  starting(id);
  return { type: 'examined', examples: runRuleExamples(engine, rule) };
}

function scan({ draft, on, explain }: Extract<UserRulesTask, { type: 'scan' }>): UserRulesAnswer {
  const passedOver: PassedOver[] = [];
  const started = performance.now();
  at(PLACES.folding);
  const told = explain ? { explain: (note: PassedOver) => void passedOver.push(note) } : {};
  const findings = engine?.scan(draft, { on, starting, ...told }).findings ?? [];
  return { type: 'scanned', findings, passedOver, milliseconds: performance.now() - started };
}

function work(task: UserRulesTask): UserRulesAnswer {
  if (task.type === 'load') return load(task);
  return task.type === 'scan' ? scan(task) : examples(task.rule);
}

parentPort?.on('message', (task: UserRulesTask) => {
  const answer = work(task);
  at(PLACES.idle);
  parentPort?.postMessage(answer);
});
