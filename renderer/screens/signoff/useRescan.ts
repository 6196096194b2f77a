import type { CaseView } from '../../../review/contract.ts';
import { newJob } from '../../state/jobs.ts';
import { reportDone } from '../../state/messages.ts';
import { useCaseCall } from '../../state/queries.ts';
import { whyGrey } from '../desk/CaseBar.tsx';
import { TEXTS } from './texts.ts';

export interface Rescan {
  /** Why it cannot be done now; undefined when it can. */
  readonly why: string | undefined;
  readonly run: () => void;
}

/** New rules make old checks stale; only those who decide on findings check again. */
export function useRescan({ row, actions }: CaseView): Rescan {
  const rescan = useCaseCall('case.rescan');
  const why = rescan.isPending ? TEXTS.rescanning : whyGrey(actions.decide);
  // Awaited, not in a callback of the call: the fresh case takes the screen of the old one away before that would run.
  const run = async () => {
    try {
      await rescan.mutateAsync({ job: newJob(), case: row.id });
    } catch {
      // The message bar says it.
      return;
    }
    reportDone(TEXTS.rescanned);
  };
  return { why, run: () => void run() };
}
