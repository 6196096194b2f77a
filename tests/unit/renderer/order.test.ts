import { describe, expect, it } from 'vitest';
import { arrange, nextOpen, openLike, sameAs } from '../../../renderer/screens/desk/order.ts';
import { decided, finding } from './finding.ts';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('list of findings', () => {
  const early = finding({ id: 'early', level: 'notice', piece: 1 });
  const late = finding({ id: 'late', piece: 9 });
  const middle = finding({ id: 'middle', piece: 4, category: 'project-location', categoryName: '工程位置' });
  const lines = (order: 'level' | 'place' | 'category') =>
    arrange([late, early, middle], order).map((item) => (item.type === 'group' ? `${item.name} ${item.count}` : item.finding.id));

  it('puts the strongest level first and counts each level', () => {
    expect(lines('level')).toEqual(['必须处理 2', 'middle', 'late', '提示 1', 'early']);
  });

  it('follows the text without groups when ordered by place', () => {
    expect(lines('place')).toEqual(['early', 'middle', 'late']);
  });

  it('groups by category in the order of the category table', () => {
    expect(lines('category')).toEqual(['工程位置 1', 'middle', '个人联系方式 2', 'early', 'late']);
  });
});

describe('same text by the same rule', () => {
  it('takes the finding itself and the open ones only, and never another rule or text', () => {
    const self = finding({ id: 'self', ...decided('self') });
    const all = [
      self,
      finding({ id: 'open' }),
      finding({ id: 'done', ...decided('done') }),
      finding({ id: 'other-rule', rule: 'phone-column' }),
      finding({ id: 'other-text', text: '13900139000' }),
    ];
    expect(ids(sameAs(self, all))).toEqual(['self', 'open']);
  });
});

describe('open findings like one', () => {
  it('are those of its rule or of its category, without the decided ones', () => {
    const self = finding({ id: 'self' });
    const all = [
      self,
      finding({ id: 'same-rule', text: '13900139000' }),
      finding({ id: 'done', ...decided('done') }),
      finding({ id: 'same-category', rule: 'phone-column' }),
      finding({ id: 'other', rule: 'site', category: 'project-location' }),
    ];
    expect([ids(openLike(self, all, 'rule')), ids(openLike(self, all, 'category'))]).toEqual([
      ['self', 'same-rule'],
      ['self', 'same-rule', 'same-category'],
    ]);
  });
});

describe('next open finding', () => {
  const list = [finding({ id: 'a' }), finding({ id: 'b', ...decided('b') }), finding({ id: 'c' }), finding({ id: 'd' })];

  it('skips decided ones and wraps round both ends', () => {
    expect([nextOpen(list, 'a', 1)?.id, nextOpen(list, 'd', 1)?.id, nextOpen(list, 'a', -1)?.id]).toEqual(['c', 'a', 'd']);
  });

  it('skips those being decided by the same key press', () => {
    expect(nextOpen(list, 'a', 1, new Set(['a', 'c']))?.id).toBe('d');
  });

  it('is none when only the present one is open', () => {
    expect(nextOpen([finding({ id: 'a' }), finding({ id: 'b', ...decided('b') })], 'a', 1)).toBeUndefined();
  });

  it('starts at the right end when nothing is chosen', () => {
    expect([nextOpen(list, undefined, 1)?.id, nextOpen(list, undefined, -1)?.id]).toEqual(['a', 'd']);
  });
});
