/**
 * What leaves the program, as plain data: the use cases fill these models from signed events, exports/ turns them into files.
 * Nothing here can change a case.
 */
import type { AppStatus, CaseRow, FindingCounts, StepView, VersionRow } from './contract.ts';
import type { Channel, RequestAsk, RuleSetIdentity, Step } from './model/index.ts';
import type { Envelope } from './ports.ts';
import type { RequestTable } from './workflow/request-table.ts';

/** 《政府信息公开保密审查表》: fields of workflow.md §2. */
export interface FormModel {
  readonly office: NonNullable<AppStatus['office']>;
  readonly row: CaseRow;
  readonly documentNumber: string;
  readonly createdOn: string;
  readonly filledOn: string;
  readonly channels: readonly Channel[];
  /** Of the main text. */
  readonly versions: readonly VersionRow[];
  /** What goes out with it, in order. */
  readonly attachments: readonly { readonly label: string; readonly fileName: string; readonly fileCode: string }[];
  /** A file was changed on the way to release: what goes out is 处理后. */
  readonly treated: boolean;
  readonly counts: FindingCounts;
  /** Chinese decision name → how many findings. */
  readonly decisions: Readonly<Record<string, number>>;
  readonly hiddenParts: number;
  readonly unreadParts: number;
  readonly steps: readonly StepView[];
  /** Steps that are signed by the office's settings; one that is left out is done by the next. */
  readonly chain: readonly Step[];
  /** What else happened on the way, a line each: 征求意见, 请示, 暂缓, 撤下, 复审, 简化流程. */
  readonly remarks: readonly string[];
  readonly ruleSet: RuleSetIdentity;
  readonly publications: readonly {
    readonly channel: Channel;
    readonly address: string;
    readonly on: string;
    readonly by: string;
  }[];
  /** First 12 hex characters of the SHA-256 of the bytes to publish, in groups of four; empty while there is none. */
  readonly fileCode: string;
  /** Printed code of the newest checkpoint (signoff-design 5.3). */
  readonly chainCode: string;
  /** The note whose digest the code is; goes into the QR code. */
  readonly chainNote: string;
  readonly seq: number;
  readonly flags: readonly string[];
  readonly complete: boolean;
}

/** 审查登记台账: one row a case. Masked rows hold no title, file name or address. */
export interface LedgerModel {
  readonly office: string;
  readonly madeOn: string;
  readonly masked: boolean;
  /** Filter of the ledger in words; absent when all rows are there. */
  readonly narrowed?: string;
  /** Checkpoint printed under the table; absent while nothing was recorded. */
  readonly mark?: { readonly code: string; readonly seq: number };
  readonly rows: readonly LedgerRow[];
}
export interface LedgerRow {
  readonly row: CaseRow;
  readonly documentNumber: string;
  readonly createdOn: string;
  readonly submittedOn: string;
  /** 审查结论: 同意公开, 处理后公开, 不予公开, 办理中 … */
  readonly conclusion: string;
  readonly basis: string;
  readonly head: string;
  readonly reviewer: string;
  readonly leader: string;
  readonly approvedOn: string;
  readonly channel: string;
  readonly publishedOn: string;
  readonly publisher: string;
  /** Working days from 生成日期 to publication; absent while unpublished. */
  readonly workingDays?: number;
  readonly chainCode: string;
}

/** Findings with their decisions, for the person who edits the draft by hand (修改清单). */
export interface ChangeListModel {
  readonly number: string;
  readonly fileName: string;
  readonly items: readonly {
    readonly where: string;
    readonly text: string;
    readonly decision: string;
    readonly replacement: string;
    readonly reason: string;
  }[];
}

/** The event log: exact signed bytes, so that it can be verified without the program. */
export interface LogModel {
  readonly roster: readonly Envelope[];
  readonly events: readonly Envelope[];
  /** Checkpoint over all events, sealed by the workstation: without it nobody could tell that the end was cut off. */
  readonly seal?: Envelope;
  /** Events that contradict others of the same number, and what rests on them: proof, apart from the log, for ever. */
  readonly forks?: readonly Envelope[];
}

/** 征求意见函 of an application: what is asked about and by when, never who applied. */
export interface ConsultLetterModel {
  readonly office: string;
  readonly number: string;
  readonly about: RequestAsk;
  readonly whom: string;
  readonly matter: string;
  /** Working days to answer, from receipt. */
  readonly days: number;
  /** Civil date of the letter. */
  readonly on: string;
}

/** 泄密事件报告单 (保密法实施条例 61; workflow.md §4.3): what the log knows of the matter; the rest is written by hand. */
export interface LeakReportModel {
  readonly office: string;
  readonly madeOn: string;
  readonly number: string;
  readonly title: string;
  readonly documentNumber: string;
  /** Of the main text. */
  readonly fileName: string;
  readonly fileCode: string;
  /** A line each. */
  readonly attachments: readonly string[];
  /** Where and when it came out, a line each. */
  readonly publications: readonly string[];
  /** Day and reason it was taken down; empty while it was not. */
  readonly takenDown: string;
  /** Who signed and released it, a line each. */
  readonly people: readonly string[];
  readonly mark?: { readonly code: string; readonly seq: number };
}

/** 依申请公开登记簿 of a year. Masked rows hold no name, address or content. */
export interface RequestRegisterModel {
  readonly office: string;
  readonly madeOn: string;
  readonly masked: boolean;
  readonly year: number;
  readonly rows: readonly {
    readonly number: string;
    readonly applicant: string;
    readonly name: string;
    readonly contact: string;
    readonly content: string;
    readonly receivedOn: string;
    readonly reply: string;
    /** Last day of the answer; empty once answered. */
    readonly dueOn: string;
    readonly extended: boolean;
    /** Working days that did not count. */
    readonly paused: number;
    readonly state: string;
    readonly result: string;
    readonly closedOn: string;
  }[];
  readonly table: RequestTable;
  readonly mark?: { readonly code: string; readonly seq: number };
}
