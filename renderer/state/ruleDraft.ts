import { create } from 'zustand';
import type { OwnRule } from '../../review/model/index.ts';

/** Fields of the form that hold one entry a line. */
export const LIST_FIELDS = ['keywords', 'anchors', 'header', 'needs', 'unless', 'allow', 'hit', 'miss'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** The form as it is typed: lists as the text of their field. */
export type RuleDraft = Omit<OwnRule, ListField> & Readonly<Record<ListField, string>>;

export const EMPTY_DRAFT: RuleDraft = {
  id: '',
  title: '',
  category: 'internal-work',
  level: 'review',
  how: 'keywords',
  keywords: '',
  pattern: '',
  anchors: '',
  header: '',
  cell: '',
  boundary: 'none',
  work: 'any',
  workScope: 'sentence',
  needs: '',
  unless: '',
  scope: 'sentence',
  allow: '',
  reason: '',
  advice: '',
  suggestion: '',
  basis: [],
  hit: '',
  miss: '',
};

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the form says; lines that are empty say nothing. The way of matching that is not chosen is left out. */
export function ruleOf(draft: RuleDraft): OwnRule {
  const lists = Object.fromEntries(LIST_FIELDS.map((field) => [field, lines(draft[field])])) as Record<
    ListField,
    readonly string[]
  >;
  const others = {
    ...(draft.how !== 'keywords' && { keywords: [] }),
    ...(draft.how !== 'pattern' && { pattern: '', anchors: [] }),
    ...(draft.how !== 'column' && { header: [], cell: '' }),
  };
  return { ...draft, ...lists, ...others };
}

export function draftOf(rule: OwnRule): RuleDraft {
  const texts = Object.fromEntries(LIST_FIELDS.map((field) => [field, rule[field].join('\n')])) as Record<ListField, string>;
  return { ...rule, ...texts };
}

interface Writing {
  readonly draft: RuleDraft | undefined;
  /** What the form held when it was opened: tells whether there is anything to lose. */
  readonly opened: RuleDraft | undefined;
  readonly sample: string;
  open(draft: RuleDraft | undefined): void;
  change(change: Partial<RuleDraft>): void;
  setSample(sample: string): void;
  reset(): void;
}

/** A rule that is being written: it stays when one looks at another screen, and goes when somebody else signs in. */
export const useWriting = create<Writing>((set) => ({
  draft: undefined,
  opened: undefined,
  sample: '',
  open: (draft) => set({ draft, opened: draft }),
  change: (change) => set(({ draft }) => ({ draft: draft && { ...draft, ...change } })),
  setSample: (sample) => set({ sample }),
  reset: () => set({ draft: undefined, opened: undefined, sample: '' }),
}));

export const isChanged = ({ draft, opened }: Pick<Writing, 'draft' | 'opened'>): boolean =>
  draft !== undefined && JSON.stringify(draft) !== JSON.stringify(opened);
