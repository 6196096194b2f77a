import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CaseView, FindingView, Input } from '../../../review/contract.ts';
import type { Decision, DecisionKind } from '../../../review/model/index.ts';
import { withDelta } from '../../state/caseDelta.ts';
import { call } from '../../state/desk.ts';
import { useSession } from '../../state/queries.ts';

export interface Choice {
  readonly findings: readonly string[];
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly replacement?: string;
}

type Job =
  | { readonly name: 'decide'; readonly input: Input<'finding.decide'> }
  | { readonly name: 'mark'; readonly input: Input<'finding.add'> }
  | { readonly name: 'undo' };

/** A choice whose answer is still to come, as it is shown meanwhile. */
interface Waiting extends Choice {
  readonly by: string;
  readonly at: string;
}

function withDecisions(view: CaseView, choice: Waiting): CaseView {
  const chosen = new Set(choice.findings);
  const { kind, reason, replacement, by, at } = choice;
  const words = replacement === undefined ? {} : { replacement };
  const decision = (finding: string): Decision => ({ finding, kind, reason, ...words, by, at, carried: false });
  return {
    ...view,
    findings: view.findings.map((finding) => (chosen.has(finding.id) ? { ...finding, decision: decision(finding.id) } : finding)),
  };
}

const keyFor = (caseId: string) => ['decisions', caseId];

/** Resolves when no decision on the case waits for its answer: what rests on decisions must not overtake them. */
export function decisionsAnswered(client: QueryClient, caseId: string): Promise<void> {
  const waiting = () => client.isMutating({ mutationKey: keyFor(caseId) }) > 0;
  return new Promise((resolve) => {
    if (!waiting()) return resolve();
    const stop = client.getMutationCache().subscribe(() => {
      if (waiting()) return;
      stop();
      resolve();
    });
  });
}

/**
 * Decisions and their undoing, one after the other in the order of the keys. The list answers at once; the answer of the backend
 * is laid over it, and what was refused is taken back, so that nothing shown stays unsaved.
 */
export function useDecisions(
  { row: { id: caseId }, document }: CaseView,
  onChanged: (finding: FindingView, document: number) => void,
) {
  const client = useQueryClient();
  const session = useSession();
  const key = ['case', caseId, document];
  const waiting = useRef<Waiting[]>([]);
  /** Calls under way; two keys may come before anything is drawn anew. */
  const running = useRef(0);
  /** The case as the backend last vouched for it, without what still waits for an answer. */
  const vouched = useRef<CaseView>(undefined);
  const show = () =>
    client.setQueryData<CaseView>(key, vouched.current && waiting.current.reduce(withDecisions, vouched.current));
  const { mutate, isPending } = useMutation({
    mutationKey: keyFor(caseId),
    scope: { id: `decisions-${caseId}` },
    mutationFn: (job: Job) => {
      if (job.name === 'undo') return call('finding.undo', { case: caseId });
      return job.name === 'mark' ? call('finding.add', job.input) : call('finding.decide', job.input);
    },
    onSuccess: (delta, job) => {
      if (job.name === 'decide') waiting.current.shift();
      // What later keys showed at once must not be taken back by the answer to an earlier one.
      vouched.current = vouched.current && withDelta(vouched.current, delta);
      show();
      // The other documents of the case show the same counts and buttons.
      client.removeQueries({ queryKey: ['case', caseId], type: 'inactive' });
      if (job.name !== 'decide' && delta.findings[0]) onChanged(delta.findings[0], delta.document);
      return client.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
    },
    onError: (_error, job) => {
      if (job.name === 'decide') waiting.current.shift();
      show();
      return client.invalidateQueries({ queryKey: key });
    },
    onSettled: () => {
      running.current -= 1;
    },
  });
  const begin = () => {
    if (running.current === 0) vouched.current = client.getQueryData<CaseView>(key);
    running.current += 1;
  };
  const decide = (choice: Choice) => {
    const shown = { ...choice, by: session?.person.name ?? '', at: new Date().toISOString() };
    begin();
    waiting.current.push(shown);
    show();
    const { findings, kind, reason, replacement } = choice;
    const input = { case: caseId, document, findings: [...findings], decision: kind, reason };
    mutate({ name: 'decide', input: replacement === undefined ? input : { ...input, replacement } });
  };
  const undo = () => {
    begin();
    mutate({ name: 'undo' });
  };
  /** 人工标注: the new finding is chosen once the backend has it. */
  const mark = (input: Input<'finding.add'>) => {
    begin();
    mutate({ name: 'mark', input });
  };
  /** Whether an answer is still to come, also before anything is drawn anew. */
  const busy = (): boolean => running.current > 0;
  return { decide, mark, undo, busy, saving: isPending };
}
