import type { Draft } from '../../review/model/index.ts';
import type { Engine } from './engine.ts';

export interface RuleTime {
  readonly rule: string;
  readonly milliseconds: number;
  /** Places found, before overlaps are settled. */
  readonly found: number;
}

/**
 * Time per rule over some drafts, slowest first. The first rule that names a recogniser pays for it; rules that share it do not.
 * `now` is the host's clock in milliseconds.
 */
export function timeRules(engine: Engine, drafts: readonly Draft[], now: () => number): readonly RuleTime[] {
  const times = new Map<string, RuleTime>();
  const timed = (rule: string, milliseconds: number, found: number) => {
    const before = times.get(rule) ?? { rule, milliseconds: 0, found: 0 };
    times.set(rule, { rule, milliseconds: before.milliseconds + milliseconds, found: before.found + found });
  };
  for (const draft of drafts) engine.scan(draft, { timed, now });
  return [...times.values()].sort((a, b) => b.milliseconds - a.milliseconds);
}
