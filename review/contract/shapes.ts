/** Shapes that several calls share. Sizes are those of a form, never of a file. */
import { z } from 'zod';

export const keys = <T extends Record<string, unknown>>(table: T) =>
  z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]);
export const id = z.string().min(1).max(64);
export const pin = z.string().min(1).max(128);
export const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const line = (max: number) => z.string().trim().max(max);
/** What nobody sees in a name: control and format signs, blanks that are none. */
const UNSEEN = /[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/gu;
const seen = (name: string): string =>
  name
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();

/**
 * Printed name of a person or a workstation as it is read: 张　三 is 张三, and a sign that nobody sees makes no second person of the same name.
 */
export const printedName = z.string().max(90).transform(seen).pipe(z.string().min(2).max(30));
/** 200 MB as base64. */
export const fileBytes = z.string().max(280_000_000);

export const FILE = z.object({ name: z.string().min(1).max(255), base64: fileBytes });
/** Number of a document in its case; the main text is 0. */
export const document = z.int().min(0).max(999).default(0);
export const caseOnly = z.object({ case: id });
/** A case, and which of its documents. */
export const caseDocument = z.object({ case: id, document });

export const ruleId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/);
export const packVersion = z.string().regex(/^(?:\d{1,6}(?:\.\d{1,6}){0,2})?$/);
export const lines = (most: number, longest: number) => z.array(z.string().trim().min(1).max(longest)).max(most).readonly();
