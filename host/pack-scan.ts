import { type Draft, ok, type Result, type RuleSetIdentity, type ScanResult, type StoppedRule } from '../review/model/index.ts';
import type { JobControl } from '../review/ports.ts';
import {
  type ExampleResult,
  identityWith,
  mergeFindings,
  type Problem,
  runRuleExamples,
  type ScanOptions,
} from '../rules/index.ts';
import type { Pack, Rule } from '../rules/model.ts';
import { type RuleSet, readPackFolder, readRuleSet, textHash } from './rule-files.ts';
import { scanInSlices } from './scanner.ts';
import { createUserRules, type UserRules } from './user-rules.ts';

/** What a scan found, and the rules that were ended because they took too long. */
export interface PackScanned extends ScanResult {
  readonly stopped: readonly StoppedRule[];
}

/**
 * The program's rules with packs given by folder beside them, as the command line uses them. Patterns of others' making run in a worker
 * with a time for each rule, as they do in the window; lists of the office hold no patterns and stand beside the program's rules.
 */
export interface PackScan {
  readonly basis: RuleSet['basis'];
  /** The program's first. */
  readonly packs: readonly Pack[];
  readonly identity: RuleSetIdentity;
  /** What is wrong with packs or rules; `ownBroken`: one of the packs given, which its owner must put right first. */
  problems(): Promise<Result<{ readonly problems: readonly Problem[]; readonly ownBroken: boolean }>>;
  /** How the examples of a rule come out: the program's beside all its rules, others' in their worker. Codes: those of `UserRules.examples`. */
  examples(rule: Rule): Promise<Result<readonly ExampleResult[]>>;
  /** Codes: those of `UserRules.scan`. */
  scan(draft: Draft, job: JobControl, options: ScanOptions & { readonly on: string }): Promise<Result<PackScanned>>;
  close(): void;
}

export interface PackScanOptions {
  /** Tests lower it. */
  readonly limitMs?: number;
}

export function packScan(folders: readonly string[], { limitMs }: PackScanOptions = {}): PackScan {
  const read = folders.map((folder) => ({ folder, ...readPackFolder(folder) }));
  const program = readRuleSet({ packs: read.filter(({ pack }) => pack?.inForce).map(({ folder }) => folder) });
  const own = read.flatMap(({ pack }) => (pack && !pack.inForce ? [pack] : []));
  const broken = read.filter(({ pack }) => !pack?.inForce).flatMap(({ problems }) => problems);
  const said = [...broken, ...faultsBeside(program, own)];
  const workers = own.length === 0 ? undefined : workerFor(program, own, limitMs);
  return {
    basis: program.basis,
    packs: [...program.packs, ...own],
    identity: identityWith(program.engine.identity, own, textHash),
    async problems() {
      const compiled = workers ? await workers.problems() : ok([]);
      if (!compiled.ok) return compiled;
      const ofOwn = [...said, ...compiled.data];
      return ok({ problems: [...program.problems, ...ofOwn], ownBroken: program.ownBroken || ofOwn.length > 0 });
    },
    async examples(rule) {
      const ofProgram = program.packs.some(({ rules }) => rules.includes(rule));
      return ofProgram || !workers ? ok(runRuleExamples(program.engine, rule)) : workers.examples(rule.id);
    },
    async scan(draft, job, options) {
      const beside = workers?.scan(draft, options.on, { explain: options.explain !== undefined, signal: job.signal });
      const found = await scanInSlices(program, draft, job, options);
      const ownFound = await beside;
      if (!found.ok || !ownFound) return found.ok ? ok({ ...found.data, stopped: [] }) : found;
      if (!ownFound.ok) return ownFound;
      const { findings, passedOver, stopped } = ownFound.data;
      for (const note of passedOver) options.explain?.(note);
      return ok({ ...found.data, findings: mergeFindings(found.data.findings, findings), stopped });
    },
    close: () => workers?.close(),
  };
}

function workerFor(program: RuleSet, packs: readonly Pack[], limitMs: number | undefined): UserRules {
  const titles = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule.title])));
  const workers = createUserRules({
    basis: [...program.basis.keys()],
    titleOf: (rule) => titles.get(rule) ?? rule,
    ...(limitMs !== undefined && { limitMs }),
  });
  workers.use(packs);
  return workers;
}

/** What a rule beside the program's may not be: one of the same number, or one that refuses files. */
function faultsBeside(program: RuleSet, packs: readonly Pack[]): readonly Problem[] {
  const known = new Set(program.packs.flatMap((pack) => pack.rules.map(({ id }) => id)));
  return packs.flatMap((pack) =>
    pack.rules.flatMap(({ id, refuses }): readonly Problem[] => [
      ...(known.has(id) ? [{ file: `${pack.name}/${id}.yaml`, message: '规则编号与另一条规则重复' }] : []),
      ...(refuses ? [{ file: `${pack.name}/${id}.yaml`, message: '只有随程序提供的密级标志规则可以拒收文件' }] : []),
    ]),
  );
}
