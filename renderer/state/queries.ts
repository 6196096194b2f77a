import { type UseMutationResult, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AppStatus, CallName, CaseView, Input, Output, Session } from '../../review/contract.ts';
import type { AuditGroup } from '../../review/model/index.ts';
import { call } from './desk.ts';
import { worksOnCases } from './roles.ts';

export const useStatus = () => useQuery({ queryKey: ['status'], queryFn: () => call('app.status', {}) });

/** Session of the signed-in person; the screens stand behind the log-in, so it is there. */
export function useSession(): Session | undefined {
  return useStatus().data?.session;
}

export const usePeople = () => useQuery({ queryKey: ['people'], queryFn: () => call('people.list', {}) });
export function useCases() {
  const enabled = worksOnCases(useSession());
  return useQuery({ queryKey: ['cases'], queryFn: () => call('case.list', {}), refetchOnMount: 'always', enabled });
}

export const useRoster = () =>
  useQuery({ queryKey: ['roster'], queryFn: () => call('roster.view', {}), refetchOnMount: 'always' });
/** What was done in the signed-in person's name. */
export const useActs = (enabled = true) =>
  useQuery({ queryKey: ['acts'], queryFn: () => call('person.acts', {}), refetchOnMount: 'always', enabled });

export const useLists = () => useQuery({ queryKey: ['lists'], queryFn: () => call('lists.view', {}) });
export const useRules = () => useQuery({ queryKey: ['rules'], queryFn: () => call('rules.list', {}), staleTime: Infinity });

/** Pages of the log, newest first; asked anew whenever the screen is opened. */
export function useAuditLog(
  {
    group,
    person,
    from,
    to,
  }: { readonly group: AuditGroup; readonly person: string; readonly from: string; readonly to: string },
  enabled: boolean,
) {
  const filter = { group, ...(person && { person }), ...(from && { from }), ...(to && { to }) };
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) => call('audit.log', { ...filter, ...(pageParam > 0 && { before: pageParam }) }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.before,
    refetchOnMount: 'always',
    enabled,
  });
}

export const useUpkeep = () =>
  useQuery({ queryKey: ['upkeep'], queryFn: () => call('upkeep.view', {}), refetchOnMount: 'always' });

type UpkeepCall = 'backup.make' | 'backup.choosePlace' | 'journal.restore' | 'case.shred';
/** A call after which machine, status and cases may all look different. */
export function useUpkeepCall<N extends UpkeepCall>(
  name: N,
  onDone: (answer: Output<N>) => void,
  errors: 'bar' | 'beside' = 'bar',
): UseMutationResult<Output<N>, Error, Input<N>> {
  const client = useQueryClient();
  return useMutation({
    meta: { inline: errors === 'beside' },
    mutationFn: (input: Input<N>) => call(name, input),
    onSuccess: async (answer) => {
      await client.invalidateQueries();
      onDone(answer);
    },
  });
}

/** The auditor's signed review; its error is shown in the dialog. */
export function useAuditReview() {
  const client = useQueryClient();
  return useMutation({
    meta: { inline: true },
    mutationFn: (input: Input<'audit.review'>) => call('audit.review', input),
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit'] }),
  });
}

export const useOwnRules = () => useQuery({ queryKey: ['own-rules'], queryFn: () => call('rules.own', {}) });

/** Names one reading of one file: the same bytes can be read again in another encoding, or with more parts left to a person. */
export const readingOf = ({ draft: { source, unread, pieces } }: CaseView): string =>
  `${source.sha256} ${source.encoding ?? ''} ${pieces.length} ${unread.length}`;

/** Keeps the old draft object while its bytes are the same, so that a long text is not drawn again after each decision. */
function keepDraft(old: unknown, fresh: unknown): unknown {
  const before = old as CaseView | undefined;
  const after = fresh as CaseView;
  const same = before && before.row.version === after.row.version && readingOf(before) === readingOf(after);
  return same ? { ...after, draft: before.draft } : after;
}

export const useCase = (id: string | undefined) =>
  useQuery({
    queryKey: ['case', id],
    queryFn: () => call('case.open', { case: id ?? '' }),
    enabled: id !== undefined,
    structuralSharing: keepDraft,
  });

/** What the present version changed in the text; asked again when version, chain or returns changed. */
export function useDifference(view: CaseView) {
  const { row, versions, steps } = view;
  const stand = `${row.version} ${row.state} ${row.attention?.at ?? ''} ${steps.filter(({ done }) => done).length}`;
  return useQuery({
    queryKey: ['difference', row.id, stand],
    queryFn: () => call('case.difference', { case: row.id }),
    enabled: versions.length > 1,
    staleTime: Infinity,
  });
}

/** The newest version beside the one before; `reading` changes when either does. */
export const useComparison = (caseId: string, reading: string) =>
  useQuery({
    queryKey: ['comparison', caseId, reading],
    queryFn: () => call('case.comparison', { case: caseId }),
    staleTime: Infinity,
  });

/** Names of the calls that answer with the whole case. */
export type CaseCall = { [N in CallName]: Output<N> extends CaseView ? N : never }[CallName];

/**
 * A call that changes a case: its answer replaces the case on the screen, and the lists are read again. `beside` keeps its error
 * out of the message bar, for dialogs that show it themselves.
 */
export function useCaseCall<N extends CaseCall>(
  name: N,
  errors: 'bar' | 'beside' = 'bar',
): UseMutationResult<Output<N>, Error, Input<N>> {
  const client = useQueryClient();
  return useMutation({
    meta: { inline: errors === 'beside' },
    mutationFn: (input: Input<N>) => call(name, input),
    onSuccess: (view) => {
      const fresh = view as CaseView;
      client.setQueryData(['case', fresh.row.id], fresh);
      return client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}

/** Any other call, with errors reported in the one place. */
export function useDeskCall<N extends CallName>(name: N): UseMutationResult<Output<N>, Error, Input<N>> {
  return useMutation({ mutationFn: (input: Input<N>) => call(name, input) });
}

/** Puts a session (or none) into the known status without asking again. */
export function useSetSession(): (session: Session | undefined) => void {
  const client = useQueryClient();
  return (session) =>
    client.setQueryData<AppStatus>(['status'], (old) => {
      if (!old) return old;
      const { session: _, ...rest } = old;
      return session ? { ...rest, session } : rest;
    });
}
