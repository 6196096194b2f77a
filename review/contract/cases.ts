/** One matter: its versions, what the window shows of it, what changed between versions. */
import { z } from 'zod';
import type { Attribute, Channel, Draft, KnownPlace, PieceKind, Role, State, Step } from '../model/index.ts';
import { ATTRIBUTES, CHANNELS, COPY_FORMS, ENCODINGS, MOST_ATTACHMENTS } from '../model/index.ts';
import type { FindingView } from './findings.ts';
import type { PendingView, Wait } from './outcomes.ts';
import { caseDocument, civilDate, document, FILE, id, keys, line, pin } from './shapes.ts';

export const casesInputs = {
  'case.list': z.object({}),
  'case.import': z.object({
    job: id,
    file: FILE,
    /** 附件1, 附件2 … of the same matter: registered with the main text or not at all. */
    attachments: z.array(FILE).max(MOST_ATTACHMENTS).default([]),
    title: line(200).optional(),
    documentNumber: line(60).optional(),
    /** 生成日期: day 0 of the 20 working days. */
    createdOn: civilDate,
    attribute: keys(ATTRIBUTES),
    channels: z.array(keys(CHANNELS)).min(1),
    /** The bundled sample: tried out like any draft, but numbered apart and never in the ledger. Only its own bytes may say so. */
    sample: z.literal(true).optional(),
  }),
  /** With one document open. */
  'case.open': caseDocument,
  /** What the present version changed in the text, against the version that was returned or signed before. */
  'case.difference': caseDocument,
  /** The newest version beside the one before, whole: what a clean copy replaced and dropped. */
  'case.comparison': caseDocument,
  /** A page (from 1) of a clean copy that is a picture PDF. */
  'case.pagePicture': z.object({ case: id, document, page: z.int().min(1).max(100_000) }),
  'case.addVersion': z.object({ job: id, case: id, document, file: FILE }),
  /** `as` and `blackPictures` are for formats that have a choice (CopyWish). */
  'case.cleanCopy': z.object({
    job: id,
    case: id,
    document,
    as: keys(COPY_FORMS).optional(),
    blackPictures: z.boolean().optional(),
  }),
  /** All documents; with `encoding` the stored bytes of the one named are read anew as that, instead of scanning the draft that was read. */
  'case.rescan': z.object({ job: id, case: id, document, encoding: keys(ENCODINGS).optional() }),
  'case.withdraw': z.object({ case: id, reason: line(500).min(1), pin }),
} as const;

export interface CasesOutputs {
  'case.list': CaseRow[];
  'case.import': ImportOutcome;
  'case.open': CaseView;
  'case.difference': TextDifference;
  'case.comparison': CopyComparison;
  'case.pagePicture': PagePictureView;
  'case.addVersion': ImportOutcome;
  'case.cleanCopy': ImportOutcome;
  'case.rescan': CaseView;
  'case.withdraw': CaseView;
}

/** Deadline in working days (条例 26: 20 工作日 from the day the information was made). */
export interface Deadline {
  /** Civil date of the last day. */
  readonly on: string;
  /** Working days left; 0 = today is the last day; negative = overdue. */
  readonly left: number;
  /** True when the holiday table does not cover the span (推算). */
  readonly estimated: boolean;
  /** Which clock it is, from what day, on which basis: a Chinese sentence for whoever asks. */
  readonly clock?: string;
}

export interface FindingCounts {
  readonly block: number;
  readonly review: number;
  readonly notice: number;
  readonly decided: number;
  readonly total: number;
}

export interface CaseRow {
  readonly id: string;
  /** 审查编号, XS-2026-001. */
  readonly number: string;
  readonly title: string;
  readonly department: string;
  readonly drafter: string;
  readonly attribute: Attribute;
  readonly state: State;
  /** Whose turn it is, in Chinese (李某 保密审查); empty when nobody's. */
  readonly next: string;
  /** Role that must act next, for 待我办理. */
  readonly nextStep?: Step;
  /** Whole days since the case came to that person. */
  readonly waitingDays: number;
  readonly deadline: Deadline;
  readonly counts: FindingCounts;
  readonly version: number;
  /** How many attachments go out with the main text; absent when none does. */
  readonly attachments?: number;
  readonly updatedAt: string;
  /** Set while somebody must know before anything else: the case came back, or what was signed is no longer what is there. */
  readonly attention?: Attention;
  /** What it waits for beside signatures; absent when nothing. */
  readonly waits?: readonly Wait[];
  /** Roles whose turn it is where no signature is due. */
  readonly turnOf?: readonly Role[];
  /** The bundled sample, never in the ledger. */
  readonly sample?: true;
}

/** Why a case needs a second look. */
export interface Attention {
  /** `returned`: with the drafter; `resubmitted`: on its way again after a return; `stale`: signatures no longer count. */
  readonly kind: 'returned' | 'resubmitted' | 'stale';
  /** Who returned it, or whose act made the signatures void; empty when nobody's did (new rules). */
  readonly by: string;
  readonly role: string;
  /** ISO time with offset; empty when no act stands behind it. */
  readonly at: string;
  /** The reason given, or exactly what changed since the newest void signature. */
  readonly words: string;
  /** How often the case was returned. */
  readonly times: number;
  /** Stale: whose signatures no longer count, as 李某（保密审查员）. */
  readonly voided: readonly string[];
}

/** One document of a case as lists of documents show it. */
export interface DocumentRow {
  readonly number: number;
  /** 正文, 附件1 … */
  readonly label: string;
  readonly fileName: string;
  readonly format: string;
  /** Of the newest version: bytes, lower-case hex SHA-256, number. */
  readonly size: number;
  readonly sha256: string;
  readonly version: number;
  readonly findings: number;
  readonly decided: number;
  /** Parts that nobody could read and nobody has vouched for. */
  readonly unreadLeft: number;
}

export interface VersionRow {
  readonly number: number;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly format: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

export interface StepView {
  readonly step: Step;
  readonly name: string;
  /** Signatures of this step, oldest first; a stale one stays visible with its reason. */
  readonly signatures: readonly {
    /** Printed name; a deputy's with the other name: 李某（代王某）. */
    readonly by: string;
    readonly at: string;
    readonly opinion: string;
    /** 同意部分公开: what stays unpublished and on which ground. */
    readonly partly?: string;
    readonly counts: boolean;
    readonly why?: string;
    /** Number of a deputy's signature that 保密办 must confirm, because the clock was flagged. */
    readonly toConfirm?: number;
  }[];
  readonly done: boolean;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly role: string;
  /** Chinese: 送审登记, 机器检查, 处置 5 处, 同意 … */
  readonly what: string;
  readonly detail: string;
  /** Chinese: flags of the clock, and that it came under a revoked key; empty when there is nothing to say. */
  readonly flags: readonly string[];
}

/** A button of the case screens: enabled, or grey with the reason. */
export interface ActionView {
  readonly enabled: boolean;
  readonly why: string;
}

/** Acts after which a matter leaves the straight way from drafter to release. */
export type OutcomeAction =
  | 'recall'
  | 'hold'
  | 'resume'
  | 'refer'
  | 'answer'
  | 'consult'
  | 'reply'
  | 'partly'
  | 'takeDown'
  | 'reexamine';

export type ActionName =
  | OutcomeAction
  | 'decide'
  | 'undo'
  | 'addVersion'
  | 'attach'
  | 'cleanCopy'
  | 'sign'
  | 'return'
  | 'refuse'
  | 'withdraw'
  | 'release'
  | 'publish'
  | 'exportForm'
  | 'exportRelease';

export interface CaseView {
  readonly row: CaseRow;
  readonly documentNumber: string;
  readonly createdOn: string;
  readonly channels: readonly Channel[];
  /** All documents that would be published, the main text first. */
  readonly documents: readonly DocumentRow[];
  /** Number of the one that is open: versions, draft, findings and what belongs to them are of this one. */
  readonly document: number;
  readonly versions: readonly VersionRow[];
  readonly draft: Draft;
  readonly findings: readonly FindingView[];
  /** 清单已有: contacts that the office publishes and the scan therefore passed over. */
  readonly known: readonly KnownPlace[];
  /** Names the draft that places in findings belong to. */
  readonly draftId: string;
  /** 人工标注 whose text this version no longer has. */
  readonly goneMarks: readonly { readonly text: string; readonly reason: string }[];
  readonly confirmedUnread: readonly string[];
  readonly steps: readonly StepView[];
  readonly timeline: readonly TimelineEntry[];
  /** Holds, referrals and consultations, newest first. */
  readonly pending: readonly PendingView[];
  /** 简化流程 in words; empty when all four steps are signed. */
  readonly simplified: string;
  /** Chinese sentences: why the case cannot be released now; empty when it can. */
  readonly whyNot: readonly string[];
  /** The step the signed-in person would sign now. */
  readonly myStep?: Step;
  /** Name of the person they would act for, when they are that person's deputy here. */
  readonly actingFor?: string;
  readonly actions: Readonly<Record<ActionName, ActionView>>;
  /** Name of the decision 撤销 would take back; empty when none. */
  readonly undoLabel: string;
  readonly publications: readonly {
    readonly channel: Channel;
    readonly address: string;
    readonly on: string;
    readonly by: string;
  }[];
}

/** Text of the present version against an earlier one, paragraph by paragraph. */
export interface TextDifference {
  /** Why this version is compared with; `none` when there is nothing to compare: the fields below are then empty. */
  readonly against: 'returned' | 'signed' | 'previous' | 'none';
  readonly from: number;
  readonly to: number;
  /** When that version was returned or signed, and by whom; empty for `previous`. */
  readonly at: string;
  readonly by: string;
  readonly inserted: number;
  readonly deleted: number;
  readonly changed: number;
  /** Findings of the present version that the earlier one did not have. */
  readonly freshFindings: number;
  /** In reading order; the first so many only, `left` counts the rest. */
  readonly paragraphs: readonly ParagraphChange[];
  readonly left: number;
}

export interface ParagraphChange {
  readonly kind: 'inserted' | 'deleted' | 'changed';
  /** Where it stands (第3段), in the version that has it; in the present one when both do. */
  readonly label: string;
  /** Whether a reader of the page sees it. */
  readonly visible: boolean;
  readonly runs: readonly { readonly kind: 'same' | 'inserted' | 'deleted'; readonly text: string }[];
}

/** One page of a picture PDF; sizes in pixels, `pages` of the whole file. */
export interface PagePictureView {
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly type: 'image/png' | 'image/jpeg';
  readonly base64: string;
}

/** Two neighbouring versions side by side. */
export interface CopyComparison {
  readonly from: number;
  /** 0 when there is only one version: all else is then empty. */
  readonly to: number;
  /** Whether the program made the newer one, and its record of how, in Chinese; '' otherwise. */
  readonly origin: 'given' | 'clean-copy';
  readonly record: string;
  readonly changed: number;
  readonly deleted: number;
  readonly inserted: number;
  /** What is seen, in reading order; long stretches without a change are folded. The first so many only, `left` counts the rest. */
  readonly rows: readonly ComparisonRow[];
  readonly left: number;
  /** What nobody sees and is no longer in the newer version, by kind. */
  readonly dropped: readonly DroppedKind[];
}

export type ComparisonRow =
  | { readonly kind: 'folded'; readonly count: number }
  | {
      readonly kind: 'same' | 'changed' | 'deleted' | 'inserted';
      readonly label: string;
      /** One side of the change; empty where the piece does not stand in that version. */
      readonly before: readonly ComparedRun[];
      readonly after: readonly ComparedRun[];
    };
export interface ComparedRun {
  readonly changed: boolean;
  readonly text: string;
}
export interface DroppedKind {
  readonly kind: PieceKind;
  readonly count: number;
  /** The first so many of them. */
  readonly items: readonly { readonly label: string; readonly text: string }[];
}

export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly case: string; readonly findings: number; readonly unread: number }
  | { readonly outcome: 'marked'; readonly rule: string; readonly message: string }
  | { readonly outcome: 'duplicate'; readonly case: string; readonly number: string; readonly message: string };
