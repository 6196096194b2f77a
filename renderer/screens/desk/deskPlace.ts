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
  /** By `placeKey`. */
  readonly cases: Readonly<Record<string, CasePlace>>;
  /** Document that is open, by case; the main text where none is named. */
  readonly documents: Readonly<Record<string, number>>;
  /** SHA-256 of the versions whose hidden content was looked at. */
  readonly hiddenSeen: readonly string[];
  set(part: Partial<Pick<DeskPlace, 'order' | 'openOnly' | 'drawer'>>): void;
  move(place: string, part: Partial<CasePlace>): void;
  openDocument(caseId: string, document: number): void;
  seeHidden(sha256: string): void;
}

const FRESH: CasePlace = { finding: undefined, tab: 'body', asking: undefined };

/** Where the reviewer stands in each case; survives a change of screen and a lock. */
export const useDeskPlace = create<DeskPlace>((set) => ({
  order: 'level',
  openOnly: true,
  drawer: true,
  cases: {},
  documents: {},
  hiddenSeen: [],
  set: (part) => set(part),
  move: (place, part) => set(({ cases }) => ({ cases: { ...cases, [place]: { ...(cases[place] ?? FRESH), ...part } } })),
  openDocument: (caseId, document) => set(({ documents }) => ({ documents: { ...documents, [caseId]: document } })),
  seeHidden: (sha256) => set(({ hiddenSeen }) => (hiddenSeen.includes(sha256) ? {} : { hiddenSeen: [...hiddenSeen, sha256] })),
}));

/** Each document of a case is read from its own place. */
export const placeKey = (caseId: string, document: number): string => `${caseId} ${document}`;
export const useCasePlace = (place: string): CasePlace => useDeskPlace((state) => state.cases[place] ?? FRESH);
