import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readAnchor } from '../../db/anchor.ts';
import { openStore } from '../../db/open.ts';
import type { JournalStore } from '../../db/store.ts';
import { shortOrLong } from '../short-or-long.ts';
import { optionsIn } from '../unit/db/journal-fixture.ts';
import { type CrashImage, crashImages } from './crash-images.ts';
import { canPreload, preloadedLayer } from './preloaded-layer.ts';
import { RecordedDisk } from './recorded-disk.ts';
import { recordedRun } from './recorded-run.ts';

/** T8. XIANSHEN_IMAGES asks for another number of images, as a nightly run of 10,000 does. */
const IMAGES = Number(process.env.XIANSHEN_IMAGES ?? shortOrLong(40, 1500));
const EVENTS = shortOrLong(40, 120);
const SEED = 20_261_122;

const layer = preloadedLayer('recording-io.c');
const place = mkdtempSync(join(tmpdir(), 'xianshen-crash-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** What had been acknowledged when the power went. */
function acknowledged(said: readonly string[]) {
  const words = said.map((line) => line.split(' '));
  const events = words.filter(([word]) => word !== 'roster').map(([word, , id = '', blob = '']) => ({ word, id, blob }));
  const shredded = new Set(events.flatMap(({ word, blob }) => (word === 'shredded' ? [blob] : [])));
  return {
    ids: events.map(({ id }) => id),
    blobs: events.flatMap(({ blob }) => (blob === '' || shredded.has(blob) ? [] : [blob])),
    shredded,
    roster: Math.max(0, ...words.filter(([word]) => word === 'roster').map(([, count]) => Number(count))),
  };
}

/** What an opened image has to say against itself; nothing, when all is as promised. */
function faultsOf(store: JournalStore, { said }: CrashImage, anchor: ReturnType<typeof readAnchor>): readonly string[] {
  const { ids, blobs, shredded, roster } = acknowledged(said);
  const events = store.events().map((event) => event.id);
  const anchored = typeof anchor === 'string' ? 0 : anchor.seq;
  const lost = ids.filter((id, i) => events[i] !== id).length;
  // One act may be under way when the power goes, never two.
  const more = events.length - ids.length;
  const unread = blobs.filter((blob) => !store.blob('c-1', blob).ok && events.length === ids.length).length;
  return [
    ...(store.readOnly === undefined ? [] : [`only readable: ${store.readOnly}`]),
    ...(store.check() === undefined ? [] : ['chain broken']),
    ...(lost === 0 ? [] : [`${lost} acknowledged events lost`]),
    ...(more <= 1 ? [] : [`${more} events that nobody acknowledged`]),
    ...(unread === 0 ? [] : [`${unread} acknowledged contents lost`]),
    ...([...shredded].some((blob) => store.blob('c-1', blob).ok) ? ['a destroyed content is back'] : []),
    ...(store.roster().length >= roster ? [] : ['acknowledged roster entries lost']),
    ...(anchor === 'damaged' ? ['anchor damaged'] : []),
    ...(anchored >= ids.length ? [] : [`anchor at ${anchored} behind ${ids.length} acknowledged`]),
    ...(anchored <= events.length ? [] : [`anchor at ${anchored} ahead of ${events.length}`]),
  ];
}

/** Opens an image as the next start would; every sentence against it. */
function examined(image: CrashImage): readonly string[] {
  const options = optionsIn(image.folder, { backupFolders: [] });
  const anchor = readAnchor(options);
  const opened = openStore(options);
  if (!opened.ok)
    return [`does not open (${opened.error.code}): ${acknowledged(image.said).ids.length} acknowledged events lost`];
  try {
    return faultsOf(opened.data, image, anchor);
  } catch (error) {
    return [`does not read (${String(error)}): ${acknowledged(image.said).ids.length} acknowledged events lost`];
  } finally {
    opened.data.close();
  }
}

/** Makes images of a run of so many events and gives all that is wrong with them, each with the place it was found at. */
function faultsOfImages(mode: 'full' | 'off', count: number) {
  const folder = join(place, mode);
  mkdirSync(folder);
  const disk = new RecordedDisk(folder);
  const calls = recordedRun(layer, 'append-recorded.ts', folder, String(EVENTS), mode);
  const found: string[] = [];
  let acts = 0;
  for (const image of crashImages(calls, disk, count, SEED)) {
    acts = acknowledged(image.said).ids.length;
    const faults = examined(image);
    if (faults.length > 0) found.push(`after call ${image.after}, ${image.kept} kept: ${faults.join('; ')}`);
  }
  return { calls: calls.length, acts, found };
}

test.each(canPreload ? [IMAGES] : [])(
  '%i crash images of a journal at work: each opens whole, with every acknowledged event and the anchor where it must be',
  (count) => {
    const { calls, acts, found } = faultsOfImages('full', count);
    console.info(
      `crash images: ${count}, of ${calls} recorded calls and ${acts} acknowledged acts; with faults: ${found.length}`,
    );
    expect(found).toEqual([]);
    expect(acts).toBeGreaterThan(EVENTS / 2);
  },
  IMAGES * 2_000,
);

test.each(canPreload ? [shortOrLong(16, 200)] : [])(
  'the images bite: with synchronous=OFF, half of %i and more lose acknowledged events',
  (count) => {
    const { found } = faultsOfImages('off', count);
    console.info(`crash images with synchronous=OFF: ${count}, with faults: ${found.length}`);
    expect(found.filter((fault) => /[1-9]\d* acknowledged events lost/.test(fault)).length).toBeGreaterThan(count / 2);
  },
  120_000,
);
