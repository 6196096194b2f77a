/** `npm run bench`: the engine; `npm run bench -- window`: the window in real Electron. */
import { benchEngine } from './engine.ts';
import { benchWindow } from './window.ts';

if (process.argv.includes('window')) await benchWindow();
else benchEngine();
