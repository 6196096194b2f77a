/** What leaves the program, and the check of the event log. */
import { z } from 'zod';
import type { State } from '../model/index.ts';
import { id, line } from './shapes.ts';

export const exportsInputs = {
  'export.make': z.object({
    kind: z.enum(['form', 'ledger', 'log', 'change-list', 'release-file']),
    case: id.optional(),
    /** Full exports need a reason and are logged; masked is the default. */
    full: z.object({ reason: line(200).min(2) }).optional(),
  }),
  'log.verify': z.object({}),
} as const;

export interface ExportsOutputs {
  'export.make': ExportedFile;
  'log.verify': VerifyReport;
}

export type ExportKind = z.input<(typeof exportsInputs)['export.make']>['kind'] | 'full-ledger';

export interface ExportedFile {
  readonly name: string;
  readonly mime: string;
  readonly base64: string;
}

export interface VerifyReport {
  readonly valid: boolean;
  readonly events: number;
  /** Chinese lines: 结构完整, 签名有效, 名册可信 … */
  readonly lines: readonly string[];
  readonly problems: readonly { readonly seq: number; readonly message: string }[];
  readonly cases: readonly { readonly number: string; readonly state: State; readonly whyNot: readonly string[] }[];
}
