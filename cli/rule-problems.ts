import type { Problem } from '../rules/index.ts';
import type { Terminal } from './terminal.ts';

/** Names every rule that cannot be used; true when there is one. */
export function reportProblems(problems: readonly Problem[], terminal: Terminal): boolean {
  for (const { file, message } of problems) terminal.error(`规则 ${file}：${message}\n`);
  return problems.length > 0;
}
