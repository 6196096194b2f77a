import type { Command } from 'commander';
import type { ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { packageCommand } from './package.ts';
import { reviewCommand } from './review.ts';
import { rulesCommand } from './rules.ts';
import { scanCommand } from './scan.ts';
import { textCommand } from './text.ts';
import { verifyCommand } from './verify.ts';

/** Adds itself to the program; calls `finish` once with its exit code. */
export type AddCommand = (program: Command, terminal: Terminal, finish: (code: ExitCode) => void) => void;

/** All commands, one line each, in the order the help shows them. */
export const COMMANDS: readonly AddCommand[] = [
  scanCommand,
  textCommand,
  reviewCommand,
  verifyCommand,
  packageCommand,
  rulesCommand,
];
