import type { CaseView, FindingView, ParagraphChange, TextDifference } from '../../../review/contract.ts';
import type { DecisionKind } from '../../../review/model/index.ts';

/** Decisions whose outcome the public will read, or that somebody above must settle. */
const SHOWN: readonly DecisionKind[] = ['keep', 'false-alarm', 'rewrite', 'escalate'];

/** One thing a signer must have looked at before agreeing: a finding that stays, or text that became different. */
export type SeeItem =
  | (OfDocument & { readonly kind: 'finding'; readonly finding: FindingView })
  | (OfDocument & { readonly kind: 'changes'; readonly changes: readonly ParagraphChange[]; readonly left: number });
interface OfDocument {
  /** Of the item in the whole case: the same finding may stand in two documents. */
  readonly id: string;
  /** The case with the document open that the item is in. */
  readonly view: CaseView;
}

const idIn = ({ document }: CaseView, id: string): string => (document === 0 ? id : `${document} ${id}`);

/** Author, revisions and the like that are gone: nothing of them is published, so they are looked at together. */
export const isCleared = ({ kind, visible }: ParagraphChange): boolean => kind === 'deleted' && !visible;

/** More changes than this are read as one list. */
const MOST_SINGLE = 12;

const changeItems = (view: CaseView, { against, from, paragraphs, left }: TextDifference): readonly SeeItem[] => {
  if (against === 'none' || paragraphs.length === 0) return [];
  const cleared = paragraphs.filter(isCleared);
  const text = paragraphs.filter((change) => !isCleared(change));
  const groups = [
    ...(text.length > MOST_SINGLE ? [text] : text.map((change) => [change])),
    ...(cleared.length > 0 ? [cleared] : []),
  ];
  // The version compared with is part of the name: after another return other changes are to be seen.
  return groups.map((changes, place) => ({
    kind: 'changes',
    id: idIn(view, `change ${against} ${from} ${place}`),
    view,
    changes,
    left,
  }));
};

/** Of one document: changes of the text first, then what stays in it by somebody's decision. */
export const toSee = (view: CaseView, difference: TextDifference | undefined): readonly SeeItem[] => [
  ...(difference ? changeItems(view, difference) : []),
  ...view.findings
    .filter((finding) => finding.decision && SHOWN.includes(finding.decision.kind))
    .map((finding): SeeItem => ({ kind: 'finding', id: idIn(view, finding.id), view, finding })),
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
