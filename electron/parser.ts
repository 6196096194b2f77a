import type { ParserTask } from '../host/parser-protocol.ts';
import { serveParser } from '../host/serve-parser.ts';

// pdfjs takes an Electron process that names its type for a web page and would fetch its tables instead of reading them: text in
// Chinese fonts that are not embedded stayed unread. Without the name it reads as everywhere else.
Object.defineProperty(process, 'type', { value: undefined });

/** Entry of the parser process under Electron: its line to the backend is the port main hands it, and the only one it has. */
process.parentPort.once('message', (event) => {
  const port = event.ports[0];
  if (!port) return process.exit(1);
  // The backend is gone: nobody waits for the answer.
  port.once('close', () => process.exit(0));
  serveParser({
    onTask: (listener) => port.once('message', (message) => listener(message.data as ParserTask)),
    send: (answer) => port.postMessage(answer),
  });
  port.start();
});
