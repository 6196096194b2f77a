import { useQuery } from '@tanstack/react-query';
import { call } from '../../state/desk.ts';
import type { CaseCategories } from './filters.ts';

const NONE: CaseCategories = {};

/** Categories of every case; read only once somebody filters by one, for they stand in the scans and not in the rows. */
export function useCategories(wanted: boolean): CaseCategories {
  const { data } = useQuery({
    queryKey: ['categories'],
    queryFn: () => call('statistics.categories', {}),
    refetchOnMount: 'always',
    enabled: wanted,
  });
  return data ?? NONE;
}
