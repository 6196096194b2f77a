import { setImmediate } from 'node:timers/promises';
import type { RuleRow } from '../review/contract.ts';
import { type Draft, fail, type ListInForce, ok, type Result, type ScanResult } from '../review/model/index.ts';
import type { JobControl, Scanner } from '../review/ports.ts';
import { basisName, proofread, type ScanOptions } from '../rules/index.ts';
import { type RuleSet, readRuleSet } from './rule-files.ts';

/** Milliseconds of work between two breaths: messages and cancelling wait no longer than that. */
const SLICE = 12;

/** Scans in slices; code `cancelled` when the signal says so. */
export async function scanInSlices(
  rules: RuleSet,
  draft: Draft,
  job: JobControl,
  options: ScanOptions = {},
): Promise<Result<ScanResult>> {
  const work = rules.engine.slices(draft, options);
  let breath = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return ok(step.value);
    if (performance.now() - breath < SLICE) continue;
    job.progress('正在检查', step.value);
    await setImmediate();
    if (job.signal.aborted) return fail('cancelled', '已取消检查，没有保存任何结果。需要时可以重新检查。');
    breath = performance.now();
  }
}

/** The scanner port, and the way to put the office's own lists beside the rules. */
export interface ProgramScanner extends Scanner {
  /** Scans that begin from now on rest on these lists alone; those under way keep what they began with. */
  useLists(lists: readonly ListInForce[]): void;
  /** The rules that scans which begin now run on. */
  readonly ruleSet: RuleSet;
}

export interface ScannerOptions {
  /** Folders of the office's own packs. */
  readonly packs?: readonly string[];
  readonly programPacks?: string;
  /** Civil date of a scan, for rows of lists that hold from or until a date. */
  readonly today?: () => string;
}

const ruleRows = (rules: RuleSet): readonly RuleRow[] =>
  rules.packs.flatMap((pack) =>
    pack.rules.map(
      (rule): RuleRow => ({
        id: rule.id,
        title: rule.title,
        category: rule.category,
        level: rule.level,
        pack: pack.inForce ? pack.title : pack.name,
        packTitle: pack.title,
        since: rule.since,
        basis: rule.basis,
        basisNames: rule.basis.map((code) => basisName(rules.basis, code)),
      }),
    ),
  );

/** The scanner port over the packs on disk. Packs are read once. */
export function createScanner(options: ScannerOptions = {}): ProgramScanner {
  let rules = readRuleSet(options);
  let rows = ruleRows(rules);
  return {
    get identity() {
      return rules.engine.identity;
    },
    get ruleSet() {
      return rules;
    },
    scan: (draft, job) => scanInSlices(rules, draft, job, options.today ? { on: options.today() } : {}),
    proofread,
    basisName: (code) => basisName(rules.basis, code),
    rules: () => rows,
    useLists(lists) {
      rules = rules.withLists(lists);
      rows = ruleRows(rules);
    },
  };
}
