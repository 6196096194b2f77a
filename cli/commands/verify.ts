import { readFileSync, writeFileSync } from 'node:fs';
import { styleText } from 'node:util';
import type { Command } from 'commander';
import { crypto } from '../../host/crypto.ts';
import { verifierPage } from '../../host/verifier-page.ts';
import type { PaperProofs } from '../../review/chain/anchorage.ts';
import { verifyLog } from '../../review/chain/verify.ts';
import type { VerifyReport } from '../../review/contract.ts';
import { QUARANTINE_STATES, STATES } from '../../review/model/index.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { shownPath } from '../findings-output.ts';
import type { Terminal } from '../terminal.ts';

interface Flags {
  readonly json?: boolean;
  readonly code?: readonly string[];
  readonly root?: string;
  readonly html?: string;
}

/** Prints the verdict; 0 when everything holds, 1 when something does not, 2 when the file cannot be read. */
function verifyFile(path: string, flags: Flags, terminal: Terminal): ExitCode {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    terminal.error(`${shownPath(path)}：打不开，或者不是 UTF-8 文本。请确认是先审导出的审查日志（.jsonl）。\n`);
    return EXIT.unreadable;
  }
  const paper: PaperProofs = {
    ...(flags.code ? { codes: flags.code } : {}),
    ...(flags.root === undefined ? {} : { root: flags.root }),
  };
  const report = verifyLog(text, crypto, paper);
  if (flags.json) terminal.out(`${JSON.stringify(report)}\n`);
  else printReport(report, terminal);
  return report.valid ? EXIT.clean : EXIT.findings;
}

function printReport(report: VerifyReport, terminal: Terminal): void {
  const red = (text: string): string => (terminal.colours ? styleText('red', text, { validateStream: false }) : text);
  for (const line of report.lines) terminal.out(`${line}\n`);
  for (const { seq, message } of report.problems)
    terminal.out(red(`  ${seq > 0 && !message.includes('第') ? `第${seq}条：` : ''}${message}\n`));
  for (const each of report.cases)
    terminal.out(`${each.number}  ${STATES[each.state]}${each.whyNot.length > 0 ? `  ${each.whyNot.join('；')}` : ''}\n`);
  for (const { number, seq, step, why } of report.stale) terminal.out(`  ${number}  第${seq}条 ${step}的签名已失效：${why}\n`);
  for (const { ws, from, to, by, state } of report.late)
    terminal.out(`  ${ws} 第${from}条至第${to}条由${by}已撤销的密钥签署：${QUARANTINE_STATES[state]}\n`);
  for (const { seq, at, flags } of report.clock) terminal.out(`  第${seq}条 ${at} 时钟标记：${flags.join('、')}\n`);
  terminal.out(report.valid ? '核验通过。\n' : red(`核验不通过：${report.problems.length} 处问题。\n`));
}

/** Writes the offline verifier, so that an inspector can do the same in a browser. */
function writeVerifier(path: string, terminal: Terminal): ExitCode {
  const page = verifierPage();
  if (!page.ok) {
    terminal.error(`${page.error.message}\n`);
    return EXIT.unreadable;
  }
  try {
    writeFileSync(path, page.data);
  } catch {
    terminal.error(`${shownPath(path)}：写不进去。请检查文件夹和磁盘空间。\n`);
    return EXIT.unreadable;
  }
  terminal.error(`核验器已写到 ${shownPath(path)}，用浏览器打开即可，不需要网络。\n`);
  return EXIT.clean;
}

/** xianshen verify: needs nothing but the exported file. */
export function verifyCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('verify')
    .description('核验导出的审查日志：结构、签名、名册、检查点、每件的签批链')
    .argument('[文件]', '审查日志（.jsonl）')
    .option('--json', '输出 JSON')
    .option('--code <编码...>', '纸质表格上的链上编码，可写多个')
    .option('--root <指纹>', '安装时打印的单位根密钥指纹')
    .option('--html <路径>', '写出离线核验器（单个网页文件）')
    .action((path: string | undefined, flags: Flags) => {
      const wrote = flags.html === undefined ? undefined : writeVerifier(flags.html, terminal);
      if (path === undefined && wrote === undefined) {
        terminal.error('请写明要核验的审查日志，或用 --html 写出核验器。\n');
        return finish(EXIT.usage);
      }
      const verdict = path === undefined ? EXIT.clean : verifyFile(path, flags, terminal);
      finish(wrote === undefined || wrote === EXIT.clean ? verdict : wrote);
    });
}
