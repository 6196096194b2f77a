/** What leaves the program, and the check of the event log. */
import { z } from 'zod';
import { STATES, type State } from '../model/index.ts';
import type { ExportKind, ExportOffer } from '../usecases/exports/index.ts';
import { id, keys, line } from './shapes.ts';

export type { ExportKind, ExportOffer };

/** What the ledger on the screen was narrowed to; the export is narrowed alike. */
export const ledgerFilter = z.object({
  state: keys(STATES).optional(),
  department: line(30).optional(),
  /** Month of the last act, 2026-09. */
  month: line(7).optional(),
  search: line(60).optional(),
});

export const exportsInputs = {
  'export.make': z.object({
    /** Checked against the table of kinds (usecases/exports/index.ts) by the handler. */
    kind: z.custom<ExportKind>((value) => typeof value === 'string' && value.length <= 40),
    case: id.optional(),
    /** 2026, 2026-Q3 or 2026-09; the present month or year when left out. */
    period: line(7).optional(),
    filter: ledgerFilter.optional(),
    /** Full exports need a reason and are logged; masked is the default. */
    full: z.object({ reason: line(200).min(2) }).optional(),
  }),
  'log.verify': z.object({}),
} as const;

export interface ExportsOutputs {
  'export.make': ExportedFile;
  'log.verify': VerifyReport;
}

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
