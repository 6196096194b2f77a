import { create } from 'zustand';
import { queryClient } from './client.ts';
import { call, isSignedOut } from './desk.ts';
import { fileFrom } from './files.ts';
import { forgetJob, newJob } from './jobs.ts';
import { attached, detached, hostOf, joinable, joined, raised } from './joinMatters.ts';
import { BATCH_FROM, fileKey, forgetBatch, type KeptBatch, keepBatch, keptBatch } from './keptBatch.ts';
import { type Matter, type MatterFields, type MatterStatus, newMatter, problemOf, register } from './matter.ts';
import { dropCard, forgetCards, keepCard, keptCards, withCard } from './matterDrafts.ts';
import { reportError } from './messages.ts';
import { usePlace } from './place.ts';

export type { Matter, MatterFields, MatterStatus } from './matter.ts';
export { problemOf } from './matter.ts';

interface Submission {
  readonly matters: readonly Matter[];
  readonly chosen: string | undefined;
  readonly running: boolean;
  /** No further file is begun; those under way are finished. */
  readonly paused: boolean;
  /** Paused because the window was locked meanwhile; goes on when the same person is back. */
  readonly locked: boolean;
  /** Files of the batch that were done before the program was closed, and are not in the list again. */
  readonly doneBefore: number;
  /** Keys of what came in together last. */
  readonly lastAdded: readonly string[];
  add(files: readonly File[], today: string, person: string): Promise<void>;
  /** Registers the bundled sample as what it is and opens it. */
  trySample(today: string): Promise<void>;
  choose(key: string): void;
  fill(key: string, fields: Partial<MatterFields>): void;
  /** Puts date, attribute and channels of one matter into all that wait; title and number stay their own. */
  fillAll(key: string): void;
  remove(key: string): void;
  /** Matters of the last drop that may still become one. */
  together(): readonly Matter[];
  /** Makes them one; the chosen file is the main text. */
  join(): void;
  /** Leaves each of them a matter of its own; not asked again. */
  keepApart(): void;
  /** Makes a matter an attachment of the waiting one before it. */
  attach(key: string): void;
  detach(key: string, at: number): void;
  /** One place further up; the first attachment changes places with the main text. */
  raise(key: string, at: number): void;
  /** Puts a failed file back among the waiting ones. */
  retry(key: string): void;
  /** Registers and checks every file that has not been yet. */
  start(): Promise<void>;
  pause(): void;
  /** The person is back behind the lock: goes on where it stopped. */
  unlocked(): void;
  /** Pauses, and cancels what is under way. */
  stop(): void;
  reset(): void;
}

/** As many as there are parser processes: more would only wait. */
const AT_ONCE = 2;
/** The list of cases is read again after so many files, not after each of five hundred. */
const REFRESH_EVERY = 25;

/** The batch as it is kept for the next start; undefined while only a few files are handed in. */
let kept: KeptBatch | undefined;

async function note(matter: Matter, status: MatterStatus): Promise<void> {
  if (status.at === 'done') await dropCard(matter.file);
  if (!kept || status.at !== 'done') return;
  const keys = await Promise.all([matter.file, ...matter.attachments].map(fileKey));
  if (!kept) return;
  const { outcome } = status.outcome;
  kept = { ...kept, done: { ...kept.done, ...Object.fromEntries(keys.map((key) => [key, outcome])) } };
  keepBatch(kept);
}

/** Files that an earlier run of the same batch has not done; begins or continues the record of a large one. */
async function undone(files: readonly File[], person: string, known: number): Promise<readonly File[]> {
  const before = keptBatch(person);
  if (!kept && files.length < BATCH_FROM && !before) return files;
  const digests = await Promise.all(files.map(fileKey));
  const done = { ...before?.done, ...kept?.done };
  const left = files.filter((_file, at) => !Object.hasOwn(done, digests[at] ?? ''));
  const continues = before !== undefined && left.length < files.length;
  if (continues || kept || files.length >= BATCH_FROM) {
    kept = { person, total: Math.max(known + files.length, continues ? before.total : 0), done: continues || kept ? done : {} };
    keepBatch(kept);
  }
  return left;
}

/** Files on their way in. Lives outside the screen, so that leaving 送审 stops nothing. */
export const useSubmission = create<Submission>((set, get) => {
  const change = (key: string, update: (matter: Matter) => Matter) =>
    set(({ matters }) => ({ matters: matters.map((matter) => (matter.key === key ? update(matter) : matter)) }));
  let finished = 0;
  const work = async (): Promise<void> => {
    for (let next = firstWaiting(get()); next; next = firstWaiting(get())) {
      const { key } = next;
      const job = newJob();
      change(key, (matter) => ({ ...matter, status: { at: 'running', job } }));
      const status = await register(next, job);
      const code = status.at === 'failed' ? status.error.code : '';
      if (isSignedOut(code)) {
        set({ paused: true, locked: true });
        void queryClient.invalidateQueries({ queryKey: ['status'] });
      }
      // A cancelled file was not judged: it waits for its turn, unless somebody cancelled it alone.
      const waits = isSignedOut(code) || (code === 'cancelled' && get().paused);
      change(key, (matter) => ({ ...matter, status: waits ? { at: 'waiting' } : status }));
      await note(next, status);
      forgetJob(job);
      finished += 1;
      if (get().matters.length < BATCH_FROM || finished % REFRESH_EVERY === 0)
        await queryClient.invalidateQueries({ queryKey: ['cases'] });
    }
  };
  return {
    matters: [],
    chosen: undefined,
    running: false,
    paused: false,
    locked: false,
    doneBefore: 0,
    lastAdded: [],
    add: async (files, today, person) => {
      const left = await undone(files, person, get().matters.length);
      const cards = await keptCards(left);
      const fresh = left.map((file, at) => {
        const matter = newMatter(file, today);
        return { ...matter, fields: withCard(matter.fields, cards[at]) };
      });
      set(({ matters, chosen, doneBefore }) => ({
        matters: [...matters, ...fresh],
        chosen: fresh[0]?.key ?? chosen,
        doneBefore: doneBefore + files.length - left.length,
        lastAdded: fresh.map(({ key }) => key),
      }));
    },
    trySample: async (today) => {
      const { name, base64 } = await call('sample.file', {});
      const file = fileFrom(name, base64);
      const matter: Matter = { ...newMatter(file, today), sample: true };
      set(({ matters }) => ({ matters: [...matters.filter((other) => !other.sample), matter], chosen: matter.key }));
      usePlace.getState().go('submit');
      await get().start();
    },
    choose: (chosen) => set({ chosen }),
    fill: (key, fields) => {
      change(key, (matter) => ({ ...matter, fields: { ...matter.fields, ...fields } }));
      const filled = get().matters.find((matter) => matter.key === key);
      if (filled) void keepCard(filled.file, filled.fields);
    },
    fillAll: (key) =>
      set(({ matters }) => {
        const from = matters.find((matter) => matter.key === key)?.fields;
        if (!from) return {};
        const { createdOn, attribute, channels } = from;
        const filled = (matter: Matter): Matter => ({ ...matter, fields: { ...matter.fields, createdOn, attribute, channels } });
        return { matters: matters.map((matter) => (matter.status.at === 'waiting' ? filled(matter) : matter)) };
      }),
    remove: (key) => {
      const gone = get().matters.find((matter) => matter.key === key);
      if (gone) void dropCard(gone.file);
      set(({ matters, chosen }) => {
        const left = matters.filter((matter) => matter.key !== key);
        return { matters: left, chosen: chosen === key ? left[0]?.key : chosen };
      });
    },
    together: () => joinable(get().matters, get().lastAdded),
    join: () =>
      set(({ matters, lastAdded, chosen }) => {
        const whole = joined(matters, lastAdded, chosen ?? '');
        const main = whole.find(({ key }) => lastAdded.includes(key));
        return { matters: whole, lastAdded: [], chosen: main?.key ?? chosen };
      }),
    keepApart: () => set({ lastAdded: [] }),
    attach: (key) =>
      set(({ matters, chosen }) => ({
        chosen: chosen === key ? hostOf(matters, key)?.key : chosen,
        matters: attached(matters, key),
      })),
    detach: (key, at) =>
      set(({ matters }) => {
        const date = matters.find((matter) => matter.key === key)?.fields.createdOn ?? '';
        return { matters: detached(matters, key, at, (file) => newMatter(file, date)) };
      }),
    raise: (key, at) => set(({ matters }) => ({ matters: raised(matters, key, at) })),
    retry: (key) => change(key, (matter) => ({ ...matter, status: { at: 'waiting' } })),
    start: async () => {
      set({ paused: false, locked: false });
      if (get().running) return;
      set({ running: true });
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, work));
        await queryClient.invalidateQueries({ queryKey: ['cases'] });
      } finally {
        set({ running: false });
      }
      const { matters } = get();
      // Nothing is left to be resumed; what failed stays in the list, with its reason.
      if (kept && !matters.some(({ status }) => status.at === 'waiting' || status.at === 'running')) endBatch();
      openIfSingle(matters);
    },
    pause: () => set({ paused: true }),
    unlocked: () => {
      if (get().locked) get().start().catch(reportError);
    },
    stop: () => {
      set({ paused: true });
      for (const { status } of get().matters)
        if (status.at === 'running') call('job.cancel', { job: status.job }).catch(reportError);
    },
    reset: () => {
      // Another person's files: the record stays for the one who handed them in.
      kept = undefined;
      forgetCards();
      set({ matters: [], chosen: undefined, paused: true, locked: false, doneBefore: 0, lastAdded: [] });
    },
  };
});

function endBatch(): void {
  kept = undefined;
  forgetBatch();
}

const firstWaiting = ({ matters, paused }: Submission): Matter | undefined =>
  paused ? undefined : matters.find((matter) => matter.status.at === 'waiting' && problemOf(matter.fields) === undefined);

/** A single file goes straight to the desk; of several the person chooses. */
function openIfSingle(matters: readonly Matter[]): void {
  const [only, ...others] = matters;
  if (others.length > 0 || only?.status.at !== 'done') return;
  const { outcome } = only.status;
  // The sample that somebody tried before is opened again.
  if (outcome.outcome === 'marked' || (outcome.outcome === 'duplicate' && !only.sample)) return;
  if (usePlace.getState().screen === 'submit') usePlace.getState().openCase(outcome.case, 'desk');
  useSubmission.getState().reset();
}
