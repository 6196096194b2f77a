// `npm test`: dependencies first, then build/test.ts under Node 24.
import { ensureDependencies, runWithNode24 } from './dependencies.mjs';

ensureDependencies();
runWithNode24('build/test.ts');
