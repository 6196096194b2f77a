import {
  type QueryClient,
  type UseMutationResult,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
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
/** `wanted` false: asks for nothing, and what changes a case does not wait for the list. */
export function useCases(wanted = true) {
  const enabled = worksOnCases(useSession()) && wanted;
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
  errors: 'bar' | 'beside',
  onDone?: (answer: Output<N>) => void,
): UseMutationResult<Output<N>, Error, Input<N>> {
  const client = useQueryClient();
  return useMutation({
    meta: { inline: errors === 'beside' },
    mutationFn: (input: Input<N>) => call(name, input),
    onSuccess: async (answer) => {
      await client.invalidateQueries();
      onDone?.(answer);
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

export const useQuarantine = () =>
  useQuery({ queryKey: ['quarantine'], queryFn: () => call('quarantine.list', {}), refetchOnMount: 'always' });

export function useSettleQuarantine() {
  const client = useQueryClient();
  return useMutation({
    meta: { inline: true },
    mutationFn: (input: Input<'quarantine.settle'>) => call('quarantine.settle', input),
    onSuccess: () => client.invalidateQueries(),
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
  const same = before && readingOf(before) === readingOf(after);
  return same ? { ...after, draft: before.draft } : after;
}

const caseKey = (id: string | undefined, document: number) => ['case', id, document] as const;
const openedCase = (id: string | undefined, document: number) => ({
  queryKey: caseKey(id, document),
  queryFn: () => call('case.open', { case: id ?? '', document }),
  enabled: id !== undefined,
  structuralSharing: keepDraft,
});

/** A case with one of its documents open. */
export const useCase = (id: string | undefined, document = 0) => useQuery(openedCase(id, document));

/** The case once for each of its documents, in their order, each with that one open; without those still on their way. */
export function useDocuments(view: CaseView): readonly CaseView[] {
  const { row, documents, document } = view;
  const others = useQueries({
    queries: documents.filter(({ number }) => number !== document).map(({ number }) => openedCase(row.id, number)),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  });
  const all = [view, ...others];
  return documents.flatMap(({ number }) => all.find((one) => one.document === number) ?? []);
}

/** Puts what a call answered in the place of what the window had; the other documents of the case are asked for again. */
export function putCase(client: QueryClient, view: CaseView): void {
  const { row, document } = view;
  client.setQueryData(caseKey(row.id, document), view);
  void client.invalidateQueries({
    predicate: ({ queryKey: [name, id, of] }) => name === 'case' && id === row.id && of !== document,
  });
}

function differenceOf({ row, document, versions, steps }: CaseView) {
  const stand = `${versions.at(-1)?.number ?? 0} ${row.state} ${row.attention?.at ?? ''} ${steps.filter(({ done }) => done).length}`;
  return {
    queryKey: ['difference', row.id, document, stand],
    queryFn: () => call('case.difference', { case: row.id, document }),
    enabled: versions.length > 1,
    staleTime: Infinity,
  };
}

/** What the present version changed in the text; asked again when version, chain or returns changed. */
export const useDifference = (view: CaseView) => useQuery(differenceOf(view));
/** The same for each of several documents, in their order. */
export const useDifferences = (views: readonly CaseView[]) =>
  useQueries({
    queries: views.map(differenceOf),
    combine: (answers) => answers.map(({ data, isLoading }) => ({ difference: data, isLoading })),
  });

/** The newest version beside the one before; `reading` changes when either does. */
export const useComparison = (caseId: string, document: number, reading: string) =>
  useQuery({
    queryKey: ['comparison', caseId, document, reading],
    queryFn: () => call('case.comparison', { case: caseId, document }),
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
      putCase(client, fresh);
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
