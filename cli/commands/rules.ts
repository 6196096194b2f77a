import type { Command } from 'commander';
import { type RuleSet, readRuleSet } from '../../host/rule-files.ts';
import { CATEGORIES, type Draft, LEVELS } from '../../review/model/index.ts';
import { basisName, runExamples, timeRules } from '../../rules/index.ts';
import { compareRules } from '../compare-rules.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readFile, walk } from '../files.ts';
import { reportProblems } from '../rule-problems.ts';
import type { Terminal } from '../terminal.ts';
import { rulesImportCommand } from './rules-import.ts';

function testRules(rules: RuleSet, only: string | undefined, terminal: Terminal): ExitCode {
  const asked = rules.problems.filter(({ file }) => only === undefined || file.slice(file.lastIndexOf('/') + 1).startsWith(only));
  const broken = reportProblems(asked, terminal);
  let failed = 0;
  let run = 0;
  for (const pack of rules.packs) {
    for (const result of runExamples(rules.engine, pack)) {
      if (only !== undefined && !result.rule.startsWith(only)) continue;
      run++;
      if (result.ok) continue;
      failed++;
      const kind = result.kind === 'hit' ? '正例' : '反例';
      terminal.out(`${pack.name}/${result.rule}  ${kind}${result.index + 1}  ${result.message}\n    ${result.text}\n`);
    }
  }
  terminal.error(`例句 ${run} 条，不符 ${failed} 条${broken ? '；有规则无法使用' : ''}。\n`);
  return failed > 0 || broken ? EXIT.findings : EXIT.clean;
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
    .action((folder: string | undefined, flags: { only?: string }) =>
      finish(testRules(readRuleSet({ packs: folder === undefined ? [] : [folder] }), flags.only, terminal)),
    );
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
