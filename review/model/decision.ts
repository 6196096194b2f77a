/** What a person can decide on a finding. `keep` and `false-alarm` let the text stand and therefore need a reason. */
export const DECISIONS = {
  mask: '脱敏',
  delete: '删除',
  rewrite: '改写',
  keep: '保留',
  'false-alarm': '误报',
  escalate: '送上级确定',
} as const;
export type DecisionKind = keyof typeof DECISIONS;

/** Decisions that leave the text in what will be published; each needs a stated reason and is shown to the next signers. */
export const NEEDS_REASON: readonly DecisionKind[] = ['keep', 'false-alarm', 'escalate'];
/** Decisions that demand a changed text: the version they stand on cannot be released. */
export const DEMANDS_CHANGE: readonly DecisionKind[] = ['mask', 'delete', 'rewrite'];

export interface Decision {
  /** Finding id (fingerprint). */
  readonly finding: string;
  readonly kind: DecisionKind;
  readonly reason: string;
  /** Wording for `rewrite` (and for `mask` when it differs from the suggestion). */
  readonly replacement?: string;
  readonly by: string;
  /** ISO time with offset, as claimed by the event. */
  readonly at: string;
  /** True when it was carried over from an earlier version by fingerprint (上次已定). */
  readonly carried: boolean;
}
