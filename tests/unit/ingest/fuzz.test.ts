import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDraft } from '../../../ingest/index.ts';
import { mutated } from '../../fixtures/ingest/mutate.ts';

/** XIANSHEN_FUZZ asks for more rounds than the hundred of every run. */
const ROUNDS = Number(process.env.XIANSHEN_FUZZ ?? 100);

test(`${ROUNDS} damaged documents are read or refused, none trips the reader or hangs`, {
  timeout: 30_000 + ROUNDS * 500,
}, async () => {
  const good = new Uint8Array(readFileSync(new URL('../../fixtures/ingest/office-sample.docx', import.meta.url)));
  const tripped: number[] = [];
  const slow: number[] = [];
  let read = 0;
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const started = performance.now();
    const result = await readDraft('稿.docx', mutated(good, seed));
    if (result.ok) read += 1;
    else if (result.error.code === 'reader-failed') tripped.push(seed);
    if (performance.now() - started > 5000) slow.push(seed);
  }
  expect({ tripped, slow, someRead: read > 0 && read < ROUNDS }).toEqual({ tripped: [], slow: [], someRead: true });
});
