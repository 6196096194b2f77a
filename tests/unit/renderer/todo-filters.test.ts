import { describe, expect, it } from 'vitest';
import { byUrgency, isMine } from '../../../renderer/screens/todo/filters.ts';
import type { CaseRow, Session } from '../../../review/contract.ts';
import type { Role } from '../../../review/model/index.ts';
import { found } from '../../../review/model/index.ts';

const row = (part: Partial<CaseRow> & { readonly id: string }): CaseRow => ({
  number: 'XS-2026-001',
  title: '关于警报试鸣的公告',
  department: '指挥通信处',
  drafter: '林知远',
  attribute: 'active',
  state: 'deciding',
  next: '林知远 处置',
  nextStep: 'draft',
  waitingDays: 0,
  deadline: { on: '2026-12-01', left: 5, estimated: false },
  counts: { block: 0, review: 0, notice: 0, decided: 0, total: 0 },
  version: 1,
  updatedAt: '2026-11-21T09:00:00+08:00',
  ...part,
});
const due = (left: number) => ({ deadline: { on: '2026-12-01', left, estimated: false } });
const session = (name: string, role: Role): Session => ({
  person: { id: 'p-1', name, role, department: '指挥通信处', key: 'k' },
  idleMinutes: 10,
  deputyFor: [],
  exports: [],
});

describe('order of the queue', () => {
  it('puts the late first, then what was sent back, then the dangerous, and what is finished last', () => {
    const rows = [
      row({ id: 'finished', state: 'published', ...due(-9) }),
      row({ id: 'calm', ...due(3) }),
      row({ id: 'returned', state: 'returned', ...due(3) }),
      row({ id: 'late', ...due(-1) }),
      row({ id: 'dangerous', ...due(3), counts: { block: 4, review: 0, notice: 0, decided: 0, total: 4 } }),
    ];
    expect(rows.sort(byUrgency).map(({ id }) => id)).toEqual(['late', 'returned', 'dangerous', 'calm', 'finished']);
  });
});

describe('mine', () => {
  it('is a draft only for the person who wrote it', () => {
    expect(isMine(row({ id: 'a' }), session('林知远', 'drafter'))).toBe(true);
    expect(isMine(row({ id: 'a' }), session('许青禾', 'drafter'))).toBe(false);
  });

  it('is a step for the role that signs it', () => {
    const waiting = row({ id: 'a', state: 'awaiting-secrecy', nextStep: 'secrecy' });
    expect(isMine(waiting, session('沈静言', 'reviewer'))).toBe(true);
    expect(isMine(waiting, session('周明礼', 'head'))).toBe(false);
  });

  it('is a step somebody deputises for, but never over their own draft', () => {
    const deputy = {
      ...session('许青禾', 'drafter'),
      deputyFor: [{ step: 'head', name: '周明礼', until: '2026-12-01' }],
    } as const;
    const waiting = row({ id: 'a', state: 'awaiting-head', nextStep: 'head' });
    expect([isMine(waiting, deputy), isMine({ ...waiting, drafter: '许青禾' }, deputy)]).toEqual([true, false]);
    expect(isMine({ ...waiting, nextStep: 'secrecy' }, deputy)).toBe(false);
    // On hold no step is due, and its day has come: whoever may end the hold finds it.
    const { nextStep: _, ...held } = row({ id: 'a', state: 'held', turnOf: ['head', 'reviewer', 'leader'] });
    expect([isMine(held, deputy), isMine({ ...held, drafter: '许青禾' }, deputy)]).toEqual([true, false]);
  });

  it('is a release for the drafter, although no step is left', () => {
    const { nextStep: _, ...releasable } = row({ id: 'a', state: 'releasable' });
    expect(isMine(releasable, session('林知远', 'drafter'))).toBe(true);
  });
});

describe('search', () => {
  it('wants every word, of two characters too', () => {
    expect([
      found(row({ id: 'a' }), '试鸣 指挥'),
      found(row({ id: 'a' }), '试鸣 工程'),
      found(row({ id: 'a' }), 'xs-2026'),
    ]).toEqual([true, false, true]);
  });
});
