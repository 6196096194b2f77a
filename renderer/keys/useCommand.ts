import { useEffect, useRef } from 'react';
import type { CommandId } from './commands.ts';
import { bind } from './listen.ts';

/** Binds a command to what it does on this screen, as long as the component is there and `active`. */
export function useCommand(id: CommandId, run: () => void, active = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => (active ? bind(id, () => latest.current()) : undefined), [id, active]);
}
