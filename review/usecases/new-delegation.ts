import { toHex } from '../chain/hex.ts';
import type { RosterChange } from '../chain/roster-entry.ts';
import { type DelegableStep, type DelegationReason, fail, ok, type Result } from '../model/index.ts';
import { isCivilDate } from '../workflow/working-days.ts';
import { type DeskParts, dateOf } from './desk-parts.ts';

export interface DelegationWish {
  readonly to: string;
  readonly steps: readonly DelegableStep[];
  readonly since: string;
  readonly until: string;
  readonly reason: DelegationReason;
}

/** A delegation is for a time; who is away for longer hands the post over. */
const LONGEST_DAYS = 366;

/** The change that gives a deputy their days. Code: date-invalid. */
export function newDelegation({ ports }: DeskParts, from: string, wish: DelegationWish): Result<RosterChange> {
  const { to, since, until, reason } = wish;
  const today = dateOf(ports.clock.now().at);
  const days = (Date.parse(until) - Date.parse(since)) / 86_400_000;
  if (!isCivilDate(since) || !isCivilDate(until) || days < 0 || days > LONGEST_DAYS || until < today) {
    return fail('date-invalid', '代签的起止日期不对：止日不早于起日和今天，最长一年。没有授权，请核对。');
  }
  const d = `d-${toHex(ports.random.bytes(8))}`;
  const steps = [...new Set(wish.steps)].sort();
  return ok({ type: 'delegate', data: { d, from, to, steps, since, until, reason } });
}
