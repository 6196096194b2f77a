/**
 * Measures reading: `node tests/bench/ingest.ts` prints one line a figure. The 300-page document needs LibreOffice once.
 */

import { readDraft } from '../../ingest/index.ts';
import { LIMITS } from '../../ingest/limits.ts';
import { sweepPackage } from '../../ingest/office/sweep-package.ts';
import { makeLargeDocx } from '../fixtures/ingest/make-large-docx.ts';

const megabytes = () => Math.round(process.memoryUsage().rss / 1048576);
const say = (what: string, started: number) =>
  console.log(`${what}\t${Math.round(performance.now() - started)} ms\trss ${megabytes()} MB`);

const large = makeLargeDocx();
console.log(`300-page docx\t${large.length} bytes\trss ${megabytes()} MB`);
for (const round of ['cold', 'warm']) {
  const started = performance.now();
  await sweepPackage(large, { budget: { unpacked: LIMITS.unpacked, entries: LIMITS.entries, nesting: LIMITS.nesting } });
  say(`sweep, ${round}`, started);
}
const started = performance.now();
const phases: string[] = [];
const result = await readDraft('large.docx', large, {
  progress: (phase) => {
    if (!phases.includes(phase)) phases.push(phase);
  },
});
say(`whole reading with mammoth (${phases.join(', ')})`, started);
if (result.ok) {
  const { pieces, page, warnings, unread } = result.data;
  const characters = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  console.log(
    `${pieces.length} pieces, ${characters} characters, ${page.length} blocks, ${warnings.length} warnings, ${unread.length} unread`,
  );
} else console.log(result.error.code);

const line = new TextEncoder().encode('本次抽查的人防工程位于某路某号，建筑面积三千平方米。'.repeat(270_000));
const text = performance.now();
await readDraft('line.txt', line);
say('text, 20 MB in one line', text);
