import { type Command, Option } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readFile, walk } from '../files.ts';
import { shownPath, unreadLine } from '../findings-output.ts';
import type { Terminal } from '../terminal.ts';

async function printText(paths: readonly string[], format: 'text' | 'jsonl', terminal: Terminal): Promise<ExitCode> {
  let exit: ExitCode = EXIT.clean;
  for (const file of walk(paths)) {
    const read = await readFile(file);
    if (!read.ok) {
      terminal.error(`${shownPath(file.path)}：${read.error.message}\n`);
      exit = EXIT.unreadable;
      continue;
    }
    for (const piece of read.data.pieces) {
      const { kind, visible, text, where } = piece;
      if (format === 'jsonl') terminal.out(`${JSON.stringify({ file: file.path, kind, visible, where: where.label, text })}\n`);
      else terminal.out(`${where.label}${visible ? '' : '（不可见）'}\t${text}\n`);
    }
    for (const part of read.data.unread)
      terminal.out(format === 'jsonl' ? unreadLine(file.path, part) : `须人工查看\t${part.part}\t${part.message}\n`);
  }
  return exit;
}

/** xianshen text: every piece of text of a draft, visible or hidden, and what nobody could read. */
export function textCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('text')
    .description('列出文稿中的全部文字（含不可见内容）和无法读取的部分')
    .argument('<路径...>', '文件或文件夹')
    .addOption(new Option('--format <格式>', '输出格式').choices(['text', 'jsonl']).default('text'))
    .action(async (paths: string[], flags: { format: 'text' | 'jsonl' }) =>
      finish(await printText(paths, flags.format, terminal)),
    );
}
