import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../state/desk.ts';

/** Figures of a period; the ones before stay on the screen until the new ones are there. */
export const useStatistics = (period: string) =>
  useQuery({
    queryKey: ['statistics', period],
    queryFn: () => call('statistics.view', { period }),
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  });
