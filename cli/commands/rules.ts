import type { Command } from 'commander';
import { type PackScan, packScan } from '../../host/pack-scan.ts';
import { type RuleSet, readRuleSet } from '../../host/rule-files.ts';
import { CATEGORIES, type Draft, LEVELS } from '../../review/model/index.ts';
import { basisName, type ExampleResult, timeRules } from '../../rules/index.ts';
import { compareRules } from '../compare-rules.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readFile, walk } from '../files.ts';
import { reportProblems } from '../rule-problems.ts';
import type { Terminal } from '../terminal.ts';
import { rulesImportCommand } from './rules-import.ts';

async function testRules(rules: PackScan, only: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const asked = (rule: string): boolean => only === undefined || rule.startsWith(only);
  const known = await rules.problems();
  if (!known.ok) return refused(known.error.message, terminal);
  const broken = reportProblems(
    known.data.problems.filter(({ file }) => asked(file.slice(file.lastIndexOf('/') + 1))),
    terminal,
  );
  const counts = { run: 0, failed: 0 };
  for (const pack of rules.packs) {
    for (const rule of pack.rules.filter(({ id }) => asked(id))) {
      const results = await rules.examples(rule);
      const name = `${pack.name}/${rule.id}`;
      if (!results.ok) {
        counts.failed++;
        terminal.out(`${name}  例句没有运行完：规则无法使用或用时过长，请改写\n`);
        continue;
      }
      counts.run += results.data.length;
      counts.failed += printFailed(name, results.data, terminal);
    }
  }
  terminal.error(`例句 ${counts.run} 条，不符 ${counts.failed} 条${broken ? '；有规则无法使用' : ''}。\n`);
  return counts.failed > 0 || broken ? EXIT.findings : EXIT.clean;
}

/** Prints the examples that did not come out as written, and says how many they are. */
function printFailed(name: string, results: readonly ExampleResult[], terminal: Terminal): number {
  const failed = results.filter((result) => !result.ok);
  for (const { kind, index, message, text } of failed)
    terminal.out(`${name}  ${kind === 'hit' ? '正例' : '反例'}${index + 1}  ${message}\n    ${text}\n`);
  return failed.length;
}

function refused(message: string, terminal: Terminal): ExitCode {
  terminal.error(`${message}\n`);
  return EXIT.findings;
}

function listRules(rules: RuleSet, terminal: Terminal): ExitCode {
  for (const pack of rules.packs) {
    terminal.out(`${pack.title}（${pack.name} ${pack.version}，${pack.issuer}，自 ${pack.inForceFrom} 起）\n`);
    for (const rule of pack.rules) {
      const basis = rule.basis.map((code) => basisName(rules.basis, code)).join('、');
      terminal.out(`  ${rule.id}\t${LEVELS[rule.level]}\t${CATEGORIES[rule.category]}\t${rule.title}\t${basis}\n`);
    }
  }
  return reportProblems(rules.problems, terminal) ? EXIT.findings : EXIT.clean;
}

async function profileRules(rules: RuleSet, paths: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const drafts: Draft[] = [];
  let exit: ExitCode = EXIT.clean;
  for (const file of walk(paths)) {
    const read = await readFile(file);
    if (read.ok) drafts.push(read.data);
    else {
      terminal.error(`${file.path}：${read.error.message}\n`);
      exit = EXIT.unreadable;
    }
  }
  for (const { rule, milliseconds, found } of timeRules(rules.engine, drafts, () => performance.now()))
    terminal.out(`${milliseconds.toFixed(2).padStart(10)} ms  ${String(found).padStart(6)} 处  ${rule}\n`);
  return exit;
}

/** xianshen rules import|list|profile|test. */
export function rulesCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const rules = program.command('rules').description('规则：列出、用例句检验');
  rules
    .command('test')
    .description('在全部规则包上运行每条规则的例句')
    .argument('[文件夹]', '另加一个规则包')
    .option('--only <编号>', '只看编号以此开头的规则')
    .action(async (folder: string | undefined, flags: { only?: string }) => {
      const rules = packScan(folder === undefined ? [] : [folder]);
      finish(await testRules(rules, flags.only, terminal));
      rules.close();
    });
  rules
    .command('profile')
    .description('每条规则在这些文稿上用了多少时间，慢的在前')
    .argument('<路径...>', '文件或文件夹')
    .action(async (paths: string[]) => finish(await profileRules(readRuleSet(), paths, terminal)));
  rules
    .command('diff')
    .description('两个规则包（文件夹或 .xspack 文件）之间新增、删除、修改了哪些规则')
    .argument('<旧>')
    .argument('<新>')
    .action((before: string, after: string) => finish(compareRules(before, after, terminal)));
  rules
    .command('list')
    .description('列出规则包和规则')
    .action(() => finish(listRules(readRuleSet(), terminal)));
  rulesImportCommand(rules, terminal, finish);
}
