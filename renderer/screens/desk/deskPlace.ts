import { create } from 'zustand';
import type { DecisionKind } from '../../../review/model/index.ts';
import { useSession } from '../../state/queries.ts';
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
  /** As last chosen; see `useOpenOnly`. */
  readonly openOnly: boolean | undefined;
  readonly drawer: boolean;
  /** By `placeKey`. */
  readonly cases: Readonly<Record<string, CasePlace>>;
  /** Document that is open, by case; the main text where none is named. */
  readonly documents: Readonly<Record<string, number>>;
  /** `person sha256` of the versions whose hidden content each person has looked at. */
  readonly hiddenSeen: readonly string[];
  set(part: Partial<Pick<DeskPlace, 'order' | 'drawer'>> & { readonly openOnly?: boolean }): void;
  move(place: string, part: Partial<CasePlace>): void;
  openDocument(caseId: string, document: number): void;
  seeHidden(key: string): void;
  reset(): void;
}

const FRESH: CasePlace = { finding: undefined, tab: 'body', asking: undefined };

const START = { order: 'level', openOnly: undefined, drawer: true, cases: {}, documents: {}, hiddenSeen: [] } as const;

/** Where the person stands in each case, and what they looked at; survives a change of screen and a lock, not a change of person. */
export const useDeskPlace = create<DeskPlace>((set) => ({
  ...START,
  set: (part) => set(part),
  move: (place, part) => set(({ cases }) => ({ cases: { ...cases, [place]: { ...(cases[place] ?? FRESH), ...part } } })),
  openDocument: (caseId, document) => set(({ documents }) => ({ documents: { ...documents, [caseId]: document } })),
  seeHidden: (key) => set(({ hiddenSeen }) => (hiddenSeen.includes(key) ? {} : { hiddenSeen: [...hiddenSeen, key] })),
  // Who comes back to the same bytes has seen them; nobody else has.
  reset: () => set(({ hiddenSeen }) => ({ ...START, hiddenSeen })),
}));

export interface HiddenSeen {
  /** Whether the person at the desk has looked at the hidden content of this file. */
  readonly seen: (sha256: string) => boolean;
  readonly see: (sha256: string) => void;
}
export function useHiddenSeen(): HiddenSeen {
  const person = useSession()?.person.id ?? '';
  const { hiddenSeen, seeHidden } = useDeskPlace();
  return {
    seen: (sha256) => hiddenSeen.includes(`${person} ${sha256}`),
    see: (sha256) => seeHidden(`${person} ${sha256}`),
  };
}

/** 只看未处理: until somebody chooses, for those who decide; whoever judges their decisions would find an empty list. */
export const useOpenOnly = (): boolean => {
  const role = useSession()?.person.role;
  return useDeskPlace((state) => state.openOnly) ?? role === 'drafter';
};

/** Each document of a case is read from its own place. */
export const placeKey = (caseId: string, document: number): string => `${caseId} ${document}`;
export const useCasePlace = (place: string): CasePlace => useDeskPlace((state) => state.cases[place] ?? FRESH);
