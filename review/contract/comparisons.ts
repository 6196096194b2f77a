/** What changed between versions of a document, in words and side by side; pages of picture copies. */
import type { PieceKind } from '../model/index.ts';

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
