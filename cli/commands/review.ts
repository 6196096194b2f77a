import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { openDesk } from '../../host/desk.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { shownPath } from '../findings-output.ts';
import { ProgressLine, type Terminal } from '../terminal.ts';
import { type WalkedFile, type WalkOutcome, walkReview } from '../walk-review.ts';

const EXITS: Readonly<Record<WalkOutcome, ExitCode>> = {
  released: EXIT.clean,
  stuck: EXIT.findings,
  marked: EXIT.unreadable,
  unreadable: EXIT.unreadable,
};

async function review(paths: readonly string[], out: string, terminal: Terminal): Promise<ExitCode> {
  const files: WalkedFile[] = [];
  for (const path of paths) {
    try {
      files.push({ name: basename(path), bytes: readFileSync(path) });
      mkdirSync(out, { recursive: true });
    } catch {
      terminal.error(`${shownPath(path)}：文件打不开，或者输出文件夹不能写。没有改动任何内容。\n`);
      return EXIT.unreadable;
    }
  }
  // The store of a demonstration must not lie among its results: it holds invented people and their keys.
  const folder = mkdtempSync(join(tmpdir(), 'xianshen-walk-'));
  try {
    const opened = await openDesk({ folder: join(folder, 'store'), anchorFolder: join(folder, 'anchor') });
    if (!opened.ok) {
      terminal.error(`${opened.error.message}\n`);
      return EXIT.unreadable;
    }
    const desk = opened.data;
    const progress = new ProgressLine(terminal);
    desk.onProgress((each) => progress.show(each.phase, each.ratio ?? 0));
    const outcome = await walkReview(
      {
        desk,
        say: (line) => {
          progress.clear();
          terminal.out(`${line}\n`);
        },
        save: (file) => {
          writeFileSync(join(out, basename(file.name)), Buffer.from(file.base64, 'base64'));
          terminal.out(`  已写出 ${shownPath(join(out, basename(file.name)))}\n`);
        },
      },
      files,
    );
    await desk.close();
    return EXITS[outcome];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** xianshen review: a scripted walk through the whole work, to see what it does; not a way to review for real. */
export function reviewCommand(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  program
    .command('review')
    .description('演示：把一份稿件从送审、处置、脱敏、四级签批走到放行，写出审查表、台账、日志和发布稿')
    .argument('<正文>', '稿件（docx、pdf、ofd 等）')
    .argument('[附件...]', '同一件的附件，按先后为附件1、附件2……')
    .requiredOption('--out <文件夹>', '写出结果的文件夹')
    .action(async (path: string, attachments: readonly string[], flags: { out: string }) =>
      finish(await review([path, ...attachments], flags.out, terminal)),
    );
}
