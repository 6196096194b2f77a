import type { MessagePortMain } from 'electron';
import { type ForkParser, PARSER_HEAP_MIB, type ParserHandle } from '../host/parser-protocol.ts';
import type { FromBackend, ToBackend } from './channels.ts';

interface Waiting {
  readonly ready: (parser: ParserHandle) => void;
  port?: MessagePortMain;
  exited: boolean;
  onExit?: (end: { readonly aborted: boolean }) => void;
}

/** V8 ends a process that is out of memory by abort: exit code 134 on POSIX, 0xE0000008 or 3 on Windows. */
const ABORTED = [134, 6, 3, 0xe0000008, -536870904];

/**
 * Parsers as the backend asks main for them, because a utility process cannot fork another. `receive` takes main's messages about
 * parsers and tells whether the message was one.
 */
export function electronParsers(send: (message: FromBackend) => void): {
  readonly fork: ForkParser;
  readonly receive: (message: ToBackend, ports: readonly MessagePortMain[]) => boolean;
} {
  const parsers = new Map<number, Waiting>();
  let next = 1;

  const handleOf = (number: number, parser: Waiting, pid: number | undefined, port: MessagePortMain): ParserHandle => ({
    pid,
    send: (task) => port.postMessage(task),
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data));
      port.start();
    },
    onExit: (listener) => {
      parser.onExit = listener;
      if (parser.exited) listener({ aborted: false });
    },
    kill: () => {
      port.close();
      send({ kind: 'kill-parser', parser: number });
    },
  });

  return {
    fork: () =>
      new Promise((resolve) => {
        const number = next++;
        parsers.set(number, { ready: resolve, exited: false });
        send({ kind: 'fork-parser', parser: number, execArgv: [`--max-old-space-size=${PARSER_HEAP_MIB}`] });
      }),
    receive: (message, ports) => {
      if (message.kind !== 'parser-ready' && message.kind !== 'parser-exit') return false;
      const parser = parsers.get(message.parser);
      if (message.kind === 'parser-ready' && parser && ports[0]) {
        parser.port = ports[0];
        parser.ready(handleOf(message.parser, parser, message.pid, ports[0]));
      } else if (message.kind === 'parser-exit' && parser) {
        parser.exited = true;
        parsers.delete(message.parser);
        parser.onExit?.({ aborted: ABORTED.includes(message.code) });
      }
      return true;
    },
  };
}
