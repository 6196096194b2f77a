import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallName, Input, Output, RequestView } from '../../../review/contract.ts';
import { call } from '../../state/desk.ts';
import { useSession } from '../../state/queries.ts';
import { worksOnCases } from '../../state/roles.ts';

export function useRequests() {
  const enabled = worksOnCases(useSession());
  return useQuery({ queryKey: ['requests'], queryFn: () => call('request.list', {}), refetchOnMount: 'always', enabled });
}

export const useRequest = (id: string | undefined) =>
  useQuery({
    queryKey: ['request', id],
    queryFn: () => call('request.open', { request: id ?? '' }),
    enabled: id !== undefined,
    refetchOnMount: 'always',
  });

/** Names of the calls that answer with the whole application. */
export type RequestCall = { [N in CallName]: Output<N> extends RequestView ? N : never }[CallName];

/** A call that changes an application: its answer replaces what is on the screen. Errors are shown by the dialog. */
export function useRequestCall<N extends RequestCall>(name: N): UseMutationResult<Output<N>, Error, Input<N>> {
  const client = useQueryClient();
  return useMutation({
    meta: { inline: true },
    mutationFn: (input: Input<N>) => call(name, input),
    onSuccess: (view) => {
      const fresh = view as RequestView;
      client.setQueryData(['request', fresh.row.id], fresh);
      return client.invalidateQueries({ queryKey: ['requests'] });
    },
  });
}
