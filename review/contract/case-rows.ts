/** A matter as lists show it: where it stands, whose turn it is, until when. */
import type { Attribute, Role, State, Step } from '../model/index.ts';
import type { Wait } from './outcomes.ts';

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
