/** What people decide on findings and on parts nobody could read. */
import { z } from 'zod';
import type { Decision, Finding, Step } from '../model/index.ts';
import { CATEGORIES, DECISIONS, LEVELS } from '../model/index.ts';
import type { CaseRow } from './case-rows.ts';
import type { CaseView, StepView, TimelineEntry } from './case-view.ts';
import { caseOnly, document, id, keys, line } from './shapes.ts';

const offset = z.int().min(0).max(100_000_000);

export const findingsInputs = {
  /** Findings of one document. */
  'finding.decide': z.object({
    case: id,
    document,
    findings: z.array(id).min(1).max(5000),
    decision: keys(DECISIONS),
    reason: line(500).default(''),
    replacement: z.string().max(2000).optional(),
  }),
  /** 人工标注: a place of the draft on the screen (`CaseView.draftId`), by piece and UTF-16 offsets. */
  'finding.add': z.object({
    case: id,
    document,
    draft: z.string().regex(/^[0-9a-f]{64}$/),
    piece: offset,
    start: offset,
    end: offset,
    category: keys(CATEGORIES),
    level: keys(LEVELS),
    reason: line(500).min(1),
    suggestion: line(2000).default(''),
  }),
  'finding.undo': caseOnly,
  'unread.confirm': z.object({ case: id, document, part: z.string().max(400) }),
} as const;

export interface FindingsOutputs {
  'finding.decide': CaseDelta;
  'finding.add': CaseDelta;
  'finding.undo': CaseDelta;
  'unread.confirm': CaseView;
}

export interface FindingView extends Finding {
  readonly categoryName: string;
  readonly levelName: string;
  /** Short law names with articles, in the order of `basis`. */
  readonly basisNames: readonly string[];
  /** The sentence after masking, for 处理后预览. */
  readonly preview: string;
  readonly decision?: Decision;
  /** Other attributes of the same work that are already out (汇聚); absent when there are none. */
  readonly gathered?: readonly GatheredRow[];
}

/** An attribute of the same work in a case that was released. */
export interface GatheredRow {
  /** 审查编号 and the day of its release. */
  readonly number: string;
  readonly on: string;
  readonly work: string;
  readonly categoryName: string;
  readonly text: string;
}

/**
 * What one decision or its undoing changed. A long draft must not travel again for each key: the window lays this over the case
 * it has. Parts that are absent have not changed.
 */
export interface CaseDelta {
  /** Number of the document it is about: undoing may be about another than the one on the screen. */
  readonly document: number;
  readonly row: CaseRow;
  readonly documents: CaseView['documents'];
  /** The findings that are new or whose decision changed, whole. */
  readonly findings: readonly FindingView[];
  /** Ids of marks that were taken back; absent when none was. */
  readonly removed?: readonly string[];
  readonly actions: CaseView['actions'];
  readonly undoLabel: string;
  readonly whyNot: readonly string[];
  /** Absent when the signed-in person would sign nothing now. */
  readonly myStep?: Step;
  readonly steps?: readonly StepView[];
  /** Entries to put behind those already known. */
  readonly timeline: readonly TimelineEntry[];
}
