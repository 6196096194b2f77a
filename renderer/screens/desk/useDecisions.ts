import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseView, Input } from '../../../review/contract.ts';
import type { Decision, DecisionKind } from '../../../review/model/index.ts';
import { call } from '../../state/desk.ts';
import { useSession } from '../../state/queries.ts';

export interface Choice {
  readonly findings: readonly string[];
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly replacement?: string;
}

type Job = { readonly name: 'decide'; readonly input: Input<'finding.decide'> } | { readonly name: 'undo' };

function withDecisions(view: CaseView, choice: Choice, by: string): CaseView {
  const chosen = new Set(choice.findings);
  const at = new Date().toISOString();
  const decision = (finding: string): Decision => ({ ...choice, finding, by, at, carried: false });
  return {
    ...view,
    findings: view.findings.map((finding) => (chosen.has(finding.id) ? { ...finding, decision: decision(finding.id) } : finding)),
  };
}

/** First finding whose decision differs between two states of a case: where an undo took effect. */
function firstChanged(before: CaseView | undefined, after: CaseView): string | undefined {
  const old = new Map(before?.findings.map((finding) => [finding.id, finding.decision?.at]));
  return after.findings.find((finding) => old.get(finding.id) !== finding.decision?.at)?.id;
}

/**
 * Decisions and their undoing, one after the other in the order of the keys. The list answers at once; the answer of the backend
 * replaces it when no further decision is under way, and an error reads the case again, so that nothing shown is ever unsaved.
 */
export function useDecisions(caseId: string, onUndone: (finding: string) => void) {
  const client = useQueryClient();
  const session = useSession();
  const key = ['case', caseId];
  const { mutate, isPending } = useMutation({
    mutationKey: ['decisions', caseId],
    scope: { id: `decisions-${caseId}` },
    mutationFn: (job: Job) => (job.name === 'undo' ? call('finding.undo', { case: caseId }) : call('finding.decide', job.input)),
    onSuccess: (view, job) => {
      if (job.name === 'undo') {
        const changed = firstChanged(client.getQueryData<CaseView>(key), view);
        if (changed) onUndone(changed);
      }
      if (client.isMutating({ mutationKey: ['decisions', caseId] }) === 1) client.setQueryData(key, view);
      return client.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
    },
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
  const decide = (choice: Choice) => {
    client.setQueryData<CaseView>(key, (view) => view && withDecisions(view, choice, session?.person.name ?? ''));
    const { findings, kind, reason, replacement } = choice;
    const input = { case: caseId, findings: [...findings], decision: kind, reason };
    mutate({ name: 'decide', input: replacement === undefined ? input : { ...input, replacement } });
  };
  return { decide, undo: () => mutate({ name: 'undo' }), saving: isPending };
}
