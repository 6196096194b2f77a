/** A clean copy of a long Word document beside reading it once. The long file needs LibreOffice once. */
import { cleanCopier } from '../../exports/index.ts';
import { readDraft } from '../../ingest/index.ts';
import { makeDocx, paragraph } from '../fixtures/ingest/make-docx.ts';
import { makeLargeDocx } from '../fixtures/ingest/make-large-docx.ts';
import { editsFor } from '../unit/exports/copied.ts';
import { figure, ms } from './figures.ts';

const EDITS = 500;
const LIMIT_MS = 2000;

/** Least work of some runs, all threads of the process, milliseconds. */
async function leastWork(runs: number, work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Prints what 500 replacements in a document of 300 pages take; `short`: 20 in a small one. */
export async function benchCleanCopy(short = false): Promise<void> {
  const bytes = short
    ? makeDocx({ body: paragraph('本季度对防空地下室开展检查。').repeat(30) })
    : new Uint8Array(makeLargeDocx());
  const draft = await readDraft('稿.docx', bytes);
  if (!draft.ok) throw new Error(draft.error.code);
  const edits = editsFor(draft.data, '防空地下室', '某类工程').slice(0, short ? 20 : EDITS);
  const copying = await leastWork(short ? 1 : 4, async () => {
    const made = await cleanCopier.make(draft.data, bytes, edits);
    if (!made.ok || made.data.record.way !== 'spliced') throw new Error('the copy was not spliced');
  });
  const reading = await leastWork(short ? 1 : 4, () => readDraft('稿.docx', bytes));
  figure(
    `${short ? 'small' : '300-page'} .docx, ${edits.length} replacements`,
    ms(copying),
    { text: `at most ${LIMIT_MS / 1000} s`, met: copying <= LIMIT_MS },
    short,
  );
  figure('reading it again', ms(reading));
  figure('the copy beside the reading', `${(copying / reading).toFixed(2)} ×`);
}
