import type { Input } from '../../../review/contract.ts';
import type { Matter, MatterStatus } from '../../state/submission.ts';

export interface BatchSums {
  readonly imported: number;
  readonly marked: number;
  readonly duplicate: number;
  readonly failed: number;
  /** Waiting or under way. */
  readonly waiting: number;
  /** Parts of registered files that a person must look at. */
  readonly unread: number;
}

type Outcome = 'imported' | 'marked' | 'duplicate' | 'failed' | 'waiting';

function outcomeOf(status: MatterStatus): Outcome {
  if (status.at === 'done') return status.outcome.outcome;
  return status.at === 'failed' ? 'failed' : 'waiting';
}

/** How many files of a batch went which way. */
export function sumsOf(matters: readonly Pick<Matter, 'status'>[]): BatchSums {
  const sums = { imported: 0, marked: 0, duplicate: 0, failed: 0, waiting: 0, unread: 0 };
  for (const { status } of matters) {
    sums[outcomeOf(status)] += 1;
    if (status.at === 'done' && status.outcome.outcome === 'imported') sums.unread += status.outcome.unread;
  }
  return sums;
}

type BatchRow = NonNullable<Input<'export.make'>['batch']>[number];

/** The files that have ended, as the summary wants them. */
export function batchRows(matters: readonly Matter[]): BatchRow[] {
  return matters.flatMap(({ file, status }): BatchRow[] => {
    const name = (file.webkitRelativePath || file.name).slice(-255);
    if (status.at === 'failed') return [{ name, outcome: 'failed', reason: status.error.message }];
    if (status.at !== 'done') return [];
    const { outcome } = status;
    if (outcome.outcome === 'imported') return [{ name, outcome: 'imported', case: outcome.case, reason: '' }];
    if (outcome.outcome === 'marked') return [{ name: '', outcome: 'marked', reason: outcome.message }];
    return [{ name, outcome: 'duplicate', case: outcome.case, reason: outcome.message }];
  });
}
