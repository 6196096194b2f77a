import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { DeskError, isSignedOut } from './desk.ts';
import { reportError } from './messages.ts';

/** What becomes of a failed call: a message, and the log-in when nobody is signed in any more. */
export function onCallError(error: unknown): void {
  toLogIn(error);
  reportError(error);
}

function toLogIn(error: unknown): void {
  if (error instanceof DeskError && isSignedOut(error.code)) {
    void queryClient.invalidateQueries({ queryKey: ['status'] });
  }
}

/** One place where failed calls become messages. There is no network, hence never a retry and never "offline". */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onCallError }),
  mutationCache: new MutationCache({
    // A dialog shows its own error beside the PIN, where the person is looking; a session that ended is the window's business.
    onError: (error, _variables, _onMutate, mutation) => (mutation.meta?.inline ? toLogIn(error) : onCallError(error)),
  }),
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 5_000 },
    mutations: { networkMode: 'always', retry: false },
  },
});
