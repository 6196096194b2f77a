import type { RuleSetIdentity } from '../review/model/index.ts';
import { Engine } from './engine/engine.ts';
import { exampleDraft } from './engine/example-draft.ts';
import { planRules } from './engine/plan.ts';
import type { Problem } from './engine/problems.ts';
import type { Pack, Recogniser, Segmenter } from './model.ts';
import { RECOGNISERS } from './recognisers/index.ts';

/** Raised whenever the same packs may give other findings: reviews are bound to it. */
export const ENGINE_VERSION = '4';

export interface EngineParts {
  readonly packs: readonly Pack[];
  /** Codes that rules may cite. */
  readonly basis: ReadonlySet<string>;
  /** Lower-case hex over UTF-8. */
  readonly sha256: (text: string) => string;
  readonly segmenter?: Segmenter;
  /** Only tests bring their own. */
  readonly recognisers?: readonly Recogniser[];
}

/**
 * Builds the engine of a set of packs. Rules with a problem (expression does not compile, unknown recogniser or basis, cannot match any
 * of its own hit examples) are left out and named; a host decides whether to go on without them. Built-in packs must have none.
 */
export function buildEngine(parts: EngineParts): { readonly engine: Engine; readonly problems: readonly Problem[] } {
  const recognisers = parts.recognisers ?? RECOGNISERS;
  const { plan, problems } = planRules(parts.packs, recognisers, parts.basis);
  // The trial asks for no word edges: the segmenter stays unloaded, and nearly always the trial is the engine.
  const engine = new Engine(plan, identify(parts), parts.segmenter);
  const dead = new Set(plan.rules.filter((planned) => isDead(engine, planned)).map((planned) => planned.rule.id));
  if (dead.size === 0) return { engine, problems };
  const never = plan.rules
    .filter((planned) => dead.has(planned.rule.id))
    .map(({ file }): Problem => ({ file, message: '在自己的正例中也找不到任何可疑处，规则永远不会命中' }));
  const live = { ...plan, rules: plan.rules.filter((planned) => !dead.has(planned.rule.id)) };
  return { engine: new Engine(live, identify(parts), parts.segmenter), problems: [...problems, ...never] };
}

/** Rules read from files have examples (load.ts); those made in code may have none and are taken at their word. Recognisers may need word edges, which are not loaded yet; their rules are proved by running the examples. */
function isDead(trial: Engine, planned: Engine['plan']['rules'][number]): boolean {
  if (planned.match.kind === 'recogniser' || planned.match.kind === 'likeness' || planned.rule.examples.hit.length === 0)
    return false;
  return !planned.rule.examples.hit.some((example) => trial.wakes(exampleDraft(example.text), planned));
}

const identify = ({ packs, sha256 }: EngineParts): RuleSetIdentity =>
  identityWith({ engine: ENGINE_VERSION, packs: [], digest: '' }, packs, sha256);

/** The identity of a rule set with further packs in it: every pack by name, version and digest, under one digest over all. */
export function identityWith(
  { engine, packs }: RuleSetIdentity,
  further: readonly Pick<Pack, 'name' | 'version' | 'sha256'>[],
  sha256: EngineParts['sha256'],
): RuleSetIdentity {
  const names = [...packs, ...further.map((pack) => `${pack.name}@${pack.version}:${pack.sha256}`)].sort();
  return { engine, packs: names, digest: sha256([`engine ${engine}`, ...names].join('\n')) };
}
