import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { crypto } from '../../host/crypto.ts';
import { parcels } from '../../host/parcels.ts';
import { fingerprintText } from '../../review/chain/anchorage.ts';
import { inspectPackage, type PackageReport } from '../../review/chain/package-inspect.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { shownPath } from '../findings-output.ts';
import type { Terminal } from '../terminal.ts';

interface Flags {
  readonly json?: boolean;
  readonly root?: string;
}
type Paper = 'same' | 'other' | 'not-given';

/** Prints what a package is; 0 when all of it holds, 1 when something does not, 2 when the file cannot be read. */
async function verifyPackage(path: string, flags: Flags, terminal: Terminal): Promise<ExitCode> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    terminal.error(`${shownPath(path)}：打不开。请确认U盘已插好、文件还在，并检查权限。\n`);
    return EXIT.unreadable;
  }
  const parts = await parcels.unpack(bytes);
  const report = parts.ok ? inspectPackage(crypto, parts.data) : parts;
  if (!report.ok) {
    const { code, message } = report.error;
    if (flags.json) terminal.out(`${JSON.stringify({ valid: false, code, message })}\n`);
    else terminal.out(`${message}\n核验不通过（代码 ${code}）。\n`);
    return EXIT.findings;
  }
  const paper = paperOf(flags.root, report.data.root);
  const valid = paper !== 'other' && report.data.forks.length === 0;
  if (flags.json) terminal.out(`${JSON.stringify({ valid, paper, ...report.data })}\n`);
  else printReport(report.data, paper, valid, terminal);
  return valid ? EXIT.clean : EXIT.findings;
}

function paperOf(typed: string | undefined, root: string): Paper {
  if (typed === undefined) return 'not-given';
  return typed.toLowerCase().replace(/[^0-9a-f]/g, '') === root ? 'same' : 'other';
}

const PAPER: Readonly<Record<Paper, string>> = {
  same: '与纸上的一致',
  other: '与纸上的不一致：这个数据包不是该单位的，或者名册被整个换过',
  'not-given': '请与安装时打印的指纹核对，或用 --root 写出纸上的指纹',
};

function printReport(report: PackageReport, paper: Paper, valid: boolean, terminal: Terminal): void {
  const { from, to, receipt, at, events, contents } = report.manifest;
  const lines = [
    `数据包 ${fingerprintText(report.id.slice(0, 24))}${receipt === undefined ? '' : '（回执）'}`,
    `单位：${report.office}，单位根密钥指纹 ${fingerprintText(report.root)}：${PAPER[paper]}`,
    `导出：工作站 ${from.ws}，第${from.inc}次启用，到第${from.seq}条，${at}；给${to === undefined ? '本单位任何一台' : `工作站 ${to}`}`,
    `名册：${report.roster.entries}条，${report.roster.people}人，${report.roster.workstations}台工作站`,
    `记录：${events}条，签名、次序、检查点都对${report.workstations.map(({ ws, events: of }) => `；${ws} ${of}条`).join('')}`,
    `件：${report.cases.length === 0 ? '没有' : report.cases.join('、')}`,
    contents === 0 ? '内容：没有，只有记录' : `内容：${contents}份，已加密；文件完整，没有口令看不到也核不了正文`,
    ...report.forks.map(({ ws, inc, seq }) => `分叉：工作站 ${ws} 第${inc}次启用 第${seq}条有两条不同的记录，请报保密办`),
    valid ? '核验通过。' : '核验不通过。',
  ];
  terminal.out(`${lines.join('\n')}\n`);
}

/** xianshen package: packages between workstations, looked at without taking anything in. */
export function packageCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('package')
    .description('工作站之间的数据包（.xspkg）')
    .command('verify')
    .description('核验数据包：是否完整、是谁签的、里面有什么；不导入任何内容')
    .argument('<文件>', '数据包（.xspkg）')
    .option('--json', '输出 JSON')
    .option('--root <指纹>', '安装时打印的单位根密钥指纹')
    .action(async (path: string, flags: Flags) => finish(await verifyPackage(path, flags, terminal)));
}
