import { create } from 'zustand';
import type { DecisionKind } from '../../../review/model/index.ts';
import type { Order, Tab } from './texts.ts';

/** A decision that waits for its reason or wording. */
export interface Asking {
  readonly kind: DecisionKind;
  /** Ids the decision will be made on. */
  readonly findings: readonly string[];
}

export interface CasePlace {
  readonly finding: string | undefined;
  readonly tab: Tab;
  readonly asking: Asking | undefined;
}

interface DeskPlace {
  readonly order: Order;
  readonly openOnly: boolean;
  readonly drawer: boolean;
  readonly cases: Readonly<Record<string, CasePlace>>;
  /** SHA-256 of the versions whose hidden content was looked at. */
  readonly hiddenSeen: readonly string[];
  set(part: Partial<Pick<DeskPlace, 'order' | 'openOnly' | 'drawer'>>): void;
  move(caseId: string, part: Partial<CasePlace>): void;
  seeHidden(sha256: string): void;
}

const FRESH: CasePlace = { finding: undefined, tab: 'body', asking: undefined };

/** Where the reviewer stands in each case; survives a change of screen and a lock. */
export const useDeskPlace = create<DeskPlace>((set) => ({
  order: 'level',
  openOnly: true,
  drawer: true,
  cases: {},
  hiddenSeen: [],
  set: (part) => set(part),
  move: (caseId, part) => set(({ cases }) => ({ cases: { ...cases, [caseId]: { ...(cases[caseId] ?? FRESH), ...part } } })),
  seeHidden: (sha256) => set(({ hiddenSeen }) => (hiddenSeen.includes(sha256) ? {} : { hiddenSeen: [...hiddenSeen, sha256] })),
}));

export const useCasePlace = (caseId: string): CasePlace => useDeskPlace((state) => state.cases[caseId] ?? FRESH);
