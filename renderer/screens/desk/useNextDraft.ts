import type { CaseRow, CaseView } from '../../../review/contract.ts';
import { useCases, useSession } from '../../state/queries.ts';
import { byUrgency, isMine } from '../todo/filters.ts';

/** 连续办理: once the own case is handed on, the most urgent of the person's other drafts; undefined before, and when none is left. */
export function useNextDraft({ row }: CaseView): CaseRow | undefined {
  const session = useSession();
  const handedOn = session !== undefined && row.nextStep !== 'draft' && row.drafter === session.person.name;
  const cases = useCases(handedOn);
  if (!handedOn) return undefined;
  return (cases.data ?? [])
    .filter((other) => other.id !== row.id && other.nextStep === 'draft' && isMine(other, session))
    .sort(byUrgency)[0];
}
