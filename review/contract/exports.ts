/** What leaves the program, and the check of the event log. */
import { z } from 'zod';
import { CATEGORIES, type QuarantineState, STATES, type State } from '../model/index.ts';
import type { ExportKind, ExportOffer } from '../usecases/exports/index.ts';
import { id, keys, line, pin } from './shapes.ts';

export type { ExportKind, ExportOffer };

/** What the ledger on the screen was narrowed to; the export is narrowed alike. */
export const ledgerFilter = z.object({
  state: keys(STATES).optional(),
  department: line(30).optional(),
  category: keys(CATEGORIES).optional(),
  /** Month of the last act, 2026-09. */
  month: line(7).optional(),
  search: line(60).optional(),
  picked: z.object({ name: line(80), cases: z.array(id).max(20_000).readonly() }).optional(),
});

export const exportsInputs = {
  'export.make': z.object({
    /** Checked against the table of kinds (usecases/exports/index.ts) by the handler. */
    kind: z.custom<ExportKind>((value) => typeof value === 'string' && value.length <= 40),
    case: id.optional(),
    /** 2026, 2026-Q3 or 2026-09; the present month or year when left out. */
    period: line(7).optional(),
    filter: ledgerFilter.optional(),
    /** Files handed in together, as the window saw them go; what is registered is looked up in the record. */
    batch: z
      .array(
        z.object({
          name: line(255),
          outcome: z.enum(['imported', 'duplicate', 'marked', 'failed']),
          case: id.optional(),
          reason: line(1000),
        }),
      )
      .max(5_000)
      .optional(),
    /** Full exports need a reason and are logged; masked is the default. */
    full: z
      .object({
        reason: line(200).min(2),
        /** Where two people are needed: the other one. */
        second: z.object({ person: id, pin }).optional(),
        pin: pin.optional(),
      })
      .optional(),
  }),
  /** Checks the whole journal again, in slices; `job` to watch and to cancel it. Codes typed from paper say up to where it is vouched for. */
  'log.verify': z.object({
    job: id.optional(),
    codes: z.array(line(60)).max(50).optional(),
    root: line(80).optional(),
  }),
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
  /** Id of the unit root key, to be compared with paper. */
  readonly root: string;
  /** Newest event that a code typed from paper vouches for, and how many stand after it. */
  readonly anchored: number;
  readonly unanchored: number;
  /** Journals in the log: one for each workstation, and one more for each restore. */
  readonly journals: readonly {
    readonly ws: string;
    readonly inc: number;
    readonly events: number;
    readonly checkpoints: number;
  }[];
  readonly clock: readonly { readonly seq: number; readonly at: string; readonly flags: readonly string[] }[];
  /** Signatures that were given and no longer count. */
  readonly stale: readonly {
    readonly number: string;
    readonly seq: number;
    readonly step: string;
    readonly by: string;
    readonly why: string;
  }[];
  /** Two events of one workstation under one number: its journal went on twice. Red for ever. */
  readonly forks: readonly { readonly ws: string; readonly inc: number; readonly seq: number; readonly ids: readonly string[] }[];
  /** What was signed with keys that had been revoked, as those who took it in knew: counts only where two people let it stand. */
  readonly late: readonly {
    readonly ws: string;
    readonly inc: number;
    readonly from: number;
    readonly to: number;
    readonly by: string;
    readonly state: QuarantineState;
  }[];
  /** Contents destroyed by two people. */
  readonly cleared: readonly { readonly case: string; readonly seq: number; readonly at: string; readonly items: number }[];
}
