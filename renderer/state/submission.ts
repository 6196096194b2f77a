import { create } from 'zustand';
import type { ImportOutcome } from '../../review/contract.ts';
import type { Attribute, Channel, Failure } from '../../review/model/index.ts';
import { queryClient } from './client.ts';
import { call, DeskError } from './desk.ts';
import { fileFrom, toBase64 } from './files.ts';
import { forgetJob, newJob } from './jobs.ts';
import { usePlace } from './place.ts';

export interface MatterFields {
  readonly title: string;
  readonly documentNumber: string;
  readonly createdOn: string;
  readonly attribute: Attribute;
  readonly channels: readonly Channel[];
}

export type MatterStatus =
  | { readonly at: 'waiting' }
  | { readonly at: 'running'; readonly job: string }
  | { readonly at: 'done'; readonly outcome: ImportOutcome }
  | { readonly at: 'failed'; readonly error: Failure };

/** One file = one matter (一事一审): never merged, each with its own form. */
export interface Matter {
  readonly key: string;
  readonly file: File;
  readonly fields: MatterFields;
  readonly status: MatterStatus;
  /** The draft that came with the program. */
  readonly sample?: true;
}

interface Submission {
  readonly matters: readonly Matter[];
  readonly chosen: string | undefined;
  readonly running: boolean;
  add(files: readonly File[], today: string): void;
  /** Registers the bundled sample as what it is and opens it. */
  trySample(today: string): Promise<void>;
  choose(key: string): void;
  fill(key: string, fields: Partial<MatterFields>): void;
  remove(key: string): void;
  /** Puts a failed file back among the waiting ones. */
  retry(key: string): void;
  /** Registers and checks every file that has not been yet, one after the other. */
  start(): Promise<void>;
  reset(): void;
}

const titleOf = (file: File): string => file.name.replace(/\.[^.]+$/, '').slice(0, 200);
const READ_FAILED: Failure = {
  code: 'file-unreadable',
  message: '这个文件读不出来，没有登记。原文件没有改动。请确认文件还在、没有被别的程序占用、您有权读取，再重试。',
};

const newMatter = (file: File, today: string): Matter => ({
  key: newJob(),
  file,
  fields: { title: titleOf(file), documentNumber: '', createdOn: today, attribute: 'active', channels: ['website'] },
  status: { at: 'waiting' },
});

async function register(matter: Matter, job: string): Promise<MatterStatus> {
  let base64: string;
  try {
    base64 = await toBase64(matter.file);
  } catch {
    return { at: 'failed', error: READ_FAILED };
  }
  const { title, documentNumber, createdOn, attribute, channels } = matter.fields;
  const file = { name: matter.file.name, base64 };
  const optional = { ...(documentNumber ? { documentNumber } : {}), ...(matter.sample ? { sample: true as const } : {}) };
  try {
    const outcome = await call('case.import', { job, file, title, createdOn, attribute, channels: [...channels], ...optional });
    return { at: 'done', outcome };
  } catch (error) {
    if (error instanceof DeskError) return { at: 'failed', error: { code: error.code, message: error.message } };
    throw error;
  }
}

/** Files on their way in. Lives outside the screen, so that leaving 送审 stops nothing. */
export const useSubmission = create<Submission>((set, get) => {
  const change = (key: string, update: (matter: Matter) => Matter) =>
    set(({ matters }) => ({ matters: matters.map((matter) => (matter.key === key ? update(matter) : matter)) }));
  return {
    matters: [],
    chosen: undefined,
    running: false,
    add: (files, today) => {
      const fresh = files.map((file) => newMatter(file, today));
      set(({ matters }) => ({ matters: [...matters, ...fresh], chosen: fresh[0]?.key }));
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
    fill: (key, fields) => change(key, (matter) => ({ ...matter, fields: { ...matter.fields, ...fields } })),
    remove: (key) =>
      set(({ matters, chosen }) => {
        const left = matters.filter((matter) => matter.key !== key);
        return { matters: left, chosen: chosen === key ? left[0]?.key : chosen };
      }),
    retry: (key) => change(key, (matter) => ({ ...matter, status: { at: 'waiting' } })),
    start: async () => {
      if (get().running) return;
      set({ running: true });
      try {
        for (let next = firstWaiting(get().matters); next; next = firstWaiting(get().matters)) {
          const { key } = next;
          const job = newJob();
          change(key, (matter) => ({ ...matter, status: { at: 'running', job } }));
          const status = await register(next, job);
          change(key, (matter) => ({ ...matter, status }));
          forgetJob(job);
          await queryClient.invalidateQueries({ queryKey: ['cases'] });
        }
      } finally {
        set({ running: false });
      }
      openIfSingle(get().matters);
    },
    reset: () => set({ matters: [], chosen: undefined }),
  };
});

const firstWaiting = (matters: readonly Matter[]): Matter | undefined =>
  matters.find((matter) => matter.status.at === 'waiting' && problemOf(matter.fields) === undefined);

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

/** What is missing in the form of a matter, in Chinese; undefined when it can be registered. */
export function problemOf(fields: MatterFields): string | undefined {
  if (fields.title.trim() === '') return '信息名称没有填写';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(fields.createdOn)) return '生成日期没有填写';
  return fields.channels.length === 0 ? '公开渠道至少选一项' : undefined;
}
