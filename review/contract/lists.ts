/** The office's own lists, made from workbooks. */
import { z } from 'zod';
import type { ListDifference, ListError, ListKind } from '../model/index.ts';
import { LIST_KINDS } from '../model/index.ts';
import type { ExportedFile } from './exports.ts';
import { FILE, keys, pin } from './shapes.ts';

export const listsInputs = {
  'lists.view': z.object({}),
  /** What importing this workbook would do; changes nothing. */
  'lists.preview': z.object({ kind: keys(LIST_KINDS), file: FILE }),
  'lists.import': z.object({
    kind: keys(LIST_KINDS),
    file: FILE,
    /** Take the right rows although others are wrong. */
    onlyCorrect: z.boolean(),
    /** Version in force (0: none) that the preview was compared with: nobody replaces a list they have not seen. */
    after: z.int().min(0).max(9999),
    pin,
  }),
  'lists.template': z.object({ kind: keys(LIST_KINDS) }),
  /** A workbook of the list in force with one more row, to go through preview and import like any other; changes nothing. */
  'lists.withRow': z.object({ kind: keys(LIST_KINDS), cells: z.record(z.string().max(20), z.string().trim().max(1000)) }),
} as const;

export interface ListsOutputs {
  'lists.view': ListsView;
  'lists.preview': ListPreview;
  'lists.import': ListsView;
  'lists.template': ExportedFile;
  'lists.withRow': ExportedFile;
}

/** 本单位清单: what is in force and what was before. */
export interface ListsView {
  /** Whether the signed-in person may import. */
  readonly mayImport: boolean;
  readonly lists: readonly ListView[];
}

export interface ListView {
  readonly kind: ListKind;
  readonly name: string;
  /** Newest first; empty while nothing was imported. The first one is in force. */
  readonly versions: readonly ListVersionRow[];
}

export interface ListVersionRow {
  readonly version: number;
  readonly rows: number;
  readonly at: string;
  readonly by: string;
  readonly role: string;
  /** First 12 hex characters of the digest that reviews are bound to, in groups of four. */
  readonly code: string;
}

export interface ListPreview {
  readonly kind: ListKind;
  /** Rows that hold something, and how many of them are right. */
  readonly rows: number;
  readonly good: number;
  /** The first errors in the order of the workbook, and how many there are. */
  readonly errors: readonly ListError[];
  readonly errorCount: number;
  /** Version in force that it was compared with; 0 for none. */
  readonly after: number;
  /** What the right rows would change. */
  readonly difference: ListDifference;
  /** The first right rows as they would be taken. */
  readonly head: readonly string[];
  readonly sample: readonly { readonly row: number; readonly cells: readonly string[] }[];
}
