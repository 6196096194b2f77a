import type { OwnRule } from '../../../review/model/index.ts';

/** A rule of an office as its form would send it; places and code names are invented. */
export const ownRule = (more: Partial<OwnRule> = {}): OwnRule => ({
  id: '',
  title: '未公开的内部代号',
  category: 'internal-work',
  level: 'review',
  how: 'keywords',
  keywords: ['青杉七号'],
  pattern: '',
  anchors: [],
  header: [],
  cell: '',
  boundary: 'none',
  work: 'any',
  workScope: 'sentence',
  needs: [],
  unless: [],
  scope: 'sentence',
  allow: ['青杉七号路'],
  reason: '可能涉及本单位内部代号，请核对。',
  advice: '删去代号，写工程的公开名称',
  suggestion: '某工程',
  basis: ['TL-16'],
  hit: ['⟦青杉七号⟧已完成检修。', '本月检查⟦青杉七号⟧。', '⟦青杉七号⟧、檀溪书院同时开放。', '报送⟦青杉七号⟧情况。'],
  miss: ['青杉里小区已完成检修。', '车站设在青杉七号路。', '青杉八号。', '七号青杉。'],
  ...more,
});
