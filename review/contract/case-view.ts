/** A matter with one document open: what the case screens show, and what may be done with it now. */
import type { Channel, Draft, KnownPlace, Step } from '../model/index.ts';
import type { CaseRow } from './case-rows.ts';
import type { FindingView } from './findings.ts';
import type { PendingView } from './outcomes.ts';

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
