import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { crypto } from '../../host/crypto.ts';
import { verifyLog } from '../../review/chain/verify.ts';
import { STATES } from '../../review/model/index.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { shownPath } from '../findings-output.ts';
import type { Terminal } from '../terminal.ts';

/** Prints the verdict; 0 when everything holds, 1 when something does not, 2 when the file cannot be read. */
function verifyFile(path: string, format: 'text' | 'json', terminal: Terminal): ExitCode {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    terminal.error(`${shownPath(path)}：打不开，或者不是 UTF-8 文本。请确认是先审导出的审查日志（.jsonl）。\n`);
    return EXIT.unreadable;
  }
  const report = verifyLog(text, crypto);
  if (format === 'json') terminal.out(`${JSON.stringify(report)}\n`);
  else {
    for (const line of report.lines) terminal.out(`${line}\n`);
    for (const problem of report.problems)
      terminal.out(`  ${problem.seq > 0 ? `第${problem.seq}条事件：` : ''}${problem.message}\n`);
    for (const each of report.cases)
      terminal.out(`${each.number}  ${STATES[each.state]}${each.whyNot.length > 0 ? `  ${each.whyNot.join(';')}` : ''}\n`);
    terminal.out(report.valid ? '核验通过。\n' : `核验不通过：${report.problems.length} 处问题。\n`);
  }
  return report.valid ? EXIT.clean : EXIT.findings;
}

/** xianshen verify: needs nothing but the exported file. */
export function verifyCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('verify')
    .description('核验导出的审查日志：结构、签名、名册、每件的签批链')
    .argument('<文件>', '审查日志（.jsonl）')
    .option('--json', '输出 JSON')
    .action((path: string, flags: { json?: boolean }) => finish(verifyFile(path, flags.json ? 'json' : 'text', terminal)));
}
