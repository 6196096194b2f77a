/**
 * `npm run bench [-- NAME… --short]`: measures and prints tables with the goals of the issues beside the figures. Every bench has a
 * process of its own, so that none warms the engine or fills the memory of the next. Exit code 1 when one broke or a goal was missed.
 */
import { spawnSync } from 'node:child_process';
import { GOAL_MISSED } from './figures.ts';

type Bench = (short: boolean) => Promise<void> | void;
const BENCHES: Readonly<Record<string, { readonly title: string; readonly load: () => Promise<Bench> }>> = {
  keywords: {
    title: 'keyword pass beside grep and two npm packages',
    load: async () => (await import('./keywords.ts')).benchKeywords,
  },
  engine: { title: 'whole pipeline with all rules', load: async () => (await import('./engine.ts')).benchEngine },
  growth: { title: 'growth on hostile texts', load: async () => (await import('./growth.ts')).benchGrowth },
  lists: { title: 'lists of the office', load: async () => (await import('./lists.ts')).benchLists },
  ingest: { title: 'reading files', load: async () => (await import('./ingest.ts')).benchIngest },
  'clean-copy': { title: 'clean copies', load: async () => (await import('./clean-copy.ts')).benchCleanCopy },
  journal: { title: 'journal', load: async () => (await import('./journal.ts')).benchJournal },
  verifier: {
    title: 'offline verifier in a browser',
    load: async () => (await import('./verifier.ts')).benchVerifier,
  },
  desk: { title: 'ledger of 5,000 cases in Electron', load: async () => (await import('./desk.ts')).benchDesk },
  clerk: { title: "a clerk's day in Electron", load: async () => (await import('./clerk.ts')).benchClerk },
  window: { title: 'window in Electron', load: async () => (await import('./window.ts')).benchWindow },
};

/** Without a short run: tests open the window and the page anyway. */
const IN_A_BROWSER: readonly string[] = ['window', 'desk', 'clerk', 'verifier'];

const words = process.argv.slice(2);
const short = words.includes('--short');
const alone = words.includes('--alone');
const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !BENCHES[name]);

if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 64;
} else if (alone) await (await BENCHES[named[0] ?? '']?.load())?.(short);
else
  process.exitCode = runAll(
    named.length > 0 ? named : Object.keys(BENCHES).filter((name) => !short || !IN_A_BROWSER.includes(name)),
  );

/** Runs benches one after another. */
function runAll(names: readonly string[]): number {
  const missed: string[] = [];
  const broken: string[] = [];
  for (const name of names) {
    console.log(`\n== ${name}: ${BENCHES[name]?.title ?? ''}${short ? ' (short run: nothing is judged)' : ''}`);
    const words = [import.meta.filename, name, '--alone', ...(short ? ['--short'] : [])];
    const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
    if (status === GOAL_MISSED) missed.push(name);
    else if (status !== 0) broken.push(name);
  }
  const sentence = [
    ...(broken.length > 0 ? [`broken: ${broken.join(', ')}`] : []),
    ...(missed.length > 0 ? [`goals missed in: ${missed.join(', ')}`] : []),
  ];
  console.log(
    `\n${names.length} benches${sentence.length > 0 ? `; ${sentence.join('; ')}` : short ? ' ran' : ', all goals met'}`,
  );
  return sentence.length > 0 ? 1 : 0;
}
