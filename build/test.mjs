// `npm test`: dependencies first, then build/test.ts under Node 24.
import { ensureDependencies, runBefore, runWithNode24 } from './dependencies.mjs';

ensureDependencies();
// Hundreds of drafts are read in a process each: bundled, it starts in a quarter of the time.
runBefore('build/parser.ts');
runWithNode24('build/test.ts');
