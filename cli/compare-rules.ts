import { readPackSource } from '../host/pack-source.ts';
import { packDifference } from '../rules/index.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { reportProblems } from './rule-problems.ts';
import type { Terminal } from './terminal.ts';

/** Prints how two packs differ, rule by rule; exit code 1 when they do. */
export function compareRules(before: string, after: string, terminal: Terminal): ExitCode {
  const [old, fresh] = [readPackSource(before), readPackSource(after)];
  for (const [path, source] of [
    [before, old],
    [after, fresh],
  ] as const)
    if (!source.ok) terminal.error(`${path}：${source.error.message}\n`);
  if (!old.ok || !fresh.ok) return EXIT.unreadable;
  reportProblems([...old.data.problems, ...fresh.data.problems], terminal);
  if (old.data.unchecked || fresh.data.unchecked) terminal.error('规则包文件的签名没有核对，安装时由先审核对。\n');
  const { added, removed, changed } = packDifference(old.data.pack, fresh.data.pack);
  terminal.out(`${old.data.pack.name} ${old.data.pack.version} → ${fresh.data.pack.name} ${fresh.data.pack.version}\n`);
  for (const { id, title } of added) terminal.out(`新增  ${id}\t${title}\n`);
  for (const { id, title, parts } of changed) terminal.out(`修改  ${id}\t${title}\t${parts.join('、')}\n`);
  for (const { id, title } of removed) terminal.out(`删除  ${id}\t${title}\n`);
  terminal.error(`新增 ${added.length}，修改 ${changed.length}，删除 ${removed.length}。\n`);
  return added.length + removed.length + changed.length > 0 ? EXIT.findings : EXIT.clean;
}
