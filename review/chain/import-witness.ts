/**
 * What imports vouch for (signoff-design 5.5). Other workstations number their own events, so that no number is missing when their newest
 * ones are taken out again, a refusal among them. But whoever took in a package signed for it: its `pkg.import` names the sender's newest
 * event and counts the forks that were found.
 */
import type { Head } from '../ports.ts';
import type { BodyOf } from './event.ts';

/** What is held besides the imports themselves. */
export interface Held {
  /** Whether an event is there, in its journal or apart as a fork. */
  has(id: string): boolean;
  /** How many events are kept apart. */
  readonly forks: number;
}

/**
 * What imports name and nobody holds any more: number of the import and a Chinese sentence.
 * @param own the present journal of the workstation the log is of; whoever came in on others wrote no forks here
 */
export function importProblems(
  imports: readonly BodyOf<'pkg.import'>[],
  own: Pick<Head, 'ws' | 'inc'> | undefined,
  { has, forks }: Held,
): readonly { readonly seq: number; readonly message: string }[] {
  const gone = imports.filter(({ data }) => !has(data.from.id));
  const problems = gone.map(({ ws, seq, data: { from } }) => ({
    seq,
    message: `${ws} 第${seq}条：记载从工作站 ${from.ws} 导入到其第${from.seq}条，日志里没有这一条，可能被删去`,
  }));
  const found = imports.filter(({ ws, data }) => ws === own?.ws && data.forks > 0);
  // What was found before a restore may have been lost with it, but not without a trace.
  const since = found.filter(({ inc }) => inc === own?.inc).reduce((sum, { data }) => sum + data.forks, 0);
  const expected = Math.max(since, Math.min(found.length, 1));
  const last = found.at(-1);
  if (!last || forks >= expected) return problems;
  const message = `${last.ws} 第${last.seq}条：到此导入时发现分叉记录${expected}条，现在只有${forks}条，可能被删去`;
  return [...problems, { seq: last.seq, message }];
}

/** Imports among bodies, in their order. */
export const importsIn = <Body extends { readonly type: string }>(
  bodies: readonly Body[],
): readonly Extract<Body, { readonly type: 'pkg.import' }>[] =>
  bodies.filter((body): body is Extract<Body, { readonly type: 'pkg.import' }> => body.type === 'pkg.import');
