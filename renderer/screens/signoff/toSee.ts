import type { CaseView, FindingView, ParagraphChange, TextDifference } from '../../../review/contract.ts';
import type { DecisionKind } from '../../../review/model/index.ts';

/** Decisions whose outcome the public will read, or that somebody above must settle. */
const SHOWN: readonly DecisionKind[] = ['keep', 'false-alarm', 'rewrite', 'escalate'];

/** One thing a signer must have looked at before agreeing: a finding that stays, or text that became different. */
export type SeeItem =
  | { readonly kind: 'finding'; readonly id: string; readonly finding: FindingView }
  | { readonly kind: 'changes'; readonly id: string; readonly changes: readonly ParagraphChange[]; readonly left: number };

/** More changes than this are read as one list. */
const MOST_SINGLE = 12;

const changeItems = ({ against, from, paragraphs, left }: TextDifference): readonly SeeItem[] => {
  if (against === 'none' || paragraphs.length === 0) return [];
  const groups = paragraphs.length > MOST_SINGLE ? [paragraphs] : paragraphs.map((change) => [change]);
  // The version compared with is part of the name: after another return other changes are to be seen.
  return groups.map((changes, place) => ({ kind: 'changes', id: `change ${against} ${from} ${place}`, changes, left }));
};

/** Changes of the text first, then what stays in it by somebody's decision. */
export const toSee = (view: CaseView, difference: TextDifference | undefined): readonly SeeItem[] => [
  ...(difference ? changeItems(difference) : []),
  ...view.findings
    .filter((finding) => finding.decision && SHOWN.includes(finding.decision.kind))
    .map((finding): SeeItem => ({ kind: 'finding', id: finding.id, finding })),
];

/** The words round a finding, for reading it in its place without the whole draft. */
export function surroundings(view: CaseView, finding: FindingView): { readonly before: string; readonly after: string } {
  const REACH = 60;
  const text = view.draft.pieces[finding.piece]?.text ?? '';
  const before = text.slice(Math.max(0, finding.start - REACH), finding.start);
  const after = text.slice(finding.end, finding.end + REACH);
  return {
    before: finding.start > REACH ? `……${before}` : before,
    after: finding.end + REACH < text.length ? `${after}……` : after,
  };
}
