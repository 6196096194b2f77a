import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OwnRule } from '../../../review/model/index.ts';
import { call } from '../../state/desk.ts';

/** A pause in typing so long means: look now. */
const PAUSE = 350;

function useSettled<T>(value: T, key: string): T {
  const [settled, setSettled] = useState({ value, key });
  useEffect(() => {
    if (settled.key === key) return;
    const timer = setTimeout(() => setSettled({ value, key }), PAUSE);
    return () => clearTimeout(timer);
  }, [value, key, settled.key]);
  return settled.value;
}

/** The rule (or, without one, every rule in force) on the sample, again after each pause in typing; the last answer stays meanwhile. */
export function useTrial(rule: OwnRule | undefined, text: string, version: string) {
  const input = { text, rule };
  const settled = useSettled(input, JSON.stringify(input));
  return useQuery({
    queryKey: ['trial', settled, version],
    queryFn: () => call('rules.try', { text: settled.text, ...(settled.rule && { rule: settled.rule }) }),
    placeholderData: keepPreviousData,
    enabled: settled.rule !== undefined || settled.text.trim() !== '',
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
}
