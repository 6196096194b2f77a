/** Entry of the parser process under Node. Electron's is electron/parser.ts. */
import { serveParser } from './serve-parser.ts';

serveParser({
  onTask: (listener) => process.once('message', (task) => listener(task as Parameters<typeof listener>[0])),
  send: (answer) => process.send?.(answer),
});
// The backend is gone: nobody waits for the answer.
process.once('disconnect', () => process.exit(0));
