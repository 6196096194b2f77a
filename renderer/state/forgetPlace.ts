import { useDeskPlace } from '../screens/desk/deskPlace.ts';
import { queryClient } from './client.ts';
import { useLedgerPick } from './ledgerPick.ts';
import { usePackageInbox } from './packageInbox.ts';
import { usePlace } from './place.ts';
import { useWriting } from './ruleDraft.ts';
import { useSubmission } from './submission.ts';

/** Drops everything the person before had open or in memory: somebody else signs in at this window. */
export function forgetPlace(): void {
  usePlace.getState().reset();
  useDeskPlace.getState().reset();
  useSubmission.getState().reset();
  useWriting.getState().reset();
  usePackageInbox.getState().offer(undefined);
  useLedgerPick.getState().pick(undefined);
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'status' && query.queryKey[0] !== 'people' });
}
