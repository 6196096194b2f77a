/** 审计: the log for the auditor, without a text of any draft. */
import { z } from 'zod';
import { AUDIT_GROUPS, type AuditGroup, type QuarantineState } from '../model/index.ts';
import type { TimelineEntry } from './case-view.ts';
import type { VerifyReport } from './exports.ts';
import { civilDate, id, keys, line, pin } from './shapes.ts';

export const auditInputs = {
  'audit.log': z.object({
    group: keys(AUDIT_GROUPS),
    /** Id of the person or workstation that acted. */
    person: id.optional(),
    /** First and last civil date, inclusive. */
    from: civilDate.optional(),
    to: civilDate.optional(),
    /** Where the page before ended. */
    before: z.int().min(1).optional(),
  }),
  /** Verifies the whole log and records that it was reviewed, with the verdict and the checkpoint it stood at. */
  'audit.review': z.object({ remark: line(300).min(2), pin, job: id.optional(), codes: z.array(line(60)).max(50).optional() }),
  /** What packages brought under keys that had been revoked. */
  'quarantine.list': z.object({}),
  /** For two people: the records stand, or count for nothing, for ever. */
  'quarantine.settle': z.object({
    ws: id,
    inc: z.int().min(1),
    key: id,
    from: z.int().min(1),
    to: z.int().min(1),
    verdict: z.enum(['stands', 'void']),
    reason: line(300).min(4),
    pin,
    second: z.object({ person: id, pin }),
  }),
} as const;

export interface AuditOutputs {
  'audit.log': AuditLog;
  'audit.review': VerifyReport;
  'quarantine.list': readonly QuarantineRow[];
  'quarantine.settle': readonly QuarantineRow[];
}

export interface AuditRow extends TimelineEntry {
  /** Place in the store, newest first; where the next page begins. */
  readonly position: number;
  /** XS-2026-001; empty for what concerns the workstation. */
  readonly number: string;
  /** Names the workstation when the log holds several. */
  readonly ws: string;
}
export interface AuditLog {
  readonly rows: readonly AuditRow[];
  /** Older rows may follow before this position. */
  readonly before?: number;
  readonly counts: Readonly<Record<AuditGroup, number>>;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Newest audit review: up to which event, when. */
  readonly reviewed?: { readonly size: number; readonly at: string };
  /** Events now. */
  readonly events: number;
}

/** What one revoked key signed in one journal, and reached this workstation after it knew of the revocation. */
export interface QuarantineRow {
  readonly ws: string;
  /** What the office calls that workstation. */
  readonly name: string;
  readonly inc: number;
  readonly key: string;
  /** First and last number. */
  readonly from: number;
  readonly to: number;
  readonly state: QuarantineState;
  /** Whose key it was. */
  readonly by: string;
  readonly events: number;
  /** When the first and the last say they were made. */
  readonly since: string;
  readonly until: string;
  /** Numbers of the cases they belong to. */
  readonly cases: readonly string[];
}
