import { useLayoutEffect, useRef } from 'react';
import type { CommandId } from './commands.ts';
import { bind } from './listen.ts';

/**
 * Binds a command to what it does on this screen, as long as the component is there and `active`. Bound in the same step that
 * draws the screen: a later effect would lose a key pressed as soon as the screen is seen.
 */
export function useCommand(id: CommandId, run: () => void, active = true): void {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  useLayoutEffect(() => (active ? bind(id, () => latest.current()) : undefined), [id, active]);
}
