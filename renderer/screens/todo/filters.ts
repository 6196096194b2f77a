import type { CaseRow, Session } from '../../../review/contract.ts';
import { STEP_ROLE } from '../../../review/model/index.ts';
import { clockRuns } from '../../components/DeadlineMark.tsx';

export const FILTERS = {
  mine: '待我办理',
  due: '到期和超期',
  all: '全部',
  returned: '已退回',
  releasable: '可放行',
  published: '已公开',
} as const;
export type Filter = keyof typeof FILTERS;

/**
 * Whether the next act is this person's: the role must fit, a draft goes on with the person who wrote it, and the same person
 * releases it and registers its publication.
 */
export function isMine(row: CaseRow, session: Session): boolean {
  // A deputy finds the other's papers too, but never their own drafts: those they could not sign.
  const deputyFor = row.drafter === session.person.name ? [] : session.deputyFor;
  const roles = [session.person.role, ...deputyFor.map(({ step }) => STEP_ROLE[step])];
  if (roles.some((role) => row.turnOf?.includes(role))) return true;
  if (row.state === 'releasable' || row.state === 'released') return row.drafter === session.person.name;
  if (!row.nextStep) return false;
  const { nextStep } = row;
  if (STEP_ROLE[nextStep] !== session.person.role) return deputyFor.some(({ step }) => step === nextStep);
  return row.nextStep !== 'draft' || row.drafter === session.person.name;
}

export function passes(row: CaseRow, filter: Filter, session: Session): boolean {
  if (filter === 'all') return true;
  if (filter === 'due') return clockRuns(row.state) && row.deadline.left <= 0;
  return filter === 'mine' ? isMine(row, session) : row.state === filter;
}

/** Late first, then what was sent back, then dangerous, then newest; what is finished goes to the end. */
export function byUrgency(a: CaseRow, b: CaseRow): number {
  const running = Number(clockRuns(b.state)) - Number(clockRuns(a.state));
  if (running !== 0) return running;
  if (clockRuns(a.state) && a.deadline.left !== b.deadline.left) return a.deadline.left - b.deadline.left;
  const returned = Number(b.state === 'returned') - Number(a.state === 'returned');
  return returned || b.counts.block - a.counts.block || b.updatedAt.localeCompare(a.updatedAt);
}

export const countOf = (rows: readonly CaseRow[], filter: Filter, session: Session): number =>
  rows.filter((row) => passes(row, filter, session)).length;
