// `npm start`: dependencies first, then build/start.ts under Node 24.
import { ensureDependencies, runWithNode24 } from './dependencies.mjs';

ensureDependencies();
runWithNode24('build/start.ts');
