/** 数据包: signed packages on a stick between the workstations of an office. */
import { z } from 'zod';
import type { DecisionKind, State } from '../model/index.ts';
import type { ParagraphChange } from './comparisons.ts';
import { caseOnly, FILE, id, line } from './shapes.ts';

export const exchangeInputs = {
  /** A package of everything recorded here; with the contents of the named cases, under a passphrase that the answer shows once. */
  'package.export': z.object({
    to: id.optional(),
    receipt: id.optional(),
    cases: z.array(id).max(500).readonly().optional(),
    /** The lists and rule packs in force here go along. */
    lists: z.boolean().optional(),
    job: id.optional(),
  }),
  'package.import': z.object({ file: FILE, passphrase: line(60).optional(), job: id.optional() }),
  'package.list': z.object({}),
  /** Both sides of what was done on a case at the same time. */
  'conflict.view': caseOnly,
  /** Of versions that do not know of each other the one named by its event stands. */
  'conflict.resolve': z.object({ case: id, keep: id }),
} as const;

export interface ExchangeOutputs {
  'package.export': PackageExported;
  'package.import': PackageImported;
  'package.list': PackageList;
  'conflict.view': ConflictView;
  'conflict.resolve': { state: string };
}

export interface PackageExported {
  readonly id: string;
  readonly name: string;
  readonly base64: string;
  /** 5 groups of 4 characters, to be told apart from the stick; absent when no contents travel. */
  readonly passphrase?: string;
}

/** A case that a package brought something new about, as it stands now. */
export interface ImportedCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: State;
  /** It was not known here before. */
  readonly fresh: boolean;
  /** Two sides did not know of each other: somebody must choose. */
  readonly conflict: boolean;
  /** Its text and file are here; without them it can only be followed. */
  readonly readable: boolean;
}

export interface PackageImported {
  readonly id: string;
  readonly from: string;
  /** Name of that workstation, as the office calls it. */
  readonly fromName: string;
  /** Name of the workstation it was made for, when that is another one than this. */
  readonly otherName?: string;
  /** It answers a package of ours. */
  readonly receipt: boolean;
  /** Nothing was new: nothing was recorded either. */
  readonly known: boolean;
  readonly events: number;
  readonly contents: number;
  readonly roster: number;
  readonly forks: number;
  /** Records under keys that were known to be revoked: they wait for two people in 审计. */
  readonly late: number;
  /** Contents that were destroyed elsewhere and now here; why copies of this workstation may still hold them. */
  readonly cleared?: { readonly items: number; readonly whyCopiesStay?: string };
  /** A receipt should go back: the package was no receipt itself. */
  readonly receiptDue: boolean;
  /** Cases with something new, those in conflict first. */
  readonly cases: readonly ImportedCase[];
}

export interface PackageRow {
  readonly kind: 'export' | 'import' | 'refuse';
  readonly at: string;
  readonly by: string;
  /** Id of the package; empty for a refused file. */
  readonly id: string;
  /** Workstation it was for, or came from. */
  readonly with?: string;
  readonly withName?: string;
  /** The package answers another one. */
  readonly receipt: boolean;
  /** Import: nobody has sent a receipt yet. */
  readonly receiptDue: boolean;
  /** Export: when and where it was taken in, as packages from there tell. */
  readonly received?: { readonly at: string; readonly name: string };
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
  readonly forks: readonly {
    readonly ws: string;
    readonly name: string;
    readonly inc: number;
    readonly seq: number;
    readonly at: string;
  }[];
  /** Red for ever: workstations whose roster parted from the one here. */
  readonly rosterForks: readonly {
    readonly name: string;
    /** Number of the first entry that differs. */
    readonly seq: number;
    readonly at: string;
    /** Whose roster goes on; `open`: nothing decides it. */
    readonly stands: 'own' | 'other' | 'open';
  }[];
  /** Numbers of the cases that cannot be released because of them. */
  readonly forkedCases: readonly string[];
  readonly workstations: readonly WorkstationRow[];
}

export interface WorkstationRow {
  readonly id: string;
  /** What the office calls it; its id while it has no name. */
  readonly name: string;
  readonly here: boolean;
  /** When the newest package from there was taken in; absent for none. */
  readonly heardAt?: string;
}

/** Who did it, when, on which workstation. */
export interface ConflictPlace {
  readonly by: string;
  /** Chinese role. */
  readonly role: string;
  readonly at: string;
  /** Name of the workstation. */
  readonly workstation: string;
}

export interface ConflictVersion extends ConflictPlace {
  /** What `conflict.resolve` names as `keep`. */
  readonly event: string;
  /** 正文, 附件1 …; empty where the case has one document. */
  readonly document: string;
  readonly number: number;
  readonly fileName: string;
  /** Decisions and marks that fall with it when another one is kept. */
  readonly decisions: number;
  /** Its text against that of the first one of the same document, paragraph by paragraph, the first so many; empty for the first, and for the same text. */
  readonly changes: readonly ParagraphChange[];
  /** More changes than are listed. */
  readonly left: number;
}

export interface ConflictSide extends ConflictPlace {
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly replacement?: string;
}

export interface ConflictFinding {
  /** Document and id of the finding, for `finding.decide`. */
  readonly document: number;
  readonly finding: string;
  readonly text: string;
  readonly title: string;
  /** Where it stands: 第3段. */
  readonly label: string;
  readonly sides: readonly ConflictSide[];
}

export interface ConflictView {
  /** Versions that do not know of each other, that of this workstation first; empty when there is no such conflict. While there is one, it comes first. */
  readonly versions: readonly ConflictVersion[];
  readonly findings: readonly ConflictFinding[];
  /** Chinese reason why the signed-in person cannot choose; empty when they can. */
  readonly whyNot: string;
}
