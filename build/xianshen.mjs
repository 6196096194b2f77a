// `npm run xianshen`: dependencies first, then the command line under Node 24. Set-up talks on stderr: stdout belongs to the results.
import { ensureDependencies, runBefore, runWithNode24 } from './dependencies.mjs';

ensureDependencies();
// From the source tree the verifier's page is not there yet: it is bundled, not written.
if (process.argv.includes('--html')) runBefore('build/verifier.ts');
// Drafts are read in a process each: bundled, it starts in a quarter of the time.
if (['scan', 'text', 'review'].includes(process.argv[2])) runBefore('build/parser.ts');
runWithNode24('cli/main.ts');
