/** Entry of the worker that runs an office's own rules, so that a rule that does not end can be ended from outside. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildEngine, lazySegmenter, loadPack, runRuleExamples } from '../rules/index.ts';
import type { Segmenter } from '../rules/model.ts';
import { dictionaries } from './paths.ts';
import { PLACES, sharedNow, type UserRulesAnswer, type UserRulesSetup, type UserRulesTask } from './user-rules-protocol.ts';

const setup = workerData as UserRulesSetup;
const watch = new Int32Array(setup.watch);
const answer = (message: UserRulesAnswer): void => parentPort?.postMessage(message);

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

at(PLACES.compiling);
// Digests are the backend's business: it names the packs in the identity of the rule set.
const loaded = setup.packs.map((pack) => loadPack(pack.name, pack.files, { builtIn: false, sha256: () => '' }));
const packs = loaded.flatMap(({ pack }) => (pack ? [pack] : []));
const kept = packs.map((pack) => ({ ...pack, rules: pack.rules.filter((rule) => !setup.without.includes(rule.id)) }));
const segmenter = patientSegmenter();
const built = buildEngine({
  packs: kept,
  basis: new Set(setup.basis),
  sha256: () => '',
  ...(segmenter && { segmenter }),
});
const { engine } = built;
const rules = engine.plan.rules.map((planned) => planned.rule.id);
const numbers = new Map(rules.map((rule, number) => [rule, number]));
const starting = (rule: string): void => at(numbers.get(rule) ?? PLACES.idle);

function work(task: UserRulesTask): UserRulesAnswer {
  if (task.type === 'examples') {
    const rule = kept.flatMap((pack) => pack.rules).find(({ id }) => id === task.rule);
    // All its examples together have the time of one document.
    if (rule) starting(rule.id);
    return { type: 'examined', examples: rule ? runRuleExamples(engine, rule) : [] };
  }
  const passedOver: Extract<UserRulesAnswer, { type: 'scanned' }>['passedOver'][number][] = [];
  const started = performance.now();
  at(PLACES.folding);
  const explain = task.explain ? { explain: (note: (typeof passedOver)[number]) => void passedOver.push(note) } : {};
  const { findings } = engine.scan(task.draft, { on: task.on, starting, ...explain });
  return { type: 'scanned', findings, passedOver, milliseconds: performance.now() - started };
}

parentPort?.on('message', (task: UserRulesTask) => {
  const done = work(task);
  at(PLACES.idle);
  answer(done);
});
at(PLACES.idle);
answer({ type: 'ready', rules, problems: [...loaded.flatMap(({ problems }) => problems), ...built.problems] });
