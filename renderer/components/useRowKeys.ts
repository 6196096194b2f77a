import { useState } from 'react';
import { useCommand } from '../keys/useCommand.ts';

/**
 * The chosen row of a list and the keys that move it (J/K, arrows, Enter). When the chosen row leaves the list, the row that
 * took its place is chosen.
 */
export function useRowKeys<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  open: (row: T) => void,
  place: 'todo' | 'ledger' | 'audit' | 'requests',
): { readonly chosen: string | undefined; readonly choose: (id: string) => void } {
  const [mark, setMark] = useState<{ readonly id: string | undefined; readonly index: number }>({ id: undefined, index: 0 });
  const known = rows.findIndex((row) => idOf(row) === mark.id);
  const index = known >= 0 ? known : Math.min(mark.index, rows.length - 1);
  const row = rows[index];
  const chosen = row === undefined ? undefined : idOf(row);
  const moveTo = (to: number) => {
    const target = rows[Math.max(0, Math.min(to, rows.length - 1))];
    if (target !== undefined) setMark({ id: idOf(target), index: to });
  };
  useCommand(`${place}.next`, () => moveTo(index + 1));
  useCommand(`${place}.previous`, () => moveTo(index - 1));
  useCommand(`${place}.open`, () => (row === undefined ? undefined : open(row)));
  const choose = (id: string) => setMark({ id, index: rows.findIndex((other) => idOf(other) === id) });
  return { chosen, choose };
}
