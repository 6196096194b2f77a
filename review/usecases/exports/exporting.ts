import type { Parsed } from '../../contract.ts';
import type { Result, Role } from '../../model/index.ts';
import type { Period } from '../../workflow/period.ts';
import type { DeskParts, OpenSession } from '../desk-parts.ts';

/** What must be named before an export can be made: one case, a month, a year, any period, files handed in together, or nothing. */
export type ExportNeeds = 'case' | 'month' | 'year' | 'period' | 'batch' | 'nothing';

/** What was asked for, after it was checked against what the export needs. */
export interface Asked {
  /** '' unless the export needs a case. */
  readonly case: string;
  /** The period asked for; the present month or year where the export needs one and none was named. */
  readonly period: Period;
  /** True unless the export was asked for in full. */
  readonly masked: boolean;
  /** Filter of the ledger on the screen. */
  readonly filter: Parsed<'export.make'>['filter'];
  /** Files handed in together and what became of them; empty unless the export needs them. */
  readonly batch: NonNullable<Parsed<'export.make'>['batch']>;
}

/**
 * One kind of export, whole: who may have it, what it needs, and how its model is built from signed events. exports/ turns the
 * model into a file under the same name. A new kind is a file like this one with a line in index.ts, and its exporter with a
 * line in exports/index.ts.
 */
export interface Exporting<Model> {
  /** Name on buttons and in messages. */
  readonly name: string;
  readonly needs: ExportNeeds;
  readonly may: readonly Role[];
  /** Roles that may have it unmasked: for a reason, which is recorded before anything is handed out. Absent: there is one form only. */
  readonly full?: readonly Role[];
  /** True when the unmasked form is for two people together. */
  readonly two?: true;
  /** True when handing it out is itself recorded, so that a store that can only be read hands out none. */
  readonly records?: true;
  model(parts: DeskParts, asked: Asked, session: OpenSession): Result<Model> | Promise<Result<Model>>;
}

export const BUSINESS: readonly Role[] = ['drafter', 'head', 'reviewer', 'leader'];
/** Those who see no drafts but may see that the work was done. */
export const BUSINESS_AND_AUDITOR: readonly Role[] = [...BUSINESS, 'auditor'];
