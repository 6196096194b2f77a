/** One matter on its way in: its files, its form, and how far it has come. */
import type { ImportOutcome } from '../../review/contract.ts';
import type { Attribute, Channel, Failure } from '../../review/model/index.ts';
import { call, DeskError } from './desk.ts';
import { toBase64 } from './files.ts';
import { newJob } from './jobs.ts';

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

/** One matter (一事一审), with its own form: one file, or a main text with attachments that somebody put together. */
export interface Matter {
  readonly key: string;
  /** The main text. */
  readonly file: File;
  /** 附件1, 附件2 … */
  readonly attachments: readonly File[];
  readonly fields: MatterFields;
  readonly status: MatterStatus;
  /** The draft that came with the program. */
  readonly sample?: true;
}

const titleOf = (file: File): string => file.name.replace(/\.[^.]+$/, '').slice(0, 200);
const READ_FAILED: Failure = {
  code: 'file-unreadable',
  message: '这个文件读不出来，没有登记。原文件没有改动。请确认文件还在、没有被别的程序占用、您有权读取，再重试。',
};

/** A matter of one file, its form filled in as far as the file tells. */
export const newMatter = (file: File, today: string): Matter => ({
  key: newJob(),
  file,
  attachments: [],
  fields: { title: titleOf(file), documentNumber: '', createdOn: today, attribute: 'active', channels: ['website'] },
  status: { at: 'waiting' },
});

/** Registers a matter and has it checked; what went wrong is its status. */
export async function register(matter: Matter, job: string): Promise<MatterStatus> {
  const given: { readonly name: string; readonly base64: string }[] = [];
  try {
    for (const each of [matter.file, ...matter.attachments]) given.push({ name: each.name, base64: await toBase64(each) });
  } catch {
    return { at: 'failed', error: READ_FAILED };
  }
  const { title, documentNumber, createdOn, attribute, channels } = matter.fields;
  const [file = { name: matter.file.name, base64: '' }, ...attachments] = given;
  const optional = { ...(documentNumber ? { documentNumber } : {}), ...(matter.sample ? { sample: true as const } : {}) };
  try {
    const fields = { title, createdOn, attribute, channels: [...channels], ...optional };
    const outcome = await call('case.import', { job, file, attachments, ...fields });
    return { at: 'done', outcome };
  } catch (error) {
    if (error instanceof DeskError) return { at: 'failed', error: { code: error.code, message: error.message } };
    throw error;
  }
}

/** What is missing in the form of a matter, in Chinese; undefined when it can be registered. */
export function problemOf(fields: MatterFields): string | undefined {
  if (fields.title.trim() === '') return '信息名称没有填写';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(fields.createdOn)) return '生成日期没有填写';
  return fields.channels.length === 0 ? '公开渠道至少选一项' : undefined;
}
