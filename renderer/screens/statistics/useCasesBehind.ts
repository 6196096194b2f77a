import { useMutation } from '@tanstack/react-query';
import type { Input, StatisticsView } from '../../../review/contract.ts';
import { call } from '../../state/desk.ts';
import { useLedgerPick } from '../../state/ledgerPick.ts';
import { usePlace } from '../../state/place.ts';
import { useSession } from '../../state/queries.ts';
import { worksOnCases } from '../../state/roles.ts';
import { TEXTS } from './texts.ts';

export type Figure = Input<'statistics.cases'>['of'];
export type Open = (name: string, of: Figure) => void;

/** Opens the ledger on the cases that one figure of the period counts; undefined for those whose ledger lists no cases. */
export function useCasesBehind(period: StatisticsView['period']): Open | undefined {
  const seesCases = worksOnCases(useSession());
  const go = usePlace((state) => state.go);
  const pick = useLedgerPick((state) => state.pick);
  const ask = useMutation({
    mutationFn: ({ of }: { readonly name: string; readonly of: Figure }) => call('statistics.cases', { period: period.id, of }),
    onSuccess: (cases, { name }) => {
      pick({ name: TEXTS.pick(period.name, name), cases });
      go('ledger');
    },
  });
  return seesCases ? (name, of) => ask.mutate({ name, of }) : undefined;
}
