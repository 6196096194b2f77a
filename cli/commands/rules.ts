import type { Command } from 'commander';
import { type RuleSet, readRuleSet } from '../../host/rule-files.ts';
import { CATEGORIES, LEVELS } from '../../review/model/index.ts';
import { basisName, runExamples } from '../../rules/index.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { reportProblems } from '../rule-problems.ts';
import type { Terminal } from '../terminal.ts';

function testRules(rules: RuleSet, only: string | undefined, terminal: Terminal): ExitCode {
  const broken = reportProblems(rules.problems, terminal);
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

/** xianshen rules test|list. */
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
    .command('list')
    .description('列出规则包和规则')
    .action(() => finish(listRules(readRuleSet(), terminal)));
}
