// `npm run xianshen`: dependencies first, then the command line under Node 24. Set-up talks on stderr: stdout belongs to the results.
import { ensureDependencies, runWithNode24 } from './dependencies.mjs';

ensureDependencies();
runWithNode24('cli/main.ts');
