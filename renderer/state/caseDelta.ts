import type { CaseDelta, CaseView } from '../../review/contract.ts';

/** Lays what one decision changed over the case the window has; everything else stays the same object, so that it is not drawn again. */
export function withDelta(view: CaseView, delta: CaseDelta): CaseView {
  const changed = new Map(delta.findings.map((finding) => [finding.id, finding]));
  const known = new Set(view.timeline.map((entry) => entry.seq));
  const { myStep: _, ...rest } = view;
  return {
    ...rest,
    row: delta.row,
    actions: delta.actions,
    undoLabel: delta.undoLabel,
    whyNot: delta.whyNot,
    ...(delta.myStep ? { myStep: delta.myStep } : {}),
    steps: delta.steps ?? view.steps,
    findings: view.findings.map((finding) => changed.get(finding.id) ?? finding),
    timeline: [...view.timeline, ...delta.timeline.filter((entry) => !known.has(entry.seq))],
  };
}
