import type { CaseView, FindingView } from '../../../review/contract.ts';
import type { DecisionKind } from '../../../review/model/index.ts';

/** Decisions whose outcome the public will read, or that somebody above must settle. */
const SHOWN: readonly DecisionKind[] = ['keep', 'false-alarm', 'rewrite', 'escalate'];

/** What a signer must have looked at before agreeing. */
export const toSee = (view: CaseView): readonly FindingView[] =>
  view.findings.filter((finding) => finding.decision && SHOWN.includes(finding.decision.kind));

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
