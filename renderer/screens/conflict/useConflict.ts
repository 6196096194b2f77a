import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConflictFinding, ConflictSide } from '../../../review/contract.ts';
import { call } from '../../state/desk.ts';

export const useConflict = (caseId: string) =>
  useQuery({ queryKey: ['conflict', caseId], queryFn: () => call('conflict.view', { case: caseId }), refetchOnMount: 'always' });

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
    onSuccess: async () => {
      for (const queryKey of [['conflict', caseId], ['case', caseId], ['cases']]) await client.invalidateQueries({ queryKey });
    },
  });
}
