/** Long work, the bundled sample, files put where the person says. */
import { z } from 'zod';
import { fileBytes, id } from './shapes.ts';

export const jobsInputs = {
  'job.cancel': z.object({ job: id }),
  'sample.file': z.object({}),
  /** Handled by the host: asks the person where to put the file. */
  'file.save': z.object({ name: z.string().min(1).max(255), base64: fileBytes }),
  /** Handled by the host: an A4 page of ours becomes a PDF that the person puts somewhere, or goes to a printer of theirs. */
  'file.print': z.object({ name: z.string().min(1).max(255), base64: z.string().max(4_000_000), to: z.enum(['pdf', 'printer']) }),
} as const;

export interface JobsOutputs {
  'job.cancel': null;
  'sample.file': { name: string; base64: string };
  'file.save': { saved: boolean };
  /** `done`: saved, or handed to the printer; false when the person changed their mind. */
  'file.print': { done: boolean };
}

export interface Progress {
  readonly job: string;
  /** Chinese: 正在读取, 正在检查 … */
  readonly phase: string;
  /** 0..1; absent when unknown. */
  readonly ratio?: number;
}
