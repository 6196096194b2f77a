import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomOf } from '../unit/review/support/random-of.ts';
import type { Kept, RecordedDisk } from './recorded-disk.ts';
import type { RecordedCall } from './recorded-run.ts';

export interface CrashImage {
  /** Where the image lies; taken away when the next one is asked for. */
  readonly folder: string;
  /** Number of the call after which the power went, and what was kept: enough to make the image again. */
  readonly after: number;
  readonly kept: Kept;
  /** Whole lines that the process had said by then. */
  readonly said: readonly string[];
}

/** Images are made and thrown away by the thousand: no disk need wait for them. */
const IN_MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Of twelve images one is what a lucky disk holds, one what an unlucky one does, and the others are anything between. */
const keptOf = (round: number): Kept => (round % 12 === 0 ? 'nothing' : round % 12 === 1 ? 'everything' : 'part');

/**
 * So many images of a recorded run, power going at random moments spread over all of it, oldest first.
 * @param disk as it was before the run; is taken along to the end of it
 */
export function* crashImages(
  calls: readonly RecordedCall[],
  disk: RecordedDisk,
  count: number,
  seed: number,
): Generator<CrashImage> {
  const random = randomOf(seed);
  const moments = Array.from({ length: count }, (_, i) => {
    const share = Math.floor((i * calls.length) / count);
    return share + random(Math.max(1, Math.floor(((i + 1) * calls.length) / count) - share));
  });
  const place = mkdtempSync(join(IN_MEMORY, 'xianshen-image-'));
  const said: string[] = [];
  let done = 0;
  try {
    for (const [round, moment] of moments.entries()) {
      for (const call of calls.slice(done, moment + 1)) {
        disk.apply(call);
        if (call.kind === 'said') said.push(...call.data.toString('utf8').trimEnd().split('\n'));
      }
      done = moment + 1;
      const kept = keptOf(round);
      const folder = join(place, 'image');
      disk.write(folder, kept, random);
      yield { folder, after: moment, kept, said: [...said] };
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
