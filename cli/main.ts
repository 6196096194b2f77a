import { Command, CommanderError, Help, type Option } from 'commander';
import { COMMANDS } from './commands/index.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { processTerminal, type Terminal } from './terminal.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
};

const placeholders = (usage: string): string => usage.replace('[options]', '[选项]').replace('[command]', '[命令]');

class ChineseHelp extends Help {
  override styleTitle(title: string): string {
    return TITLES[title] ?? title;
  }
  override commandUsage(command: Command): string {
    return placeholders(super.commandUsage(command));
  }
  override optionDescription(option: Option): string {
    const choices = option.argChoices ? `：${option.argChoices.join('、')}` : '';
    const standard = typeof option.defaultValue === 'string' ? `（默认 ${option.defaultValue}）` : '';
    return `${option.description}${choices}${standard}`;
  }
  override subcommandTerm(command: Command): string {
    return placeholders(super.subcommandTerm(command));
  }
}

/** commander's own messages are English; people get the sentence that fits the code. */
const FAULTS: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '缺少必要的参数',
  'commander.missingMandatoryOptionValue': '缺少必要的选项',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.invalidArgument': '参数或选项的值不正确',
  'commander.excessArguments': '参数过多',
};

/** Subcommands copy nothing that is set after they were made, so every one is told. */
function localise(command: Command, terminal: Terminal): void {
  command.createHelp = () => new ChineseHelp();
  command
    .helpOption('-h, --help', '显示帮助')
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: () => undefined });
  if (command.commands.length > 0) command.helpCommand('help [命令]', '显示命令的帮助');
  for (const inner of command.commands) localise(inner, terminal);
}

/** Runs the command line; returns the exit code. `args` are without node and script. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exit: ExitCode = EXIT.clean;
  const program = new Command('xianshen').description('先审：先审查后公开');
  for (const add of COMMANDS)
    add(program, terminal, (code) => {
      exit = code;
    });
  localise(program, terminal);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.clean;
    const detail = /'([^']*)'/.exec(error.message)?.[1];
    terminal.error(
      `${FAULTS[error.code] ?? '命令写法不正确'}${detail === undefined ? '' : `：${detail}`}。用 xianshen --help 查看用法。\n`,
    );
    return EXIT.usage;
  }
}

if (import.meta.main) process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
