/** Shapes that recur in signed bodies. Everything is bounded: a body never holds free text. */
import { z } from 'zod';
import { isCivilDate } from '../workflow/working-days.ts';

/** Lower-case hex SHA-256: an event id, a digest of a file, a commitment. */
export const HASH = z.string().regex(/^[0-9a-f]{64}$/);
export const KEY_ID = z.string().regex(/^[0-9a-f]{32}$/);
/** Ids that the program makes: c-…, p-…, ws-…, org-…. */
export const MADE_ID = z.string().regex(/^[a-z][A-Za-z0-9-]{1,63}$/);
/** Case of an event: a case id, or '-' for what concerns the whole workstation. */
export const CASE_ID = z.union([z.literal('-'), MADE_ID]);
export const CIVIL_DATE = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A moment that exists: what no clock can show compares with nothing, and no flag would be due on it or on what follows. */
export const INSTANT = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,3})?[+-](0\d|1[0-4]):[0-5]\d$/)
  .refine((at) => isCivilDate(at.slice(0, 10)));
export const COUNT = z.int().min(0).max(1_000_000_000);
/** Number of an attachment in its case, given once; an event without it speaks of the main text. */
export const DOCUMENT = z.int().min(1).max(999);
export const VERSION = z.int().min(1).max(9999);
/** Set of finding or part numbers, see ranges.ts. */
export const RANGES = z
  .string()
  .max(15_000)
  .regex(/^[0-9,-]*$/);

/** Keys of a constant table of the model as an enum. */
export const keysOf = <T extends Record<string, unknown>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]);

/** A list that stands for a set: ascending and without repetition, so that there is one spelling only. */
export const ascending = (values: readonly string[]): boolean =>
  values.every((value, i) => i === 0 || (values[i - 1] ?? '') < value);
