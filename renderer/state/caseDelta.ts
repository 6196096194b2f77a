import type { CaseDelta, CaseView, FindingView } from '../../review/contract.ts';

/** Lays what one decision changed over the case the window has; everything else stays the same object, so that it is not drawn again. */
export function withDelta(view: CaseView, delta: CaseDelta): CaseView {
  const known = new Set(view.timeline.map((entry) => entry.seq));
  // Another document than the one that is open has its own findings.
  const own = view.document === delta.document;
  const { myStep: _, ...rest } = view;
  return {
    ...rest,
    row: delta.row,
    documents: delta.documents,
    actions: delta.actions,
    undoLabel: delta.undoLabel,
    whyNot: delta.whyNot,
    ...(delta.myStep ? { myStep: delta.myStep } : {}),
    steps: delta.steps ?? view.steps,
    findings: own ? withFindings(view, delta) : view.findings,
    timeline: [...view.timeline, ...delta.timeline.filter((entry) => !known.has(entry.seq))],
  };
}

/** Findings in their places, with new marks among them and without those taken back. */
function withFindings({ findings }: CaseView, delta: CaseDelta): readonly FindingView[] {
  const changed = new Map(delta.findings.map((finding) => [finding.id, finding]));
  const removed = new Set(delta.removed);
  const kept = findings.filter(({ id }) => !removed.has(id)).map((finding) => changed.get(finding.id) ?? finding);
  const known = new Set(kept.map(({ id }) => id));
  const added = delta.findings.filter(({ id }) => !known.has(id));
  if (added.length === 0) return kept;
  return [...kept, ...added].sort((a, b) => a.piece - b.piece || a.start - b.start || a.end - b.end);
}
