import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConflictFinding, ConflictSide } from '../../../review/contract.ts';
import { call } from '../../state/desk.ts';
import { reportDone } from '../../state/messages.ts';
import { TEXTS } from './texts.ts';

const conflictOf = (caseId: string) => ({
  queryKey: ['conflict', caseId],
  queryFn: () => call('conflict.view', { case: caseId }),
});

export const useConflict = (caseId: string) => useQuery({ ...conflictOf(caseId), refetchOnMount: 'always' });

/** What somebody who has seen both sides chooses: a version that stands, or one side's decision, made anew. */
export type Chosen = { readonly keep: string } | { readonly finding: ConflictFinding; readonly side: ConflictSide };

export function useChoose(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    meta: { inline: true },
    mutationFn: async (chosen: Chosen): Promise<void> => {
      if ('keep' in chosen) await call('conflict.resolve', { case: caseId, keep: chosen.keep });
      else {
        const { kind, reason, replacement } = chosen.side;
        const { document, finding } = chosen.finding;
        const words = replacement === undefined ? {} : { replacement };
        await call('finding.decide', { case: caseId, document, findings: [finding], decision: kind, reason, ...words });
      }
    },
    // The desk of the version that stands is another one, and takes this dialog with it: the words go to the bar of the window.
    onSuccess: async () => {
      const left = await client.fetchQuery({ ...conflictOf(caseId), staleTime: 0 });
      if (left.versions.length + left.findings.length === 0) reportDone(TEXTS.settled);
      for (const queryKey of [['case', caseId], ['cases']]) await client.invalidateQueries({ queryKey });
    },
  });
}
