import { setImmediate } from 'node:timers/promises';
import type { RuleRow } from '../review/contract.ts';
import { type Draft, fail, ok, type Result, type ScanResult } from '../review/model/index.ts';
import type { JobControl, Scanner } from '../review/ports.ts';
import { basisName, type ScanOptions } from '../rules/index.ts';
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

/** The scanner port over the packs on disk. Packs are read once; `packs` names folders of the office's own packs. */
export function createScanner(options: { readonly packs?: readonly string[]; readonly programPacks?: string } = {}): Scanner {
  const rules = readRuleSet(options);
  const rows = rules.packs.flatMap((pack) =>
    pack.rules.map(
      (rule): RuleRow => ({
        id: rule.id,
        title: rule.title,
        category: rule.category,
        level: rule.level,
        pack: pack.name,
        since: rule.since,
        basis: rule.basis,
      }),
    ),
  );
  return {
    identity: rules.engine.identity,
    scan: (draft, job) => scanInSlices(rules, draft, job),
    basisName: (code) => basisName(rules.basis, code),
    rules: () => rows,
  };
}
