/** 数据包: signed packages on a stick between the workstations of an office. */
import { z } from 'zod';
import { FILE, id, line } from './shapes.ts';

export const exchangeInputs = {
  /** A package of everything recorded here; with the contents of the named cases, under a passphrase that the answer shows once. */
  'package.export': z.object({
    to: id.optional(),
    receipt: id.optional(),
    cases: z.array(id).max(500).readonly().optional(),
    job: id.optional(),
  }),
  'package.import': z.object({ file: FILE, passphrase: line(60).optional(), job: id.optional() }),
  'package.list': z.object({}),
  /** Of versions that do not know of each other the one named by its event stands. */
  'conflict.resolve': z.object({ case: id, keep: id }),
} as const;

export interface ExchangeOutputs {
  'package.export': PackageExported;
  'package.import': PackageImported;
  'package.list': PackageList;
  'conflict.resolve': { state: string };
}

export interface PackageExported {
  readonly id: string;
  readonly name: string;
  readonly base64: string;
  /** 5 groups of 4 characters, to be told apart from the stick; absent when no contents travel. */
  readonly passphrase?: string;
}

export interface PackageImported {
  readonly id: string;
  readonly from: string;
  /** Nothing was new: nothing was recorded either. */
  readonly known: boolean;
  readonly events: number;
  readonly contents: number;
  readonly roster: number;
  readonly forks: number;
  /** A receipt should go back: the package was no receipt itself. */
  readonly receiptDue: boolean;
}

export interface PackageRow {
  readonly kind: 'export' | 'import' | 'refuse';
  readonly at: string;
  readonly by: string;
  /** Workstation it was for, or came from. */
  readonly with?: string;
  /** Digest of the file (export, refusal) or id of the package (import). */
  readonly digest: string;
  readonly events: number;
  readonly contents: number;
  /** Why it was refused. */
  readonly code?: string;
}

export interface PackageList {
  /** Newest first. */
  readonly rows: readonly PackageRow[];
  /** Red for ever: two events of one workstation under one number. */
  readonly forks: readonly { readonly ws: string; readonly inc: number; readonly seq: number; readonly at: string }[];
  readonly workstations: readonly string[];
}
