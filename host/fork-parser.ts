import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtParser } from './built-parser.ts';
import { type ForkParser, PARSER_HEAP_MIB } from './parser-protocol.ts';

let checkoutEntry: string | undefined;

/** Entry of the parser process: in a checkout the bundle of its sources, else the source itself; in a build the bundle beside us. */
export function parserEntry(here: string = import.meta.dirname): string {
  const source = join(here, 'parser-process.ts');
  if (!existsSync(source)) return join(here, 'parser.js');
  checkoutEntry ??= builtParser(join(here, '..')) ?? source;
  return checkoutEntry;
}

/** Node's permission model: the parser may read the program and nothing else, write nothing, start nothing, load no native code. */
const permissions = (entry: string): string[] => ['--permission', `--allow-fs-read=${join(dirname(entry), '..')}`];

/** Windows cannot start a process without SystemRoot. Nothing else of our environment is the parser's business. */
const environment = (): Record<string, string> => {
  const { SystemRoot } = process.env;
  return process.platform === 'win32' && SystemRoot !== undefined ? { SystemRoot } : {};
};

/** Parser processes by Node's own fork, for the command line, tests and any host that is Node. */
export function nodeForkParser(entry: string = parserEntry(), heapMiB: number = PARSER_HEAP_MIB): ForkParser {
  return () => {
    const child = fork(entry, [], {
      execArgv: [`--max-old-space-size=${heapMiB}`, ...permissions(entry)],
      env: environment(),
      cwd: dirname(entry),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      pid: child.pid,
      send: (task) => child.send(task, (error) => error && child.kill('SIGKILL')),
      onMessage: (listener) => child.on('message', listener),
      onExit(listener) {
        child.once('error', () => listener({ aborted: false }));
        child.once('exit', (code, signal) => listener({ aborted: signal === 'SIGABRT' || code === 134 }));
      },
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
